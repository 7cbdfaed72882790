/** Remembers which texts hold a shingle. Texts are met in order. */
export interface Holders {
  /** What a text shares with each one met before, by its index; afterwards it is remembered. */
  meet(index: number, shingles: Uint32Array): Map<number, number>;
}

/** How many texts are remembered for a shingle: its first ones, since a copy goes back to the first. */
const most = 24;
/** Shingles sorted at a time, so that memory does not grow with the corpus. */
const batch = 2 ** 22;

/** Makes room for the shingles that stand in two texts or more; all others can make no copy. */
export function holdersOf(texts: readonly Uint32Array[]): Holders {
  const { hashes, offsets } = sharedShingles(texts);
  const holders = new Uint32Array(offsets.at(-1)!);
  const filled = new Uint8Array(hashes.length);
  return {
    meet(index, shingles) {
      const shared = new Map<number, number>();
      let from = 0;
      for (const shingle of shingles) {
        from = lowerBound(hashes, shingle, from);
        if (from === hashes.length) break;
        if (hashes[from] !== shingle) continue;
        const start = offsets[from]!;
        const end = start + filled[from]!;
        for (let i = start; i < end; i++) shared.set(holders[i]!, (shared.get(holders[i]!) ?? 0) + 1);
        if (end < offsets[from + 1]!) {
          holders[end] = index;
          filled[from]!++;
        }
      }
      return shared;
    },
  };
}

/** Shingles of two texts or more, ascending, and where the list of each begins in one array of all lists. */
function sharedShingles(texts: readonly Uint32Array[]): { hashes: Uint32Array; offsets: Uint32Array } {
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  const hashes: number[] = [];
  const offsets: number[] = [0];
  const cursors = new Uint32Array(texts.length);
  const width = 2 ** 32 / 2 ** Math.max(0, Math.ceil(Math.log2(total / batch)));
  for (let limit = width; limit <= 2 ** 32; limit += width) {
    const sorted = takeBelow(texts, cursors, limit).sort();
    for (let i = 0, end = 0; i < sorted.length; i = end) {
      while (end < sorted.length && sorted[end] === sorted[i]) end++;
      if (end - i < 2) continue;
      hashes.push(sorted[i]!);
      offsets.push(offsets.at(-1)! + Math.min(end - i, most));
    }
  }
  return { hashes: Uint32Array.from(hashes), offsets: Uint32Array.from(offsets) };
}

/** The shingles of all texts from their cursors up to a limit; moves the cursors. */
function takeBelow(texts: readonly Uint32Array[], cursors: Uint32Array, limit: number): Uint32Array {
  const taken: number[] = [];
  for (const [index, text] of texts.entries()) {
    let cursor = cursors[index]!;
    while (cursor < text.length && text[cursor]! < limit) taken.push(text[cursor++]!);
    cursors[index] = cursor;
  }
  return Uint32Array.from(taken);
}

/** Index of the first number that is at least `value`, from `from` on; steps double, as the next one is near. */
function lowerBound(sorted: Uint32Array, value: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < sorted.length && sorted[low + step]! < value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step + 1, sorted.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
