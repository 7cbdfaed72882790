import path from 'node:path';
import { type Ingested, ingested, type Reject } from '#schemas/stages/article.ts';
import { listTree, openLines, readChunks, readLines } from '../files.ts';
import { formatOf } from '../ingest/formats.ts';
import { hasStretches, jsonl } from '../ingest/jsonl/index.ts';
import { stretchesOf } from '../ingest/jsonl/stretches.ts';
import { type ListedSource, listSources } from '../ingest/listing.ts';
import { isGzip } from '../ingest/names.ts';
import type { Warning } from '../ingest/source.ts';
import type { SourceFacts } from '../publish/facts.ts';
import { admit } from './admit.ts';
import { inBatches } from './batches.ts';
import { type Run, workFile } from './context.ts';
import type { IngestTask, SourcePart } from './ingest-part.ts';
import { tally } from './tally.ts';

/** What ingestion leaves: accepted articles in `.work/articles.ndjson`. */
export interface Intake {
  readonly articleCount: number;
  readonly rejects: readonly Reject[];
  readonly sources: readonly SourceFacts[];
}

/** Files that one task reads: so many, or so many bytes. */
const filesAtOnce = 64;
const bytesAtOnce = 1_000_000;

/** Where the accepted articles lie between the stages. */
export const articlesFile = (run: Pick<Run, 'output'>): string => workFile(run, 'articles.ndjson');

/** Reads every source below the raw folder on the pool; each article gets in once, everything else becomes a reject. */
export async function ingestAll(run: Run): Promise<Intake> {
  const tree = listTree(run.raw);
  const { sources, warnings } = listSources(tree);
  for (const { message } of warnings) run.onWarning(message);
  const size = new Map(tree.map((entry) => [entry.path, entry.size]));
  const pieces: Piece[] = [];
  for (const source of sources) pieces.push(...(await partsOf(run, source, size.get(source.path) ?? 0)));
  const batches = [...inBatches(pieces, bytesAtOnce, ({ bytes }) => Math.max(bytes, bytesAtOnce / filesAtOnce))];
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

/** Records of the parts in order; each different remark is passed on once, and so is what refuses a whole file. */
function* recordsOf(run: Run, parts: readonly string[]): Generator<Ingested> {
  const said = new Set<string>();
  const isNew = (key: string): boolean => said.size < said.add(key).size;
  for (const part of parts) {
    for (const line of readLines(part)) {
      const { record_type, ...rest } = JSON.parse(line) as { record_type: string };
      if (record_type === 'warning') {
        const { source_file, message, topic } = rest as Warning;
        if (isNew(`${source_file}\n${topic ?? message}`)) run.onWarning(message);
        continue;
      }
      const record = ingested.parse({ record_type, ...rest });
      const refusesFile = record.record_type === 'reject' && record.record === null;
      if (!refusesFile || isNew(`${record.source_file}\n${record.message}`)) yield record;
    }
  }
}

/** A source with the bytes to be read of it. */
interface Piece extends SourcePart {
  readonly bytes: number;
}

/** A large file with an article a line is read in stretches, side by side. One that cannot be read is left to its reader, who refuses it. */
export async function partsOf({ raw }: Pick<Run, 'raw'>, source: ListedSource, bytes: number): Promise<Piece[]> {
  const whole = [{ ...source, bytes }];
  const isLarge = bytes > 2 * bytesAtOnce && formatOf(source.path) === jsonl && !isGzip(source.path);
  if (!isLarge || source.problem) return whole;
  const file = path.join(raw, source.path);
  const pieces: Piece[] = [];
  try {
    for await (const start of readChunks(file, { start: 0, end: startRead })) if (!hasStretches(start)) return whole;
    for await (const stretch of stretchesOf(readChunks(file), bytesAtOnce))
      pieces.push({ ...source, stretch, bytes: stretch.end - stretch.start });
  } catch {
    return whole;
  }
  return pieces;
}

/** Bytes that are looked at before a file is cut. */
const startRead = 4096;
