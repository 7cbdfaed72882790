import path from 'node:path';
import { type Ingested, ingested, type Reject } from '#schemas/stages/article.ts';
import { digestFile, openLines, readChunks, readLines, writeFile } from '../files.ts';
import { sha256 } from '../identity.ts';
import { formatOf } from '../ingest/formats.ts';
import { hasStretches, jsonl } from '../ingest/jsonl/index.ts';
import { stretchesOf } from '../ingest/jsonl/stretches.ts';
import { type ListedSource, listSources } from '../ingest/listing.ts';
import { isGzip } from '../ingest/names.ts';
import type { Warning } from '../ingest/source.ts';
import type { Rescue } from '../pool.ts';
import type { SourceFacts } from '../publish/facts.ts';
import { admit } from './admit.ts';
import { inBatches } from './batches.ts';
import { openCache, type Run, workFile } from './context.ts';
import { failure } from './failure.ts';
import { hearsOnce } from './hears-once.ts';
import type { IngestTask, SourcePart, Taken } from './ingest-part.ts';
import { isPassing } from './passing.ts';
import { type DigestOf, digestNow, type RawTree, rawTree } from './raw-tree.ts';
import type { Store } from './store.ts';
import { tally } from './tally.ts';

/** What ingestion leaves: accepted articles in `.work/articles.ndjson`. */
export interface Intake {
  readonly articleCount: number;
  readonly rejects: readonly Reject[];
  readonly sources: readonly SourceFacts[];
}

/** Files that one task reads: so many, or so many bytes. */
const filesAtOnce = 64;
export const bytesAtOnce = 1_000_000;

/** Where the accepted articles lie between the stages. */
export const articlesFile = (run: Pick<Run, 'output'>): string => workFile(run, 'articles.ndjson');

/** Reads what the cache does not know of the raw folder on the pool; each article gets in once, everything else becomes a reject. */
export async function ingestAll(run: Run, tree: RawTree = rawTree(run)): Promise<Intake> {
  const { sources, warnings } = listSources(tree.entries);
  for (const { message } of warnings) run.onWarning(message);
  const size = new Map(tree.entries.map((entry) => [entry.path, entry.size]));
  const pieces: Piece[] = [];
  for (const source of sources) pieces.push(...(await partsOf(run, source, size.get(source.path) ?? 0)));
  const cache = openCache(run, 'ingest');
  try {
    const keyed = pieces.map((piece) => ({ piece, key: readingKey(run, tree.digestOf, piece) }));
    const unknown = keyed.filter(({ key }) => key === null || !cache.has(key)).map(({ piece }) => piece);
    const found = await readPieces(run, unknown, sources.length);
    await run.pool.rest('extractArticles');
    const intake = admitAll(run, recordsOf(run, linesOf(run, keyed, found, cache)));
    cache.tidy();
    return intake;
  } finally {
    cache.close();
  }
}

/** All that decides what a piece gives; null where its bytes can't be read. */
function readingKey({ raw, maxTextBytes }: Run, digestOf: DigestOf, piece: Piece): string | null {
  const { path: file, stretch, metadata, problem } = piece;
  const whole = digestOf(file);
  if (whole === null || problem) return null;
  const bytes = stretch ? digestFile(path.join(raw, file), stretch).sha256 : whole;
  const around = metadata.map((other) => [other.path, other.role, other.problem ?? null, digestOf(other.path)]);
  if (metadata.some((other) => digestOf(other.path) === null && !other.problem)) return null;
  return sha256(JSON.stringify([file, stretch?.firstLine ?? null, bytes, around, maxTextBytes]));
}

/** Where the records of a piece lie in a part file. */
interface Found {
  readonly part: string;
  readonly start: number;
  readonly end: number;
}

/** Reads pieces on the pool into part files below `.work`; says where the records of each lie. */
export async function readPieces(run: Run, pieces: readonly Piece[], total: number): Promise<Map<Piece, Found>> {
  const batches = [...inBatches(pieces, bytesAtOnce, ({ bytes }) => Math.max(bytes, bytesAtOnce / filesAtOnce))];
  const parts = batches.map((_, i) => workFile(run, 'ingest', `${i}.ndjson`));
  const rescue: Rescue = {
    sizeOf: (i) => batches[i]!.reduce((sum, { bytes }) => sum + bytes, 0),
    recover: (i) => oneByOne(run, batches[i]!, parts[i]!),
  };
  const inputs = batches.map((sources, i) => taskOf(run, sources, parts[i]!));
  run.pool.meanwhile('extractArticles', batches.length);
  const found = new Map<Piece, Found>();
  let done = total - pieces.filter(isStart).length;
  let batch = 0;
  for await (const taken of run.pool.map('ingestSources', inputs, rescue)) {
    let before: Found | null = null;
    for (const [i, [part, bytes]] of (JSON.parse(taken) as Taken[]).entries()) {
      const start: number = before?.part === part ? before.end : 0;
      before = { part, start, end: start + bytes };
      found.set(batches[batch]![i]!, before);
    }
    done += batches[batch++]!.filter(isStart).length;
    run.onProgress({ stage: 'ingest', done, total });
  }
  if (batches.length === 0) run.onProgress({ stage: 'ingest', done, total });
  return found;
}

const taskOf = ({ raw, maxTextBytes }: Run, sources: readonly Piece[], part: string): string =>
  JSON.stringify({ raw, sources, part, maxTextBytes } satisfies IngestTask);

/** Reads the sources of a batch on which a thread was lost: each alone, so that the one at fault is found and refused. */
async function oneByOne(run: Run, pieces: readonly Piece[], part: string): Promise<string> {
  const taken: Taken[] = [];
  for (const [i, piece] of pieces.entries()) {
    const own = `${part}.${i}`;
    try {
      const result = await run.pool.run('ingestSources', taskOf(run, [piece], own), piece.bytes);
      taken.push(...(JSON.parse(result) as Taken[]));
    } catch (error) {
      const line = Buffer.from(`${JSON.stringify(failure(piece.path, 'ingest', null, error))}\n`);
      writeFile(own, line);
      taken.push([own, line.length]);
    }
  }
  return JSON.stringify(taken);
}

const isStart = ({ stretch }: Piece): boolean => (stretch?.firstLine ?? 1) === 1;

/** What a piece gives is kept up to this size; more comes from a compressed file of many articles. */
const mostKept = 1 << 25;

/** Lines of all pieces in order, from the cache or as just read; what is new goes into the cache. */
function* linesOf(
  run: Run,
  pieces: readonly { piece: Piece; key: string | null }[],
  found: ReadonlyMap<Piece, Found>,
  cache: Store,
): Generator<string> {
  for (const { piece, key } of pieces) {
    const place = found.get(piece);
    if (!place) yield* cache.get(key!)!.toString().split('\n').slice(0, -1);
    else if (key === null || place.end - place.start > mostKept) yield* readLines(place.part, place.start, place.end);
    else {
      const lines = [...readLines(place.part, place.start, place.end)];
      const isStill = key === readingKey(run, digestNow(run), piece);
      if (isStill && !lines.some(isPassingLine)) cache.put(key, Buffer.from(lines.map((line) => `${line}\n`).join('')));
      yield* lines;
    }
  }
}

const isPassingLine = (line: string): boolean =>
  line.startsWith('{"record_type":"reject"') && isPassing(JSON.parse(line) as Reject);

function admitAll(run: Run, records: Iterable<Ingested>): Intake {
  const rejects: Reject[] = [];
  const accepted = openLines(articlesFile(run));
  const { count, facts } = tally();
  for (const record of admit(records)) {
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

/** Records of the lines; each different remark is passed on once, and so is what refuses a whole file. */
function* recordsOf(run: Run, lines: Iterable<string>): Generator<Ingested> {
  const isNew = hearsOnce();
  for (const line of lines) {
    const { record_type, ...rest } = JSON.parse(line) as { record_type: string };
    if (record_type === 'warning') {
      const { source_file, message, topic } = rest as Warning;
      if (isNew(source_file, topic ?? message)) run.onWarning(message);
      continue;
    }
    const record = ingested.parse({ record_type, ...rest });
    const refusesFile = record.record_type === 'reject' && record.record === null;
    if (!refusesFile || isNew(record.source_file, record.message)) yield record;
  }
}

/** A source with the bytes to be read of it. */
interface Piece extends SourcePart {
  readonly bytes: number;
}

/** A large file with an article a line is read in stretches of so many bytes, side by side. One that cannot be read is left to its reader, who refuses it. */
export async function partsOf(
  { raw }: Pick<Run, 'raw'>,
  source: ListedSource,
  bytes: number,
  most = bytesAtOnce,
): Promise<Piece[]> {
  const whole = [{ ...source, bytes }];
  const isLarge = bytes > 2 * most && formatOf(source.path) === jsonl && !isGzip(source.path);
  if (!isLarge || source.problem) return whole;
  const file = path.join(raw, source.path);
  const pieces: Piece[] = [];
  try {
    for await (const start of readChunks(file, { start: 0, end: startRead })) if (!hasStretches(start)) return whole;
    for await (const stretch of stretchesOf(readChunks(file), most))
      pieces.push({ ...source, stretch, bytes: stretch.end - stretch.start });
  } catch {
    return whole;
  }
  return pieces;
}

/** Bytes that are looked at before a file is cut. */
const startRead = 4096;
