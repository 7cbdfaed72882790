import type { Texts } from './copies.ts';
import { type Parts, partsIn } from './parts.ts';
import type { Room } from './room.ts';

/** Shingles sorted at a time, so that memory does not grow with the corpus. */
const batch = 2 ** 22;
const mostParts = 2 ** 8;

/**
 * The places, ascending, of the texts that hold a shingle, for each shingle that two texts hold. Valid until the next is asked
 * for. `see` is told all shingles with the places of their texts, ascending.
 */
export function* shingleHolders(texts: Texts, room: Room, see: (pairs: Pairs) => void): Generator<Uint32Array> {
  const parts = scattered(texts, room);
  for (let part = 0; part < parts.count; part++) {
    const pairs = sortedPairs(parts.take(part), texts.count);
    const { hashes, places } = pairs;
    see(pairs);
    for (let i = 0, end = 0; i < hashes.length; i = end) {
      while (end < hashes.length && hashes[end] === hashes[i]) end++;
      if (end - i > 1) yield places.subarray(i, end);
    }
  }
}

/** Pairs of a shingle and the place of its text, parted by the shingle's first bits. */
function scattered(texts: Texts, room: Room): Parts {
  const wanted = 2 ** Math.max(0, Math.ceil(Math.log2(texts.shingles / batch)));
  const count = Math.min(wanted, mostParts);
  const width = 2 ** 32 / count;
  const parts = partsIn(room, count);
  for (const place of texts.places()) {
    for (const shingle of texts.shinglesOf(place)) {
      const part = Math.floor(shingle / width);
      parts.add(part, shingle);
      parts.add(part, place);
    }
  }
  return parts;
}

/** Shingles, and the place of a text that holds each. */
export interface Pairs {
  readonly hashes: Uint32Array;
  readonly places: Uint32Array;
}

/** Pairs by shingle, then by place. */
function sortedPairs(mixed: Uint32Array, count: number): Pairs {
  const hashes = new Uint32Array(mixed.length / 2);
  const places = new Uint32Array(mixed.length / 2);
  for (let i = 0; i < hashes.length; i++) {
    hashes[i] = mixed[2 * i]!;
    places[i] = mixed[2 * i + 1]!;
  }
  let pairs: Pairs = { hashes, places };
  let spare: Pairs = { hashes: mixed.subarray(0, hashes.length), places: mixed.subarray(hashes.length) };
  for (const [key, shift] of digits) {
    if (key === 'places' && count >>> shift === 0) continue;
    scatter(pairs, spare, pairs[key], shift);
    [pairs, spare] = [spare, pairs];
  }
  return pairs;
}

/** What is sorted by, the least first: a pass for each sixteen bits keeps the order of the pass before. */
const digits: readonly (readonly [keyof Pairs, number])[] = [
  ['places', 0],
  ['places', 16],
  ['hashes', 0],
  ['hashes', 16],
];

function scatter(from: Pairs, to: Pairs, keys: Uint32Array, shift: number): void {
  const starts = new Uint32Array(2 ** 16 + 1);
  for (let i = 0; i < keys.length; i++) starts[((keys[i]! >>> shift) & 0xffff) + 1]!++;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  for (let i = 0; i < keys.length; i++) {
    const at = starts[(keys[i]! >>> shift) & 0xffff]!++;
    to.hashes[at] = from.hashes[i]!;
    to.places[at] = from.places[i]!;
  }
}
