import { seed, step } from './hash.ts';

/** What a model sees of one word, as integers; suffixes and prefixes are of the lower-case word. */
export const sign = {
  exact: 0,
  lower: 1,
  shape: 2,
  suffix1: 3,
  suffix2: 4,
  suffix3: 5,
  suffix4: 6,
  suffix5: 7,
  prefix1: 8,
  prefix2: 9,
  prefix3: 10,
  prefix4: 11,
  flags: 12,
  casing: 13,
} as const;

/** Integers per word. */
export const stride = 16;
/** Empty words before and after the sentence, so that a window never leaves the array. */
export const padding = 3;

/** Casing of a word: no letter, lower, Capitalised, UPPER, miXed. */
export const casing = { none: 0, lower: 1, title: 2, upper: 3, mixed: 4 } as const;

const quotes: Readonly<Record<number, number>> = { 8216: 39, 8217: 39, 700: 39, 8220: 34, 8221: 34 };
const prefixes = 4;
const suffixes = 5;

/** The signs of each word of a sentence, `padding` empty words on either side. */
export function wordSigns(words: readonly string[]): Int32Array {
  const signs = new Int32Array((words.length + 2 * padding) * stride);
  for (let at = 0; at < padding; at++) {
    const before = at - padding;
    signs[at * stride + sign.lower] = before;
    signs[at * stride + sign.exact] = before;
    const after = (padding + words.length + at) * stride;
    signs[after + sign.lower] = at + 1;
    signs[after + sign.exact] = at + 1;
  }
  for (let index = 0; index < words.length; index++) {
    const from = slotOf(words[index]!);
    const to = (index + padding) * stride;
    for (let at = 0; at < stride; at++) signs[to + at] = read[from + at]!;
  }
  return signs;
}

/** A word in small letters, as its sign. */
export function lowerSign(word: string): number {
  return read[slotOf(word) + sign.lower]!;
}

/** Where the signs of the words met begin in `read`, so that no word is spelled out twice; beyond `mostMet` all are forgotten. */
const met = new Map<string, number>();
const mostMet = 20_000;
const longestMet = 40;
/** Signs of the words met, and behind them a place for one that is not kept. */
const read = new Int32Array((mostMet + 1) * stride);

function slotOf(word: string): number {
  const known = met.get(word);
  if (known !== undefined) return known;
  if (met.size >= mostMet) met.clear();
  const isKept = word.length <= longestMet;
  const slot = (isKept ? met.size : mostMet) * stride;
  read.fill(0, slot, slot + stride);
  readWord(word, read, slot);
  if (isKept) met.set(word, slot);
  return slot;
}

function readWord(word: string, signs: Int32Array, base: number): void {
  const folded = word.toLowerCase();
  const lower = folded.length === word.length ? folded : word;
  let exact = seed;
  let small = seed;
  let shape = seed;
  let last = 0;
  let [upper, lowercase, digits, marks, firstUpper] = [0, 0, 0, 0, 0];
  for (let at = 0; at < word.length; at++) {
    const raw = word.charCodeAt(at);
    const code = plain(raw);
    const low = plain(lower.charCodeAt(at));
    const kind = kindOf(code, low);
    if (kind === upperKind) upper++;
    else if (kind === lowerKind) lowercase++;
    else if (kind === digitKind) digits++;
    else marks |= markOf(code);
    if (at === 0 && kind === upperKind) firstUpper = 1;
    exact = step(exact, raw);
    small = step(small, kind === digitKind ? 48 : low);
    if (at < prefixes) signs[base + sign.prefix1 + at] = small;
    const form = kind === markKind ? code : kind;
    if (form !== last || at === 1) shape = step(shape, form);
    last = form;
  }
  readSuffixes(lower, signs, base);
  signs[base + sign.exact] = exact === 0 ? 1 : exact;
  signs[base + sign.lower] = small === 0 ? 1 : small;
  signs[base + sign.shape] = shape;
  signs[base + sign.casing] = casingOf(upper, lowercase, firstUpper);
  signs[base + sign.flags] = marks | (digits > 0 ? 1 : 0);
}

function readSuffixes(lower: string, signs: Int32Array, base: number): void {
  let hash = seed;
  for (let length = 1; length <= suffixes; length++) {
    const at = lower.length - length;
    const code = at < 0 ? 0 : plain(lower.charCodeAt(at));
    hash = step(hash, code >= 48 && code <= 57 ? 48 : code);
    signs[base + sign.suffix1 + length - 1] = hash;
  }
}

const [upperKind, lowerKind, digitKind, markKind] = [1, 2, 3, 4];

function kindOf(code: number, low: number): number {
  if (code >= 97 && code <= 122) return lowerKind;
  if (code !== low) return upperKind;
  if (code >= 48 && code <= 57) return digitKind;
  return code > 0xbf && (code < 0x2000 || code > 0x2bff) ? lowerKind : markKind;
}

function plain(code: number): number {
  return code < 0x2bc ? code : (quotes[code] ?? code);
}

function markOf(code: number): number {
  if (code === 45) return 2;
  if (code === 46) return 4;
  return code === 39 ? 8 : 16;
}

function casingOf(upper: number, lower: number, firstUpper: number): number {
  if (upper === 0) return lower === 0 ? casing.none : casing.lower;
  if (lower === 0 && upper > 1) return casing.upper;
  return firstUpper === 1 && upper === 1 ? casing.title : casing.mixed;
}

/** Casing of a sentence, from its words of letters: 0 as usual, 1 most capitalised, 2 most upper case, 3 none capitalised. */
export function sentenceCasing(signs: Int32Array, count: number): number {
  const seen = new Int32Array(5);
  for (let index = 0; index < count; index++) seen[signs[(index + padding) * stride + sign.casing]!]!++;
  const [, lower = 0, title = 0, upper = 0, mixed = 0] = seen;
  const letters = lower + title + upper + mixed;
  if (letters < 3) return 0;
  if (upper * 2 > letters) return 2;
  if ((title + upper + mixed) * 10 > letters * 6) return 1;
  return lower === letters ? 3 : 0;
}
