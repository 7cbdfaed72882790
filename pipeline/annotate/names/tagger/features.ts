import { hashString, key1, key2, key3 } from '../../linear/hash.ts';
import type { IntMap } from '../../linear/int-map.ts';
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

/** Room for the keys of one word. */
export const maximumNameKeys = 96;

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

/** Writes the feature keys of one word and returns how many. */
export function nameKeys(prepared: PreparedNames, index: number, keys: Int32Array): number {
  const n = wordKeys(prepared, index, keys);
  return runKeys(prepared, index, keys, n);
}

function wordKeys(
  { signs, tags, clusters, topics, bits, casing: place0 }: PreparedNames,
  index: number,
  keys: Int32Array,
): number {
  const center = index + padding;
  const at = center * stride;
  const place = place0 * 2 + (index === 0 ? 1 : 0);
  const word = signs[at + sign.lower]!;
  const left = signs[at - stride + sign.lower]!;
  const right = signs[at + stride + sign.lower]!;
  const shape = signs[at + sign.shape]!;
  const shapeLeft = signs[at - stride + sign.shape]!;
  const shapeRight = signs[at + stride + sign.shape]!;
  const tag = tags[center]!;
  const cluster = clusters[center]!;
  const topic = topics[center]!;
  const list = bits[center]!;
  let n = 0;
  keys[n++] = key1(101, place);
  keys[n++] = key1(102, word);
  keys[n++] = key1(103, signs[at + sign.exact]!);
  keys[n++] = key1(104, left);
  keys[n++] = key1(105, right);
  keys[n++] = key1(106, signs[at - 2 * stride + sign.lower]!);
  keys[n++] = key1(107, signs[at + 2 * stride + sign.lower]!);
  keys[n++] = key2(108, left, word);
  keys[n++] = key2(109, word, right);
  for (let length = 1; length < 5; length++) keys[n++] = key1(110 + length, signs[at + sign.suffix1 + length]!);
  for (let length = 1; length < 4; length++) keys[n++] = key1(116 + length, signs[at + sign.prefix1 + length]!);
  keys[n++] = key2(120, shape, place);
  keys[n++] = key3(121, shapeLeft, shape, shapeRight);
  keys[n++] = key2(122, shapeLeft, shape);
  keys[n++] = key2(123, shape, shapeRight);
  keys[n++] = key2(124, left, shape);
  keys[n++] = key2(125, shape, right);
  keys[n++] = key1(126, tag);
  keys[n++] = key2(127, tags[center - 1]!, tag);
  keys[n++] = key2(128, tag, tags[center + 1]!);
  keys[n++] = key3(129, tags[center - 1]!, tag, tags[center + 1]!);
  keys[n++] = key2(130, tag, shape);
  keys[n++] = key1(131, cluster);
  keys[n++] = key1(132, clusters[center - 1]!);
  keys[n++] = key1(133, clusters[center + 1]!);
  keys[n++] = key2(134, cluster, shape);
  keys[n++] = key2(135, clusters[center - 1]!, cluster);
  keys[n++] = key2(136, cluster, clusters[center + 1]!);
  keys[n++] = key1(137, clusters[center - 2]!);
  keys[n++] = key1(138, clusters[center + 2]!);
  keys[n++] = key2(139, list, shape);
  keys[n++] = key2(140, list, tag);
  keys[n++] = key2(141, bits[center - 1]!, list);
  keys[n++] = key2(142, list, bits[center + 1]!);
  keys[n++] = key3(143, bits[center - 1]!, list, bits[center + 1]!);
  keys[n++] = key2(144, list, left);
  keys[n++] = key2(145, list, right);
  keys[n++] = key2(147, topic, shape);
  keys[n++] = key1(148, topics[center - 1]!);
  keys[n++] = key1(149, topics[center + 1]!);
  keys[n++] = key2(163, topics[center - 1]!, topic);
  keys[n++] = key2(164, topic, topics[center + 1]!);
  keys[n++] = key2(165, topic, list);
  for (let bit = 0; bit < 32; bit++) if ((list >>> bit) & 1) keys[n++] = key2(146, bit, place);
  return n;
}

/** What the whole run of capitalised words looks like: its ends, its neighbours, its length. */
function runKeys(
  { signs, clusters, topics, bits, runs, casing: place }: PreparedNames,
  index: number,
  keys: Int32Array,
  from: number,
): number {
  const first = runs[index * 2]!;
  const last = runs[index * 2 + 1]!;
  let n = from;
  if (!isCapital(signs, index)) return n;
  const spot = Math.min(index - first, 2) * 4 + Math.min(last - index, 2);
  const end = (last + padding) * stride;
  const start = (first + padding) * stride;
  const left = signs[start - stride + sign.lower]!;
  const right = signs[end + stride + sign.lower]!;
  keys[n++] = key2(151, spot, place);
  keys[n++] = key2(152, spot, signs[end + sign.lower]!);
  keys[n++] = key2(153, spot, signs[start + sign.lower]!);
  keys[n++] = key2(154, spot, left);
  keys[n++] = key2(155, spot, right);
  keys[n++] = key2(156, spot, clusters[last + padding]!);
  keys[n++] = key2(157, spot, clusters[first + padding]!);
  keys[n++] = key2(158, spot, clusters[first + padding - 1]!);
  keys[n++] = key2(159, spot, clusters[last + padding + 1]!);
  keys[n++] = key2(166, spot, topics[last + padding]!);
  keys[n++] = key2(167, spot, topics[first + padding]!);
  keys[n++] = key2(160, spot, bits[last + padding]!);
  keys[n++] = key2(161, spot, bits[first + padding]!);
  keys[n++] = key3(162, spot, left, right);
  return n;
}
