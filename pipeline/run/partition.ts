import path from 'node:path';
import { listFiles } from '../files/tree.ts';
import { readLines } from '../files.ts';
import { claimsFor, joinClaims } from '../resolve/claims.ts';
import type { Joining } from './deal.ts';
import { bucketCount, dealtFiles, dealtFolder, readDealt } from './dealt.ts';
import type { Lines } from './filters.ts';
import { type PartHead, resolvingCodeOf } from './part-file.ts';
import { roomIn, wordsForJoining } from './resolve.ts';
import type { Shard } from './shard.ts';
import { Unusable } from './unusable.ts';

/** The first line of what a partition writes; its shares are null where an engine deals them out. Throws where nothing was dealt. */
export function headOfPartition(run: Pick<Joining, 'versions'>, parts: string, shard: Shard | null): PartHead {
  const head = readDealt(parts, resolvingCodeOf(run.versions));
  if (head === null)
    throw new Unusable(`${dealtFolder(parts)}: is not there; run resolve --parts ${parts} --deal first`);
  return { record_type: 'part', shard: shard?.index ?? null, of: shard?.count ?? null, ...head };
}

/** Claims of a partition: all of a kind and key are in one. */
export function* claimsOf(parts: string, { index, count }: Shard): Generator<string> {
  const there = new Set(listFiles(dealtFolder(parts)));
  for (let bucket = index; bucket < bucketCount; bucket += count) {
    const file = dealtFiles.bucket(bucket);
    if (there.has(file)) yield* readLines(path.join(dealtFolder(parts), file));
  }
}

/** Joins claims in any order; gives a line for each figure and event. What does not fit into memory lies on the disk. */
export async function* joinLines(run: Pick<Joining, 'output'>, claims: Lines): AsyncGenerator<string> {
  const sorter = roomIn(run).sorter();
  for await (const claim of claims) if (claim !== '') sorter.add(claim);
  yield* joinClaims(sorter.sorted(), claimsFor(wordsForJoining()));
}
