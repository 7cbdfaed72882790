import path from 'node:path';
import { z } from 'zod';
import { type Reject, reject } from '#schemas/stages/article.ts';
import type { Extraction } from '#schemas/stages/extraction.ts';
import { type Sketch, sketch } from '#schemas/stages/sketch.ts';
import { groundedTables } from '#schemas/tables/index.ts';
import { unpackShingles } from '../extract/shingles.ts';
import { openSink, readLines, writeFile } from '../files.ts';
import { textPath } from '../publish/documents.ts';
import type { Brief } from '../resolve/index.ts';
import { inBatches } from './batches.ts';
import { bundleLines, openBundle } from './bundled-lines.ts';
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
  const sinks = new Map(groundedTables.map(({ name }) => [name, openSink(rowsFile(run, name))]));
  for await (const bundle of run.pool.map('extractArticles', articleBatches(run))) {
    for (const [name, text] of openBundle(bundle)) {
      if (name !== heads) sinks.get(name)!.write(Buffer.from(text));
      else {
        for (const line of text.trimEnd().split('\n')) {
          const record = headOf.parse(JSON.parse(line));
          if (record.record_type === 'reject') rejects.push(record);
          else sketches.push(shipText(run, record));
        }
      }
    }
    run.onProgress({ stage: 'extract', done: sketches.length + rejects.length, total: articleCount });
  }
  for (const sink of sinks.values()) sink.close();
  return { sketches, rejects };
}

/** Rows of a table as `extract` left them, an article after the other. */
export const rowsFile = (run: Pick<Run, 'output'>, table: string): string => workFile(run, 'rows', `${table}.ndjson`);

/** Name of the stretch that holds a sketch or a reject for each article. */
const heads = 'articles';

const headOf = z.discriminatedUnion('record_type', [sketch, reject]);

/** Publishes the text where its rights are full; nobody needs it after that. */
function shipText(run: Run, { text, shingles, ...brief }: Sketch): Brief {
  const { article_id, rights } = brief.article;
  if (rights === 'full') writeFile(path.join(stagedFolder(run), textPath(article_id)), text);
  return { ...brief, shingles: unpackShingles(shingles) };
}

/**
 * Extractions as a bundle: a stretch of sketches and rejects, and one of rows for each table. Rows were validated when
 * they were extracted and are again when they are published; in between they are passed on as they are.
 */
export function bundleOf(records: readonly (Extraction | Reject)[]): string {
  const files = new Map<string, string[]>([heads, ...groundedTables.map(({ name }) => name)].map((name) => [name, []]));
  for (const record of records) {
    const isReject = record.record_type === 'reject';
    files.get(heads)!.push(JSON.stringify(isReject ? record : sketchOf(record)));
    for (const [table, rows] of Object.entries(isReject ? {} : record.rows)) {
      const lines = files.get(table)!;
      for (const row of rows) lines.push(JSON.stringify(row));
    }
  }
  return bundleLines(files);
}

function sketchOf({ rows, article, text, entities, shingles }: Extraction): Sketch {
  const mention_count: Record<string, number> = {};
  for (const { entity_id } of rows.mentions as { entity_id: string | null }[]) {
    if (entity_id !== null) mention_count[entity_id] = (mention_count[entity_id] ?? 0) + 1;
  }
  return { record_type: 'sketch', article, text, entities, shingles, mention_count };
}

function* articleBatches(run: Run): Generator<string> {
  for (const batch of inBatches(readLines(articlesFile(run)), batchSize, (line) => line.length)) yield batch.join('\n');
}
