import { hashString, key2 } from '../../linear/hash.ts';
import type { IntMap } from '../../linear/int-map.ts';
import type { RowKernel } from '../../linear/kernel.ts';
import { readTemplates } from '../../linear/templates.ts';
import type { WordClasses } from '../../linear/word-classes.ts';
import { casing, padding, sentenceCasing, sign, stride, wordSigns } from '../../linear/words.ts';
import { listBits } from './phrases.ts';

/** What the name tagger knows of single words and phrases. */
export interface NameLexicon {
  readonly words: WordClasses;
  /** Phrase to the bits of the lists it stands in. */
  readonly lists: IntMap;
}

/** A sentence made ready; all arrays but `runs` are padded. */
export interface PreparedNames {
  readonly count: number;
  readonly signs: Int32Array;
  readonly tags: Int32Array;
  readonly clusters: Int32Array;
  readonly topics: Int32Array;
  readonly bits: Int32Array;
  readonly casing: number;
  /** First and last word of the run of capitalised words around each word; the word itself if it is not capitalised. */
  readonly runs: Int32Array;
}

/** Looks up every word of a sentence once. */
export function prepareNames(words: readonly string[], tags: readonly string[], lexicon: NameLexicon): PreparedNames {
  const signs = wordSigns(words);
  const count = words.length;
  const tagHashes = new Int32Array(count + 2 * padding);
  const clusters = new Int32Array(count + 2 * padding);
  const topics = new Int32Array(count + 2 * padding);
  for (let index = 0; index < count; index++) {
    const at = (index + padding) * stride;
    tagHashes[index + padding] = hashString(tags[index] ?? '');
    const place = lexicon.words.find(signs[at + sign.lower]!);
    clusters[index + padding] = lexicon.words.brown[place]! + 1;
    topics[index + padding] = lexicon.words.topic[place]! + 1;
  }
  return {
    count,
    signs,
    tags: tagHashes,
    clusters,
    topics,
    bits: listBits(signs, count, lexicon.lists),
    casing: sentenceCasing(signs, count),
    runs: capitalRuns(signs, count),
  };
}

function capitalRuns(signs: Int32Array, count: number): Int32Array {
  const runs = new Int32Array(count * 2);
  let first = 0;
  while (first < count) {
    let last = first;
    while (isCapital(signs, first) && last + 1 < count && isCapital(signs, last + 1)) last++;
    for (let at = first; at <= last; at++) {
      runs[at * 2] = first;
      runs[at * 2 + 1] = last;
    }
    first = last + 1;
  }
  return runs;
}

function isCapital(signs: Int32Array, index: number): boolean {
  return signs[(index + padding) * stride + sign.casing]! >= casing.title;
}

/** Places of what the features look at: `left`, `right` and what ends in L or R are of the words around; first and last are of the run. */
const at = {
  place: 0,
  word: 1,
  exact: 2,
  left: 3,
  right: 4,
  left2: 5,
  right2: 6,
  suffix2: 7,
  suffix3: 8,
  suffix4: 9,
  suffix5: 10,
  prefix2: 11,
  prefix3: 12,
  prefix4: 13,
  shape: 14,
  shapeL: 15,
  shapeR: 16,
  tag: 17,
  tagL: 18,
  tagR: 19,
  cluster: 20,
  clusterL: 21,
  clusterR: 22,
  clusterL2: 23,
  clusterR2: 24,
  list: 25,
  listL: 26,
  listR: 27,
  topic: 28,
  topicL: 29,
  topicR: 30,
  casing: 31,
  spot: 32,
  lastWord: 33,
  firstWord: 34,
  runL: 35,
  runR: 36,
  lastCluster: 37,
  firstCluster: 38,
  runClusterL: 39,
  runClusterR: 40,
  lastTopic: 41,
  firstTopic: 42,
  lastList: 43,
  firstList: 44,
} as const;

/** Features of a word and its neighbours. */
const wordTemplates = readTemplates(
  at,
  `
  101 place
  102 word
  103 exact
  104 left
  105 right
  106 left2
  107 right2
  108 left word
  109 word right
  111 suffix2
  112 suffix3
  113 suffix4
  114 suffix5
  117 prefix2
  118 prefix3
  119 prefix4
  120 shape place
  121 shapeL shape shapeR
  122 shapeL shape
  123 shape shapeR
  124 left shape
  125 shape right
  126 tag
  127 tagL tag
  128 tag tagR
  129 tagL tag tagR
  130 tag shape
  131 cluster
  132 clusterL
  133 clusterR
  134 cluster shape
  135 clusterL cluster
  136 cluster clusterR
  137 clusterL2
  138 clusterR2
  139 list shape
  140 list tag
  141 listL list
  142 list listR
  143 listL list listR
  144 list left
  145 list right
  147 topic shape
  148 topicL
  149 topicR
  163 topicL topic
  164 topic topicR
  165 topic list
`,
);

/** Features of the whole run of capitalised words: its ends, its neighbours, and where the word stands in it. */
const runTemplates = readTemplates(
  at,
  `
  151 spot casing
  152 spot lastWord
  153 spot firstWord
  154 spot runL
  155 spot runR
  156 spot lastCluster
  157 spot firstCluster
  158 spot runClusterL
  159 spot runClusterR
  166 spot lastTopic
  167 spot firstTopic
  160 spot lastList
  161 spot firstList
  162 spot runL runR
`,
);

/** The sets of templates of a name tagger's kernel. */
export const nameTemplates = [wordTemplates, runTemplates];

/** Writes the keys of one word by whatever hashes templates behind the first so many keys, and returns how many there are. */
export function nameKeys(
  prepared: PreparedNames,
  index: number,
  { values, keys, hash }: Pick<RowKernel, 'values' | 'keys' | 'hash'>,
): number {
  readWord(prepared, index, values);
  let n = hash(0, 0);
  const list = values[at.list]!;
  for (let bit = 0; bit < 32; bit++) if ((list >>> bit) & 1) keys[n++] = key2(146, bit, values[at.place]!);
  if (!isCapital(prepared.signs, index)) return n;
  readRun(prepared, index, values);
  return hash(1, n);
}

function readWord(
  { signs, tags, clusters, topics, bits, casing: sentence }: PreparedNames,
  index: number,
  values: Int32Array,
): void {
  const center = index + padding;
  const from = center * stride;
  values[at.place] = sentence * 2 + (index === 0 ? 1 : 0);
  values[at.word] = signs[from + sign.lower]!;
  values[at.exact] = signs[from + sign.exact]!;
  values[at.left] = signs[from - stride + sign.lower]!;
  values[at.right] = signs[from + stride + sign.lower]!;
  values[at.left2] = signs[from - 2 * stride + sign.lower]!;
  values[at.right2] = signs[from + 2 * stride + sign.lower]!;
  values[at.suffix2] = signs[from + sign.suffix2]!;
  values[at.suffix3] = signs[from + sign.suffix3]!;
  values[at.suffix4] = signs[from + sign.suffix4]!;
  values[at.suffix5] = signs[from + sign.suffix5]!;
  values[at.prefix2] = signs[from + sign.prefix2]!;
  values[at.prefix3] = signs[from + sign.prefix3]!;
  values[at.prefix4] = signs[from + sign.prefix4]!;
  values[at.shape] = signs[from + sign.shape]!;
  values[at.shapeL] = signs[from - stride + sign.shape]!;
  values[at.shapeR] = signs[from + stride + sign.shape]!;
  values[at.tag] = tags[center]!;
  values[at.tagL] = tags[center - 1]!;
  values[at.tagR] = tags[center + 1]!;
  values[at.cluster] = clusters[center]!;
  values[at.clusterL] = clusters[center - 1]!;
  values[at.clusterR] = clusters[center + 1]!;
  values[at.clusterL2] = clusters[center - 2]!;
  values[at.clusterR2] = clusters[center + 2]!;
  values[at.list] = bits[center]!;
  values[at.listL] = bits[center - 1]!;
  values[at.listR] = bits[center + 1]!;
  values[at.topic] = topics[center]!;
  values[at.topicL] = topics[center - 1]!;
  values[at.topicR] = topics[center + 1]!;
}

function readRun(
  { signs, clusters, topics, bits, runs, casing: sentence }: PreparedNames,
  index: number,
  values: Int32Array,
): void {
  const [first, last] = [runs[index * 2]!, runs[index * 2 + 1]!];
  const [start, end] = [first + padding, last + padding];
  values[at.casing] = sentence;
  values[at.spot] = Math.min(index - first, 2) * 4 + Math.min(last - index, 2);
  values[at.lastWord] = signs[end * stride + sign.lower]!;
  values[at.firstWord] = signs[start * stride + sign.lower]!;
  values[at.runL] = signs[(start - 1) * stride + sign.lower]!;
  values[at.runR] = signs[(end + 1) * stride + sign.lower]!;
  values[at.lastCluster] = clusters[end]!;
  values[at.firstCluster] = clusters[start]!;
  values[at.runClusterL] = clusters[start - 1]!;
  values[at.runClusterR] = clusters[end + 1]!;
  values[at.lastTopic] = topics[end]!;
  values[at.firstTopic] = topics[start]!;
  values[at.lastList] = bits[end]!;
  values[at.firstList] = bits[start]!;
}
