import { key1, key2, key3 } from '../linear/hash.ts';
import { type IntMap, lookUp } from '../linear/int-map.ts';
import type { WordClasses } from '../linear/word-classes.ts';
import { padding, sentenceCasing, sign, stride, wordSigns } from '../linear/words.ts';

/** What is known of single words: their usual tags, and their classes. */
export interface Lexicon {
  /** Exact word to label + 1, for words that are always tagged the same. */
  readonly dictionary: IntMap;
  /** Lower-case word to the class of tags seen on it. */
  readonly classes: IntMap;
  readonly words: WordClasses;
}

/** A sentence made ready for tagging. */
export interface Prepared {
  readonly count: number;
  readonly signs: Int32Array;
  /** Tag class, cluster and Brown cluster of each word, padded like the signs. */
  readonly known: Int32Array;
  readonly casing: number;
}

/** Integers in `known` for each word. */
const facts = 3;

/** Room for the keys of one word. */
export const maximumKeys = 64;

/** Looks up every word of a sentence once. */
export function prepare(words: readonly string[], lexicon: Lexicon): Prepared {
  const signs = wordSigns(words);
  const known = new Int32Array((words.length + 2 * padding) * facts);
  for (let at = padding; at < words.length + padding; at++) {
    const lower = signs[at * stride + sign.lower]!;
    known[at * facts] = lookUp(lexicon.classes, lower) + 1;
    const brown = lexicon.words.brown[lexicon.words.find(lower)]!;
    known[at * facts + 1] = lexicon.words.cluster(signs[at * stride + sign.exact]!, lower, brown) + 1;
    known[at * facts + 2] = brown + 1;
  }
  return { count: words.length, signs, known, casing: sentenceCasing(signs, words.length) };
}

/** Writes all feature keys of one word, given the labels of the two words before it (-1: none), and returns how many. */
export function tagKeys(
  prepared: Prepared,
  index: number,
  previous: number,
  earlier: number,
  keys: Int32Array,
): number {
  return contextKeys(prepared, index, previous, earlier, keys, wordKeys(prepared, index, keys));
}

/** Writes the keys that the word alone decides: the same wherever it stands. */
export function wordKeys({ signs, known }: Prepared, index: number, keys: Int32Array): number {
  const at = (index + padding) * stride;
  const near = (index + padding) * facts;
  const shape = key2(0, signs[at + sign.shape]!, signs[at + sign.flags]!);
  const cluster0 = known[near + 1]!;
  let n = 0;
  keys[n++] = key1(2, signs[at + sign.lower]!);
  keys[n++] = key1(3, signs[at + sign.exact]!);
  for (let length = 1; length < 5; length++) keys[n++] = key1(14 + length, signs[at + sign.suffix1 + length]!);
  for (let length = 0; length < 4; length++) keys[n++] = key1(20 + length, signs[at + sign.prefix1 + length]!);
  keys[n++] = key2(27, signs[at + sign.suffix3]!, shape);
  keys[n++] = key1(31, known[near]!);
  keys[n++] = key1(38, cluster0);
  keys[n++] = key2(40, cluster0, shape);
  keys[n++] = key1(47, known[near + 2]!);
  keys[n++] = key2(48, known[near + 2]!, shape);
  return n;
}

/** Writes, from `n` on, the keys that the words around or the labels before decide as well. */
export function contextKeys(
  prepared: Prepared,
  index: number,
  previous: number,
  earlier: number,
  keys: Int32Array,
  from: number,
): number {
  const { signs, known } = prepared;
  const at = (index + padding) * stride;
  const near = (index + padding) * facts;
  const word = signs[at + sign.lower]!;
  const shape = key2(0, signs[at + sign.shape]!, signs[at + sign.flags]!);
  const place = prepared.casing * 2 + (index === 0 ? 1 : 0);
  const class0 = known[near]!;
  const cluster0 = known[near + 1]!;
  const left = signs[at - stride + sign.lower]!;
  const right = signs[at + stride + sign.lower]!;
  const classRight = known[near + facts]!;
  const end3 = signs[at + sign.suffix3]!;
  const before = previous + 1;
  const before2 = (earlier + 1) * 128 + before;
  let n = from;
  keys[n++] = key1(1, place);
  keys[n++] = key1(4, left);
  keys[n++] = key1(5, signs[at - 2 * stride + sign.lower]!);
  keys[n++] = key1(6, right);
  keys[n++] = key1(7, signs[at + 2 * stride + sign.lower]!);
  keys[n++] = key2(8, left, word);
  keys[n++] = key2(9, word, right);
  keys[n++] = key1(10, before);
  keys[n++] = key1(11, before2);
  keys[n++] = key2(12, before, word);
  keys[n++] = key2(13, before2, word);
  keys[n++] = key2(25, shape, place);
  keys[n++] = key3(26, shape, signs[at - stride + sign.shape]!, signs[at + stride + sign.shape]!);
  keys[n++] = key2(28, end3, before);
  keys[n++] = key1(29, signs[at - stride + sign.suffix3]!);
  keys[n++] = key1(30, signs[at + stride + sign.suffix3]!);
  keys[n++] = key2(32, class0, classRight);
  keys[n++] = key2(33, class0, before);
  keys[n++] = key3(34, class0, classRight, before);
  keys[n++] = key3(35, class0, classRight, known[near + 2 * facts]!);
  keys[n++] = key3(36, before2, class0, classRight);
  keys[n++] = key2(37, word, classRight);
  keys[n++] = key2(39, cluster0, before);
  keys[n++] = key1(41, known[near - facts + 1]!);
  keys[n++] = key1(42, known[near + facts + 1]!);
  keys[n++] = key2(43, cluster0, known[near + facts + 1]!);
  keys[n++] = key2(44, known[near - facts + 1]!, cluster0);
  keys[n++] = key3(45, before, word, right);
  keys[n++] = key2(49, known[near + 2]!, before);
  keys[n++] = key1(50, known[near - facts + 2]!);
  keys[n++] = key1(51, known[near + facts + 2]!);
  keys[n++] = key3(46, before, class0, known[near + facts + 1]!);
  return n;
}
