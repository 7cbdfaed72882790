import path from 'node:path';
import type { Bundle } from './bundle.ts';
import { isFolder, removeFolder, temporaryFolder } from './files.ts';
import { openPool, type Pool } from './pool.ts';
import type { Run } from './run/context.ts';
import type { Lines } from './run/filters.ts';
import { codeOf, isWritten, partPath, writePart } from './run/part-file.ts';
import { type Shard, shardIn, shardOf, wholeWork } from './run/shard.ts';

/** What a task of a cluster is asked: what to read, which share of it, where to write. */
export interface WorkOptions {
  /** Name of what stdin holds; null where it holds records, or where a folder is read. */
  readonly source: string | null;
  readonly firstLine: number;
  readonly raw: string | null;
  /** `I/N`; true where the environment says it, null for all. */
  readonly shard: string | true | null;
  readonly maxText: number;
  readonly jobs: number;
  /** Folder for part files; null for stdout. */
  readonly parts: string | null;
}

/** Reads articles: lines of a stream, a file on stdin, or a share of a folder. */
export const runIngest = (options: Omit<WorkOptions, 'jobs' | 'parts'>, code: Bundle): Promise<void> =>
  work({ ...options, jobs: 1, parts: null }, code, 'ingest', (_, lines) => lines);

/** Extracts what `ingest` gives, on stdin or read here; writes to stdout, or a part file that is skipped where it is. */
export const runExtract = (options: WorkOptions, code: Bundle): Promise<void> =>
  work(options, code, 'extract', (filters, lines, pool) => filters.extractFilter(pool, lines));

/** What is wrong with what is asked; null where nothing is. */
export function usageOf({ raw, shard }: WorkOptions): string | null {
  if (raw !== null && !isFolder(raw)) return `${raw}: no such folder; name the folder with the articles by --raw`;
  try {
    shardFor(shard);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

type Filters = typeof import('./run/filters.ts');

async function work(
  options: WorkOptions,
  code: Bundle,
  stage: 'ingest' | 'extract',
  through: (filters: Filters, lines: Lines, pool: Pool) => Lines,
): Promise<void> {
  const started = performance.now();
  const counts: Record<string, number> = { article: 0, extraction: 0, reject: 0, warning: 0 };
  const shard = shardFor(options.shard);
  const part = options.parts === null ? null : partPath(options.parts, shard);
  const isSkipped = part !== null && isWritten(part);
  if (!isSkipped) {
    await withRun(options, code, async (run) => {
      const filters = await code.load<Filters>('run/filters');
      const lines = through(filters, await linesFor(options, stage, shard, run, code), run.pool);
      const counted = countedIn(counts, lines);
      if (part === null) await toStdout(counted);
      else await writePart(part, headFor(options, shard, run), counted);
    });
  }
  const { article, extraction, reject, warning } = counts;
  const seconds = Math.round(performance.now() - started) / 1000;
  const read = { stage, shard: `${shard.index}/${shard.count}`, part, skipped: isSkipped };
  const told = { ...read, articles: article, extractions: extraction, rejects: reject, remarks: warning, seconds };
  process.stderr.write(`${JSON.stringify(told)}\n`);
}

const shardFor = (shard: WorkOptions['shard']): Shard =>
  shard === null ? wholeWork : shard === true ? shardIn(process.env) : shardOf(shard);

const headFor = ({ shard, maxText }: WorkOptions, { index, count }: Shard, { versions }: Run) => ({
  record_type: 'part' as const,
  shard: shard === null ? null : index,
  of: shard === null ? null : count,
  code: codeOf(versions),
  max_text: maxText,
});

/** What a task reads. A folder is shared out by files; a stream comes to every task, which keeps what is its own. */
async function linesFor(
  { source, firstLine, raw, maxText: maxTextBytes }: WorkOptions,
  stage: 'ingest' | 'extract',
  shard: Shard,
  run: Run,
  code: Bundle,
): Promise<Lines> {
  const { linesOf, ofShare } = await code.load<Filters>('run/filters');
  const { ingestShare, ingestStream } = await code.load<typeof import('./run/share.ts')>('run/share');
  if (source === null && raw !== null) return ingestShare(run, shard);
  const share = (lines: Lines): Lines => (shard.count === 1 ? lines : ofShare(lines, shard));
  if (source === null && stage === 'extract') return share(linesOf(process.stdin));
  const name = source ?? 'stdin.ndjson';
  return share(ingestStream(process.stdin, { name, firstLine, raw, maxTextBytes }));
}

/** Lends a run that leaves nothing behind. */
async function withRun(options: WorkOptions, code: Bundle, use: (run: Run) => Promise<void>): Promise<void> {
  const output = temporaryFolder('tearsheet-work-');
  const pool = openPool(options.jobs, code.address('worker'));
  const silent = (): void => undefined;
  const told = { onProgress: silent, onWarning: silent, onNote: silent };
  try {
    const raw = options.raw ?? path.join(output, 'raw');
    await use({ raw, output, maxTextBytes: options.maxText, pool, versions: code.versions, ...told });
  } finally {
    await pool.close();
    removeFolder(output);
  }
}

/** Passes lines on, counting them by the type that they begin with. */
export async function* countedIn(
  counts: Record<string, number>,
  lines: Lines,
  typeOf = /^\{"record_type":"(\w+)"/,
): AsyncGenerator<string> {
  for await (const line of lines) {
    const type = typeOf.exec(line)?.[1] ?? 'other';
    counts[type] = (counts[type] ?? 0) + 1;
    yield line;
  }
}

/** Writes lines, waiting where the reader is slow. */
export async function toStdout(lines: Lines): Promise<void> {
  for await (const line of lines) {
    if (!process.stdout.write(`${line}\n`)) await new Promise((resume) => process.stdout.once('drain', resume));
  }
}
