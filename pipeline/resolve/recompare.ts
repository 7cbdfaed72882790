import { closest, leastShared, mostHolders, overlap, similarityOf } from './copies.ts';
import { furnitureTeller } from './furniture.ts';
import type { ShingleIndex } from './shingle-index.ts';

/** The texts of a run, by a number each that stays from run to run. */
export interface Compared {
  has(uid: number): boolean;
  rankOf(uid: number): number;
  outletOf(uid: number): number;
  readonly outlets: number;
  shinglesOf(uid: number): Uint32Array;
}

/** What was found of a text: the one that it copies most of, hundredths of its shingles there, shingles that are no furniture. */
export interface Found {
  readonly of: number | null;
  readonly similarity: number;
  readonly own: number;
}

interface Recomparing {
  readonly before: Compared;
  readonly now: Compared;
  /** Texts of before that are gone or of another outlet, and those that came so. */
  readonly gone: readonly number[];
  readonly come: readonly number[];
  /** What a text of before copied. */
  copied(uid: number): number | null;
  ownOf(uid: number): number;
  readonly index: ShingleIndex;
}

/** More texts than these are better compared with all others at once. */
const most = 2_000;

/**
 * What is found now of texts for which that may have changed since some came or went, as if all were compared anew; null where
 * these are too many. A text is looked at again where one that it may copy came, moved into the first holders of a shingle or out
 * of them, and where a shingle became furniture or ceased to be.
 */
export function recompare(given: Recomparing): ReadonlyMap<number, Found> | null {
  const holding = holdersIn(given);
  const changed = textsToCompare(given, holding);
  if (changed === null) return null;
  const { now, ownOf } = given;
  const owns = new Map<number, number>();
  for (const uid of changed) {
    const shingles = now.shinglesOf(uid);
    owns.set(uid, shingles.filter((shingle) => !holding.now(shingle).isFurniture).length);
  }
  const found = new Map<number, Found>();
  for (const uid of changed) {
    const of = copiedBy(uid, now, holding, (other) => owns.get(other) ?? ownOf(other));
    const similarity = of === null ? 0 : similarityOf(now.shinglesOf(uid), now.shinglesOf(of));
    found.set(uid, { of, similarity, own: owns.get(uid)! });
  }
  return found;
}

/** Texts that hold a shingle, by rank where it is no furniture. */
interface Holders {
  readonly all: Uint32Array;
  readonly isFurniture: boolean;
}

type Holding = Record<'before' | 'now', (shingle: number) => Holders>;

function holdersIn({ before, now, gone, come, index }: Recomparing): Holding {
  const isGone = new Set(gone);
  const added = new Map<number, number[]>();
  for (const uid of come) {
    for (const shingle of now.shinglesOf(uid)) added.set(shingle, [...(added.get(shingle) ?? []), uid]);
  }
  const side = (texts: Compared, holdersOf: (shingle: number) => Uint32Array): ((shingle: number) => Holders) => {
    const isFurniture = furnitureTeller(texts.outlets, texts.outletOf);
    const known = new Map<number, Holders>();
    return (shingle) => {
      const found = known.get(shingle);
      if (found) return found;
      const all = holdersOf(shingle);
      const holders = { all, isFurniture: all.length > 1 && isFurniture(all) };
      if (!holders.isFurniture) all.sort((a, b) => texts.rankOf(a) - texts.rankOf(b));
      known.set(shingle, holders);
      return holders;
    };
  };
  return {
    before: side(before, (shingle) => index.holders(shingle)),
    now: side(now, (shingle) => {
      const staying = index.holders(shingle).filter((uid) => !isGone.has(uid));
      return Uint32Array.from([...staying, ...(added.get(shingle) ?? [])]);
    }),
  };
}

/** Texts of now of which something else may be found than before; null for too many. */
function textsToCompare(given: Recomparing, holding: Holding): ReadonlySet<number> | null {
  const { before, now, gone, come, copied } = given;
  const changed = new Set(come);
  const flipped = new Set<number>();
  const counts = new Map<number, Map<number, number>>();
  const isNew = new Set(come);
  const shingles = new Set<number>();
  for (const uid of gone) for (const shingle of before.shinglesOf(uid)) shingles.add(shingle);
  for (const uid of come) for (const shingle of now.shinglesOf(uid)) shingles.add(shingle);
  for (const shingle of shingles) {
    const [was, is] = [holding.before(shingle), holding.now(shingle)];
    if (was.isFurniture !== is.isFurniture) for (const uid of is.all) flipped.add(uid);
    if (was.isFurniture || is.isFurniture) continue;
    const [firstWas, firstIs] = [was.all.subarray(0, mostHolders), is.all.subarray(0, mostHolders)];
    for (const other of firstWas) {
      if (firstIs.includes(other)) continue;
      for (const uid of is.all) if (copied(uid) === other) changed.add(uid);
    }
    for (const other of firstIs) {
      if (firstWas.includes(other)) continue;
      const seen = counts.get(other) ?? new Map<number, number>();
      counts.set(other, seen);
      for (const uid of after(is.all, other)) seen.set(uid, (seen.get(uid) ?? 0) + 1);
    }
  }
  for (const [other, seen] of counts) {
    for (const [uid, count] of seen) {
      const isNear = isNew.has(other)
        ? count >= leastShared
        : overlap(now.shinglesOf(other), now.shinglesOf(uid)) >= leastShared;
      if (isNear) changed.add(uid);
    }
  }
  if (flipped.size > most) return null;
  for (const uid of flipped) {
    changed.add(uid);
    for (const follower of followersOf(uid, now, holding)) changed.add(follower);
    if (changed.size > most) return null;
  }
  return changed.size > most ? null : changed;
}

const after = (all: Uint32Array, uid: number): Uint32Array => all.subarray(all.indexOf(uid) + 1);

/** Texts that may be held to copy this one. */
function followersOf(uid: number, now: Compared, holding: Holding): number[] {
  const counts = new Map<number, number>();
  for (const shingle of now.shinglesOf(uid)) {
    const { all, isFurniture } = holding.now(shingle);
    if (isFurniture || !all.subarray(0, mostHolders).includes(uid)) continue;
    for (const follower of after(all, uid)) counts.set(follower, (counts.get(follower) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= leastShared).map(([follower]) => follower);
}

/** The text before it that a text copies most of. */
function copiedBy(uid: number, now: Compared, holding: Holding, ownOf: (uid: number) => number): number | null {
  const rank = now.rankOf(uid);
  const shared = new Map<number, number>();
  const counts: Record<number, number> = {};
  for (const shingle of now.shinglesOf(uid)) {
    const { all, isFurniture } = holding.now(shingle);
    if (isFurniture) continue;
    for (const other of all.subarray(0, mostHolders)) {
      const place = now.rankOf(other);
      if (place >= rank) break;
      shared.set(place, other);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  const owns: Record<number, number> = { [rank]: ownOf(uid) };
  for (const [place, other] of shared) owns[place] = ownOf(other);
  const best = closest(shared.keys(), rank, owns, counts);
  return best === -1 ? null : shared.get(best)!;
}
