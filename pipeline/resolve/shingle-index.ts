import { asBytes } from './packed.ts';
import type { Kept } from './shelf.ts';
import type { Pairs } from './shingle-groups.ts';

/** Shingles of one text, which has a number that stays. */
interface Indexed {
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
        kept.change(nameOf(line), (before) => packed(line, merged(unpacked(before), isGone, added.get(line)!)));
      }
    },
    fill(uidOf) {
      let next = 0;
      const writeTo = (line: number, pairs: Uint32Array): void => {
        for (; next < line; next++) kept.change(nameOf(next), () => []);
        kept.change(nameOf(line), () => packed(line, pairs));
        next = line + 1;
      };
      return {
        see({ hashes, places }) {
          for (let i = 0; i < hashes.length; ) {
            const line = lineOf(hashes[i]!);
            let end = i;
            while (end < hashes.length && lineOf(hashes[end]!) === line) end++;
            const pairs = new Uint32Array(2 * (end - i));
            for (let at = 0; i < end; i++) {
              pairs[at++] = hashes[i]!;
              pairs[at++] = uidOf(places[i]!);
            }
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

/** Pairs by shingle without those of texts that are gone, with others. */
function merged(pairs: Uint32Array, isGone: ReadonlySet<number>, added: readonly number[]): Uint32Array {
  const come = Array.from({ length: added.length / 2 }, (_, i) => 2 * i).sort((a, b) => added[a]! - added[b]!);
  const all = new Uint32Array(pairs.length + added.length);
  let [size, next] = [0, 0];
  const put = (shingle: number, uid: number): void => {
    all[size++] = shingle;
    all[size++] = uid;
  };
  const comeUpTo = (shingle: number): void => {
    for (; next < come.length && added[come[next]!]! <= shingle; next++)
      put(added[come[next]!]!, added[come[next]! + 1]!);
  };
  for (let i = 0; i < pairs.length; i += 2) {
    comeUpTo(pairs[i]!);
    if (!isGone.has(pairs[i + 1]!)) put(pairs[i]!, pairs[i + 1]!);
  }
  comeUpTo(Number.POSITIVE_INFINITY);
  return all.subarray(0, size);
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
