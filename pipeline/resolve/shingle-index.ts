import { asBytes } from './packed.ts';
import type { Kept } from './shelf.ts';
import type { Pairs } from './shingle-groups.ts';

/** Shingles of one text, which has a number that stays. */
export interface Indexed {
  readonly uid: number;
  readonly shingles: Uint32Array;
}

/** Which texts hold a shingle, kept from run to run as lines: the first bits, then pairs of a shingle and a text. */
export interface ShingleIndex {
  /** Numbers of the texts of before that hold it, in any order. */
  holders(shingle: number): Uint32Array;
  /** Takes texts out and puts others in. */
  edit(gone: readonly Indexed[], come: readonly Indexed[]): void;
  /** Takes all anew: pairs by shingle, in pieces whose shingles have other first bits. */
  fill(uidOf: (place: number) => number): { see(pairs: Pairs): void; close(): void };
}

/** First bits by which lines are told apart. */
const bits = 14;
/** Pairs that are remembered when they were looked up. */
const mostRemembered = 1 << 22;

const lineOf = (shingle: number): number => shingle >>> (32 - bits);
const nameOf = (line: number): string => `${line.toString(16).padStart(4, '0')}\t`;

export function shingleIndex(kept: Kept): ShingleIndex {
  const known = new Map<number, Uint32Array>();
  let remembered = 0;
  const pairsIn = (line: number): Uint32Array => {
    let pairs = known.get(line);
    if (!pairs) {
      if (remembered > mostRemembered) {
        known.clear();
        remembered = 0;
      }
      pairs = unpacked(kept.under(nameOf(line)));
      known.set(line, pairs);
      remembered += pairs.length;
    }
    return pairs;
  };
  return {
    holders(shingle) {
      const pairs = pairsIn(lineOf(shingle));
      const found: number[] = [];
      for (let at = firstOf(pairs, shingle); at < pairs.length && pairs[at] === shingle; at += 2)
        found.push(pairs[at + 1]!);
      return Uint32Array.from(found);
    },
    edit(gone, come) {
      const isGone = new Set(gone.map(({ uid }) => uid));
      const added = new Map<number, number[]>();
      for (const { shingles } of gone) for (const shingle of shingles) added.set(lineOf(shingle), []);
      for (const { shingles } of come) for (const shingle of shingles) added.set(lineOf(shingle), []);
      for (const { uid, shingles } of come)
        for (const shingle of shingles) added.get(lineOf(shingle))!.push(shingle, uid);
      for (const line of [...added.keys()].sort((a, b) => a - b)) {
        kept.change(nameOf(line), (before) => {
          const all = added.get(line)!;
          const pairs = unpacked(before);
          for (let i = 0; i < pairs.length; i += 2) if (!isGone.has(pairs[i + 1]!)) all.push(pairs[i]!, pairs[i + 1]!);
          return packed(line, sorted(all));
        });
      }
    },
    fill(uidOf) {
      let next = 0;
      const writeTo = (line: number, pairs: readonly number[]): void => {
        for (; next < line; next++) kept.change(nameOf(next), () => []);
        kept.change(nameOf(line), () => packed(line, Uint32Array.from(pairs)));
        next = line + 1;
      };
      return {
        see({ hashes, places }) {
          for (let i = 0; i < hashes.length; ) {
            const line = lineOf(hashes[i]!);
            const pairs: number[] = [];
            for (; i < hashes.length && lineOf(hashes[i]!) === line; i++) pairs.push(hashes[i]!, uidOf(places[i]!));
            writeTo(line, pairs);
          }
        },
        close() {
          for (; next < 1 << bits; next++) kept.change(nameOf(next), () => []);
        },
      };
    },
  };
}

const packed = (line: number, pairs: Uint32Array): string[] =>
  pairs.length === 0 ? [] : [`${nameOf(line)}${Buffer.from(asBytes(pairs)).toString('base64')}`];

function unpacked([line]: readonly string[]): Uint32Array {
  if (line === undefined) return new Uint32Array();
  const bytes = Buffer.from(line.slice(line.indexOf('\t') + 1), 'base64');
  const pairs = new Uint32Array(bytes.length / 4);
  asBytes(pairs).set(bytes);
  return pairs;
}

/** Pairs by shingle. */
function sorted(pairs: readonly number[]): Uint32Array {
  const order = Array.from({ length: pairs.length / 2 }, (_, i) => 2 * i).sort((a, b) => pairs[a]! - pairs[b]!);
  return Uint32Array.from(order.flatMap((at) => [pairs[at]!, pairs[at + 1]!]));
}

/** Where the pairs of a shingle begin, or would. */
function firstOf(pairs: Uint32Array, shingle: number): number {
  let [low, high] = [0, pairs.length / 2];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (pairs[2 * middle]! < shingle) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}
