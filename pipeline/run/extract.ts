import path from 'node:path';
import { z } from 'zod';
import { type Reject, reject } from '#schemas/stages/article.ts';
import type { Extraction } from '#schemas/stages/extraction.ts';
import { type Sketch, sketch } from '#schemas/stages/sketch.ts';
import { groundedTables } from '#schemas/tables/index.ts';
import { openLines, readLines, writeFile } from '../files.ts';
import { textPath } from '../publish/documents.ts';
import type { Brief } from '../resolve/index.ts';
import { type Run, stagedFolder, workFile } from './context.ts';
import { articlesFile, type Intake } from './ingest.ts';

/** Characters of NDJSON that one task takes: some dozen articles. */
const batchSize = 200_000;

/** What extraction leaves: sketches in memory, rows in `.work/rows/<table>.ndjson`. */
export interface Extracted {
  readonly sketches: readonly Brief[];
  readonly rejects: readonly Reject[];
}

/** Runs `annotate` and `extract` over the accepted articles, in batches on the pool; results keep the articles' order. */
export async function extractAll(run: Run, { articleCount }: Intake): Promise<Extracted> {
  const sketches: Brief[] = [];
  const rejects: Reject[] = [];
  const sinks = new Map(groundedTables.map((t) => [t.name, openLines(workFile(run, 'rows', `${t.name}.ndjson`))]));
  for await (const lines of run.pool.map('extractArticles', inBatches(readLines(articlesFile(run))))) {
    for (const line of lines.split('\n')) {
      const tab = line.startsWith('{') ? 0 : line.indexOf('\t');
      if (tab > 0) sinks.get(line.slice(0, tab))!.write(line.slice(tab + 1));
      else {
        const record = headOf.parse(JSON.parse(line));
        if (record.record_type === 'reject') rejects.push(record);
        else sketches.push(shipText(run, record));
      }
    }
    run.onProgress({ stage: 'extract', done: sketches.length + rejects.length, total: articleCount });
  }
  for (const sink of sinks.values()) sink.close();
  return { sketches, rejects };
}

const headOf = z.discriminatedUnion('record_type', [sketch, reject]);

/** Publishes the text where its rights are full; nobody needs it after that. */
function shipText(run: Run, { text, ...brief }: Sketch): Brief {
  const { article_id, rights } = brief.article;
  if (rights === 'full') writeFile(path.join(stagedFolder(run), textPath(article_id)), text);
  return brief;
}

/**
 * An extraction as lines: its sketch, then each row behind the name of its table and a tab. Rows were validated when they
 * were extracted and are again when they are published; in between they are passed on as they are.
 */
export function linesOf({ rows, article, text, entities, shingles }: Extraction): string {
  const mention_count: Record<string, number> = {};
  for (const { entity_id } of rows.mentions as { entity_id: string | null }[]) {
    if (entity_id !== null) mention_count[entity_id] = (mention_count[entity_id] ?? 0) + 1;
  }
  const head: Sketch = { record_type: 'sketch', article, text, entities, shingles, mention_count };
  const lines = [JSON.stringify(head)];
  for (const [table, found] of Object.entries(rows)) {
    for (const row of found) lines.push(`${table}\t${JSON.stringify(row)}`);
  }
  return lines.join('\n');
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
