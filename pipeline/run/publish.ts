import type { Reject } from '#schemas/stages/article.ts';
import { articles, entities, events, figures, groundedTables, rejects } from '#schemas/tables/index.ts';
import { openLines, sizeOf } from '../files.ts';
import type { TableProfile } from '../publish/profile.ts';
import { type Run, stagedFolder } from './context.ts';
import { rowsFile } from './extract.ts';
import type { PublishTask } from './publish-part.ts';
import { linksFile, type Resolved } from './resolve.ts';

/** Writes every table but `changes` in every format, a table a task, the largest first; tells what each holds, by table. */
export async function publishTables(
  run: Run,
  refused: readonly Reject[],
  resolved: Resolved,
): Promise<Record<string, TableProfile>> {
  writeNdjson(
    rowsFile(run, rejects.name),
    refused.map(({ record_type: _, ...row }) => row),
  );
  const names = [...groundedTables, articles, rejects, entities, figures, events].map(({ name }) => name);
  const placeOf = (name: string): PublishTask['rows'] => resolved[name] ?? rowsFile(run, name);
  const work = names.sort((a, b) => bytesIn(placeOf(b)) - bytesIn(placeOf(a)));
  const inputs = work.map((table): string =>
    JSON.stringify({
      table,
      rows: placeOf(table),
      links: linksFile(run),
      folder: stagedFolder(run),
    } satisfies PublishTask),
  );
  const profiles: Record<string, TableProfile> = {};
  let done = 0;
  for await (const profile of run.pool.map('publishRows', inputs)) {
    profiles[work[done++]!] = JSON.parse(profile) as TableProfile;
    run.onProgress({ stage: 'publish', done, total: work.length });
  }
  return profiles;
}

const bytesIn = (place: PublishTask['rows']): number =>
  typeof place === 'string' ? sizeOf(place) : place.blocks.reduce((sum, [, , length]) => sum + length, 0);

function writeNdjson(file: string, records: Iterable<object>): void {
  const sink = openLines(file);
  for (const record of records) sink.write(JSON.stringify(record));
  sink.close();
}
