import { type Ingested, ingested, type Reject } from '#schemas/stages/article.ts';
import { listTree, openLines, readLines } from '../files.ts';
import { type ListedSource, listSources } from '../ingest/listing.ts';
import type { SourceFacts } from '../publish/facts.ts';
import { admit } from './admit.ts';
import { type Run, workFile } from './context.ts';
import type { IngestTask } from './ingest-part.ts';
import { tally } from './tally.ts';

/** What ingestion leaves: accepted articles in `.work/articles.ndjson`. */
export interface Intake {
  readonly articleCount: number;
  readonly rejects: readonly Reject[];
  readonly sources: readonly SourceFacts[];
}

/** Files that one task reads: so many, or so many bytes. */
const filesAtOnce = 64;
const bytesAtOnce = 2_000_000;

/** Where the accepted articles lie between the stages. */
export const articlesFile = (run: Pick<Run, 'output'>): string => workFile(run, 'articles.ndjson');

/** Reads every source below the raw folder on the pool; each article gets in once, everything else becomes a reject. */
export async function ingestAll(run: Run): Promise<Intake> {
  const tree = listTree(run.raw);
  const { sources, warnings } = listSources(tree);
  for (const { message } of warnings) run.onWarning(message);
  const size = new Map(tree.map((entry) => [entry.path, entry.size]));
  const batches = [...inBatches(sources, (source) => size.get(source.path) ?? 0)];
  const parts = batches.map((_, i) => workFile(run, 'ingest', `${i}.ndjson`));
  const inputs = batches.map((batch, i): string =>
    JSON.stringify({
      raw: run.raw,
      sources: batch,
      part: parts[i]!,
      maxTextBytes: run.maxTextBytes,
    } satisfies IngestTask),
  );
  let done = 0;
  for await (const read of run.pool.map('ingestSources', inputs)) {
    done += Number(read);
    run.onProgress({ stage: 'ingest', done, total: sources.length });
  }
  return admitAll(run, parts);
}

function admitAll(run: Run, parts: readonly string[]): Intake {
  const rejects: Reject[] = [];
  const accepted = openLines(articlesFile(run));
  const { count, facts } = tally();
  for (const record of admit(recordsOf(run, parts))) {
    if (record.record_type === 'reject') {
      rejects.push(record);
      continue;
    }
    accepted.write(JSON.stringify(record));
    count(record);
  }
  accepted.close();
  const sources = facts();
  return { articleCount: sources.reduce((sum, source) => sum + source.articles, 0), rejects, sources };
}

/** Records of the parts in order; each different remark is passed on once. */
function* recordsOf(run: Run, parts: readonly string[]): Generator<Ingested> {
  const said = new Set<string>();
  for (const part of parts) {
    for (const line of readLines(part)) {
      const record = JSON.parse(line) as { record_type: string; message: string };
      if (record.record_type !== 'warning') yield ingested.parse(record);
      else if (!said.has(record.message)) run.onWarning(record.message);
      said.add(record.message);
    }
  }
}

function* inBatches(
  sources: readonly ListedSource[],
  sizeOf: (source: ListedSource) => number,
): Generator<ListedSource[]> {
  let batch: ListedSource[] = [];
  let bytes = 0;
  for (const source of sources) {
    batch.push(source);
    bytes += sizeOf(source);
    if (batch.length < filesAtOnce && bytes < bytesAtOnce) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}
