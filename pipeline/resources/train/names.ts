import { ByteWriter } from '#pipeline/annotate/linear/bytes.ts';
import { intMap } from '#pipeline/annotate/linear/int-map.ts';
import { packModel } from '#pipeline/annotate/linear/model.ts';
import { templateKeys } from '#pipeline/annotate/linear/templates.ts';
import { writeMap, writeWeights } from '#pipeline/annotate/linear/weights.ts';
import type { WordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { type NameLexicon, nameKeys, nameTemplates, prepareNames } from '#pipeline/annotate/names/tagger/features.ts';
import { type TaggerModel, tagSentence } from '#pipeline/annotate/tagger/index.ts';
import { titleCase, upperCase } from './casing-noise.ts';
import { type CrfOptions, quantize, trainCrf } from './crf.ts';
import type { NameSentence } from './name-sentence.ts';
import { seededRandom } from './random.ts';

/** Weights are integers in these parts of the natural logarithm. */
const scale = 64;

/** What the trainer may vary. */
export interface NameOptions extends CrfOptions {
  /** Features seen less often are left out. */
  readonly leastSeen: number;
  /** Weights below so many 64ths are left out. */
  readonly least: number;
  readonly words: WordClasses;
  /** Share of each score that counts when probabilities are reckoned: less than one for a field that is too sure of itself. */
  readonly calm: number;
  readonly lists: ReadonlyMap<number, number>;
  readonly about: Record<string, unknown>;
}

/** Learns the name tagger and returns the bytes of its model. */
export function trainNames(sentences: readonly NameSentence[], tagger: TaggerModel, options: NameOptions): Uint8Array {
  const lexicon: NameLexicon = {
    words: options.words,
    lists: intMap([...options.lists.keys()], [...options.lists.values()]),
  };
  const keyed = keysOf(recased(sentences, options.seed), tagger, lexicon);
  const index = indexOf(keyed, options.leastSeen);
  const instances = keyed.map(({ keys, allowed }) => ({ features: keys.map((list) => known(list, index)), allowed }));
  const { emissions, transitions } = trainCrf(instances, index.size, options);
  const rows = quantize(emissions, Int32Array.from(index.keys()), scale, options.least);
  const writer = new ByteWriter();
  writeMap(writer, options.lists);
  writer.unsigned(Math.round(100 * options.calm));
  for (const value of transitions) writer.signed(Math.round(value * scale));
  writeWeights(writer, rows);
  return packModel({ kind: 'names', labels: [], about: { ...options.about, features: rows.length } }, writer.finish());
}

/** The sentences, and some of them again as headlines or in capitals. */
function recased(sentences: readonly NameSentence[], seed: number): NameSentence[] {
  const random = seededRandom(seed);
  const more: NameSentence[] = [];
  for (const sentence of sentences) {
    const drawn = random();
    if (drawn < 0.1) more.push({ ...sentence, words: titleCase(sentence.words) });
    else if (drawn < 0.15) more.push({ ...sentence, words: upperCase(sentence.words) });
  }
  return [...sentences, ...more];
}

interface Keyed {
  readonly keys: readonly Int32Array[];
  readonly allowed: Uint32Array;
}

function keysOf(sentences: readonly NameSentence[], tagger: TaggerModel, lexicon: NameLexicon): Keyed[] {
  const [keys, values] = [new Int32Array(256), new Int32Array(256)];
  const hash = (set: number, count: number): number => templateKeys(nameTemplates[set]!, values, keys, count);
  return sentences.map(({ words, allowed }) => {
    const prepared = prepareNames(words, tagSentence(tagger, words).tag, lexicon);
    return { keys: words.map((_, at) => keys.slice(0, nameKeys(prepared, at, { keys, values, hash }))), allowed };
  });
}

/** Numbers the features seen often enough. */
function indexOf(keyed: readonly Keyed[], leastSeen: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { keys } of keyed)
    for (const list of keys) for (const key of list) counts.set(key, (counts.get(key) ?? 0) + 1);
  const index = new Map<number, number>();
  for (const [key, count] of counts) if (count >= leastSeen) index.set(key, index.size);
  return index;
}

function known(list: Int32Array, index: ReadonlyMap<number, number>): Int32Array {
  return list.map((key) => index.get(key) ?? -1).filter((feature) => feature >= 0);
}
