import type { Bundle } from './bundle.ts';
import { isFolder, removeFolder, temporaryFolder } from './files.ts';
import { bucketCount, resolvedFolder } from './run/dealt.ts';
import type { Lines } from './run/filters.ts';
import { isWritten, partPath, writePart } from './run/part-file.ts';
import { type Shard, shardIn, shardOf, wholeWork } from './run/shard.ts';
import { countedIn, toStdout } from './working.ts';

/** What a task that joins is asked. */
export interface ResolveOptions {
  /** Folder with the parts of `extract`; null for a stream. */
  readonly parts: string | null;
  /** Do what takes all articles at once. */
  readonly deal: boolean;
  /** `I/N`; true where the environment says it, null for what comes on stdin. */
  readonly partition: string | true | null;
  readonly maxText: number;
}

/** What is wrong with what is asked; null where nothing is. */
export function usageOfResolve({ parts, deal, partition }: ResolveOptions): string | null {
  if (parts === null && deal) return '--deal: name the folder with the parts by --parts';
  if (parts === null && partition !== null) return '--partition: name the folder with the parts by --parts';
  if (deal && partition !== null)
    return '--deal and --partition: these are two steps; run --deal once, before all partitions';
  if (parts !== null && !isFolder(parts)) return `${parts}: no such folder; name the one with the parts by --parts`;
  try {
    const { count } = partitionFor(partition);
    return count <= bucketCount ? null : `--partition: ${count} are too many; ask for at most ${bucketCount}`;
  } catch (error) {
    return (error as Error).message;
  }
}

const partitionFor = (partition: ResolveOptions['partition']): Shard =>
  partition === null
    ? wholeWork
    : partition === true
      ? shardIn(process.env, '--partition')
      : shardOf(partition, '--partition');

/** Joins what takes all articles at once, or claims: those of a partition, or those on stdin. */
export const runResolve = (options: ResolveOptions, code: Bundle): Promise<void> =>
  options.deal ? runDeal(options, code) : runPartition(options, code);

async function runDeal({ parts, maxText: maxTextBytes }: ResolveOptions, code: Bundle): Promise<void> {
  const started = performance.now();
  const isNew = await withFolder(async (output) => {
    const { deal } = await code.load<typeof import('./run/deal.ts')>('run/deal');
    const onWarning = (): void => undefined;
    return deal({ output, versions: code.versions, maxTextBytes, onWarning }, parts!);
  });
  tell({ stage: 'resolve', step: 'deal', skipped: !isNew }, started);
}

async function runPartition({ parts, partition }: ResolveOptions, code: Bundle): Promise<void> {
  const started = performance.now();
  const shard = partitionFor(partition);
  const part = parts === null ? null : partPath(resolvedFolder(parts), shard);
  const counts: Record<string, number> = { figure: 0, event: 0 };
  const isSkipped = part !== null && isWritten(part);
  if (!isSkipped) {
    await withFolder(async (output) => {
      const { claimsOf, headOfPartition, joinLines } =
        await code.load<typeof import('./run/partition.ts')>('run/partition');
      const { linesOf } = await code.load<typeof import('./run/filters.ts')>('run/filters');
      const head = parts === null ? null : headOfPartition(code, parts, partition === null ? null : shard);
      const claims: Lines = partition === null ? linesOf(process.stdin) : claimsOf(parts!, shard);
      const lines = countedIn(counts, joinLines({ output }, claims), /^(\w+)\t/);
      if (part === null) await toStdout(lines);
      else await writePart(part, head!, lines);
    });
  }
  const { figure: figures, event: events } = counts;
  const told = { stage: 'resolve', step: 'join', partition: `${shard.index}/${shard.count}`, part, skipped: isSkipped };
  tell({ ...told, figures, events }, started);
}

function tell(what: object, started: number): void {
  const seconds = Math.round(performance.now() - started) / 1000;
  process.stderr.write(`${JSON.stringify({ ...what, seconds })}\n`);
}

/** Lends a folder that is gone afterwards. */
async function withFolder<T>(use: (output: string) => Promise<T>): Promise<T> {
  const output = temporaryFolder('tearsheet-work-');
  try {
    return await use(output);
  } finally {
    removeFolder(output);
  }
}
