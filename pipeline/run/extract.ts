import path from 'node:path';
import type { Reject } from '#schemas/stages/article.ts';
import { type Extraction, extraction } from '#schemas/stages/extraction.ts';
import type { Row } from '#schemas/table.ts';
import { groundedTables } from '#schemas/tables/index.ts';
import { openLines, readLines, writeFile } from '../files.ts';
import { textPath } from '../publish/documents.ts';
import { type Sketch, sketchOf } from '../resolve/index.ts';
import { type Run, stagedFolder, workFile } from './context.ts';
import { articlesFile, type Intake } from './ingest.ts';

/** Characters of NDJSON that one task takes: some dozen articles. */
const batchSize = 200_000;

/** What extraction leaves: sketches in memory, rows in `.work/rows/<table>.ndjson`. */
export interface Extracted {
  readonly sketches: readonly Sketch[];
  readonly rejects: readonly Reject[];
}

/** Runs `annotate` and `extract` over the accepted articles, in batches on the pool; results keep the articles' order. */
export async function extractAll(run: Run, { articleCount }: Intake): Promise<Extracted> {
  const sketches: Sketch[] = [];
  const rejects: Reject[] = [];
  const sinks = new Map(groundedTables.map((t) => [t.name, openLines(workFile(run, 'rows', `${t.name}.ndjson`))]));
  for await (const lines of run.pool.map('extractArticles', inBatches(readLines(articlesFile(run))))) {
    for (const line of lines.split('\n')) {
      const record = JSON.parse(line) as Extraction | Reject;
      if (record.record_type === 'reject') {
        rejects.push(record);
        continue;
      }
      const found = extraction.parse(record);
      for (const [table, rows] of Object.entries(found.rows)) {
        for (const row of rows as Row[]) sinks.get(table)!.write(JSON.stringify(row));
      }
      if (found.article.rights === 'full')
        writeFile(path.join(stagedFolder(run), textPath(found.article.article_id)), found.text);
      sketches.push(sketchOf(found));
    }
    run.onProgress({ stage: 'extract', done: sketches.length + rejects.length, total: articleCount });
  }
  for (const sink of sinks.values()) sink.close();
  return { sketches, rejects };
}

function* inBatches(lines: Iterable<string>): Generator<string> {
  let batch: string[] = [];
  let size = 0;
  for (const line of lines) {
    batch.push(line);
    size += line.length;
    if (size < batchSize) continue;
    yield batch.join('\n');
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch.join('\n');
}
