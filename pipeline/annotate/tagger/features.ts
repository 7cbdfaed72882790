import { key2 } from '../linear/hash.ts';
import { type IntMap, lookUp } from '../linear/int-map.ts';
import { readTemplates } from '../linear/templates.ts';
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

/** Places of what the features look at: `left`, `right` and what ends in L or R are of the words around, with 2 of those next to them. */
const at = {
  place: 0,
  word: 1,
  shape: 2,
  suffix3: 3,
  class0: 4,
  cluster0: 5,
  brown0: 6,
  before: 7,
  before2: 8,
  left: 9,
  left2: 10,
  right: 11,
  right2: 12,
  shapeL: 13,
  shapeR: 14,
  suffix3L: 15,
  suffix3R: 16,
  classR: 17,
  classR2: 18,
  clusterL: 19,
  clusterR: 20,
  brownL: 21,
  brownR: 22,
  exact: 23,
  suffix2: 24,
  suffix4: 25,
  suffix5: 26,
  prefix1: 27,
  prefix2: 28,
  prefix3: 29,
  prefix4: 30,
} as const;

/** What the word alone decides: the same wherever it stands. */
export const wordTemplates = readTemplates(
  at,
  `
  2 word
  3 exact
  15 suffix2
  16 suffix3
  17 suffix4
  18 suffix5
  20 prefix1
  21 prefix2
  22 prefix3
  23 prefix4
  27 suffix3 shape
  31 class0
  38 cluster0
  40 cluster0 shape
  47 brown0
  48 brown0 shape
`,
);

/** What the words around, or the labels before, decide as well; two labels are joined in `before2`. */
export const contextTemplates = readTemplates(
  at,
  `
  1 place
  4 left
  5 left2
  6 right
  7 right2
  8 left word
  9 word right
  10 before
  11 before2
  12 before word
  13 before2 word
  25 shape place
  26 shape shapeL shapeR
  28 suffix3 before
  29 suffix3L
  30 suffix3R
  32 class0 classR
  33 class0 before
  34 class0 classR before
  35 class0 classR classR2
  36 before2 class0 classR
  37 word classR
  39 cluster0 before
  41 clusterL
  42 clusterR
  43 cluster0 clusterR
  44 clusterL cluster0
  45 before word right
  49 brown0 before
  50 brownL
  51 brownR
  46 before class0 clusterR
`,
);

/** Writes what the features look at that context decides, given the labels of the two words before (-1: none). */
export function readContext(
  { signs, known, casing }: Prepared,
  index: number,
  previous: number,
  earlier: number,
  values: Int32Array,
): void {
  const from = (index + padding) * stride;
  const near = (index + padding) * facts;
  const before = previous + 1;
  values[at.place] = casing * 2 + (index === 0 ? 1 : 0);
  values[at.word] = signs[from + sign.lower]!;
  values[at.shape] = key2(0, signs[from + sign.shape]!, signs[from + sign.flags]!);
  values[at.suffix3] = signs[from + sign.suffix3]!;
  values[at.class0] = known[near]!;
  values[at.cluster0] = known[near + 1]!;
  values[at.brown0] = known[near + 2]!;
  values[at.before] = before;
  values[at.before2] = (earlier + 1) * 128 + before;
  values[at.left] = signs[from - stride + sign.lower]!;
  values[at.left2] = signs[from - 2 * stride + sign.lower]!;
  values[at.right] = signs[from + stride + sign.lower]!;
  values[at.right2] = signs[from + 2 * stride + sign.lower]!;
  values[at.shapeL] = signs[from - stride + sign.shape]!;
  values[at.shapeR] = signs[from + stride + sign.shape]!;
  values[at.suffix3L] = signs[from - stride + sign.suffix3]!;
  values[at.suffix3R] = signs[from + stride + sign.suffix3]!;
  values[at.classR] = known[near + facts]!;
  values[at.classR2] = known[near + 2 * facts]!;
  values[at.clusterL] = known[near - facts + 1]!;
  values[at.clusterR] = known[near + facts + 1]!;
  values[at.brownL] = known[near - facts + 2]!;
  values[at.brownR] = known[near + facts + 2]!;
}

/** Writes what only the features of the word alone look at, beside its context. */
export function readWord({ signs }: Prepared, index: number, values: Int32Array): void {
  const from = (index + padding) * stride;
  values[at.exact] = signs[from + sign.exact]!;
  values[at.suffix2] = signs[from + sign.suffix2]!;
  values[at.suffix4] = signs[from + sign.suffix4]!;
  values[at.suffix5] = signs[from + sign.suffix5]!;
  values[at.prefix1] = signs[from + sign.prefix1]!;
  values[at.prefix2] = signs[from + sign.prefix2]!;
  values[at.prefix3] = signs[from + sign.prefix3]!;
  values[at.prefix4] = signs[from + sign.prefix4]!;
}
