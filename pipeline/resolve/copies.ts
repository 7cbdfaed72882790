import { furnitureTeller } from './furniture.ts';
import { type Parts, partsIn } from './parts.ts';
import type { Room } from './room.ts';
import { type Pairs, shingleHolders } from './shingle-groups.ts';

/** Texts that differ, each at a place in the order in which they are met. */
export interface Texts {
  /** How many places there are; some may be empty. */
  readonly count: number;
  /** Shingles of all of them. */
  readonly shingles: number;
  /** How many outlets there are. */
  readonly outlets: number;
  /** The outlet that printed a text, as a number; 0 where it is not known. */
  outletOf(place: number): number;
  /** The places where a text stands, in any order. */
  places(): Iterable<number>;
  /** Distinct, ascending. */
  shinglesOf(place: number): Uint32Array;
}

/** What each text copies. */
export interface Copies {
  /** The place of the text before it that it copies most of; -1 for none. */
  readonly of: Int32Array;
  /** Hundredths of its own shingles that stand there too. */
  readonly similarity: Uint8Array;
  /** Shingles of each text that are no furniture. */
  readonly own: Uint32Array;
}

/** Share of the shorter text that a copy has in common with its original; independent reports of one event stay far below. */
const leastShare = 0.4;
/** Fewer shared shingles than these are a quotation or a set phrase, however short the text. */
export const leastShared = 12;
/** How many texts are remembered for a shingle: its first ones, since a copy goes back to the first. */
export const mostHolders = 24;
/** Texts that are compared with those before them at a time. */
const blockSize = 1 << 14;

/**
 * For each text the text before it that it copies most of. Linear in shingles: each is looked up once, in a bounded list.
 * What is found of a text lies on the disk until its block of texts is compared.
 */
export function findCopies(texts: Texts, room: Room, see: (pairs: Pairs) => void): Copies {
  const own = new Uint32Array(texts.count);
  for (const place of texts.places()) own[place] = texts.shinglesOf(place).length;
  const isFurniture = furnitureTeller(texts.outlets, texts.outletOf);
  const blocks = partsIn(room, Math.ceil(texts.count / blockSize));
  for (const holders of shingleHolders(texts, room, see)) {
    if (isFurniture(holders)) for (const place of holders) own[place]!--;
    else note(holders, blocks);
  }
  const of = new Int32Array(texts.count).fill(-1);
  const counts = new Uint32Array(texts.count);
  for (let block = 0; block < blocks.count; block++) compareBlock(blocks.take(block), block, { own, of, counts });
  const similarity = new Uint8Array(texts.count);
  for (const place of texts.places()) {
    if (of[place] === -1) continue;
    similarity[place] = similarityOf(texts.shinglesOf(place), texts.shinglesOf(of[place]!));
  }
  return { of, similarity, own };
}

/** Tells each block which of its texts hold a shingle: how many first holders and texts, the holders, the texts. */
function note(holders: Uint32Array, blocks: Parts): void {
  const first = Math.min(holders.length, mostHolders);
  for (let i = 1, end = 1; i < holders.length; i = end) {
    const block = blockOf(holders[i]!);
    while (end < holders.length && blockOf(holders[end]!) === block) end++;
    blocks.add(block, first);
    blocks.add(block, end - i);
    for (let k = 0; k < first; k++) blocks.add(block, holders[k]!);
    for (let k = i; k < end; k++) blocks.add(block, holders[k]!);
  }
}

const blockOf = (place: number): number => Math.floor(place / blockSize);

interface Comparing {
  /** Shingles of each text that are no furniture. */
  readonly own: Uint32Array;
  readonly of: Int32Array;
  /** Shared shingles by place; all 0 between two texts. */
  readonly counts: Uint32Array;
}

function compareBlock(notes: Uint32Array, block: number, { own, of, counts }: Comparing): void {
  const { starts, list } = notesByText(notes, block * blockSize);
  for (let text = 0; text < blockSize; text++) {
    const place = block * blockSize + text;
    const shared: number[] = [];
    for (let i = starts[text]!; i < starts[text + 1]!; i++) {
      const at = list[i]!;
      const end = at + 2 + notes[at]!;
      for (let k = at + 2; k < end && notes[k]! < place; k++) if (counts[notes[k]!]!++ === 0) shared.push(notes[k]!);
    }
    if (shared.length > 0) of[place] = closest(shared, place, own, counts);
    for (const other of shared) counts[other] = 0;
  }
}

/** Where the notes about each text of a block begin. */
function notesByText(notes: Uint32Array, base: number): { starts: Uint32Array; list: Uint32Array } {
  const starts = new Uint32Array(blockSize + 1);
  const visit = (see: (text: number, at: number) => void): void => {
    for (let at = 0, end = 0; at < notes.length; at = end) {
      const from = at + 2 + notes[at]!;
      end = from + notes[at + 1]!;
      for (let k = from; k < end; k++) see(notes[k]! - base, at);
    }
  };
  visit((text) => starts[text + 1]!++);
  for (let i = 1; i <= blockSize; i++) starts[i]! += starts[i - 1]!;
  const next = starts.slice();
  const list = new Uint32Array(starts[blockSize]!);
  visit((text, at) => {
    list[next[text]!++] = at;
  });
  return { starts, list };
}

/** The text that shares the largest part of the shorter of the two, if that makes a copy; the first of equals; -1 for none. */
export function closest(
  shared: Iterable<number>,
  place: number,
  own: Readonly<Record<number, number>>,
  counts: Readonly<Record<number, number>>,
): number {
  let best = -1;
  let most = leastShare;
  for (const other of shared) {
    const count = counts[other]!;
    const share = count / Math.min(own[other]!, own[place]!);
    if (count < leastShared || share < most || (share === most && best !== -1 && best < other)) continue;
    best = other;
    most = share;
  }
  return best;
}

/** Hundredths of a text's shingles that another has, too. */
export const similarityOf = (shingles: Uint32Array, other: Uint32Array): number =>
  Math.round((overlap(shingles, other) / shingles.length) * 100);

/** How many numbers two ascending lists have in common. */
export function overlap(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) count++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return count;
}
