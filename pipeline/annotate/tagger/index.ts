import { ByteReader } from '../linear/bytes.ts';
import { lookUp } from '../linear/int-map.ts';
import { openModel } from '../linear/model.ts';
import { addWeights, readMap, readWeights, type Weights } from '../linear/weights.ts';
import { padding, sign, stride } from '../linear/words.ts';
import { contextKeys, type Lexicon, maximumKeys, type Prepared, prepare, wordKeys } from './features.ts';

/** Trained weights of the part-of-speech tagger. */
export interface TaggerModel {
  readonly pos: readonly string[];
  readonly tag: readonly string[];
  readonly lexicon: Lexicon;
  readonly weights: Weights;
  /** Scores that words alone decide, kept for the words met most recently: the same numbers, not added up again. */
  readonly met: Map<string, Int32Array>;
}

/** Reads the bytes of `resources/models/pos.bin`; throws when they are not a tagger's. */
export function loadTagger(bytes: Uint8Array): TaggerModel {
  const { header, body } = openModel(bytes, 'pos');
  const reader = new ByteReader(body);
  const lexicon = { dictionary: readMap(reader), classes: readMap(reader), clusters: readMap(reader) };
  const pairs = header.labels.map((label) => label.split(' '));
  return {
    pos: pairs.map((pair) => pair[0] ?? 'X'),
    tag: pairs.map((pair) => pair[1] ?? 'FW'),
    lexicon,
    weights: readWeights(reader),
    met: new Map(),
  };
}

/** Universal and Penn part of speech of each word of one sentence, as tokenized: "don't" is "do", "n't". */
export function tagSentence(model: TaggerModel, words: readonly string[]): { pos: string[]; tag: string[] } {
  const prepared = prepare(words, model.lexicon);
  const scores = new Int32Array(model.pos.length);
  const keys = new Int32Array(maximumKeys);
  const pos: string[] = [];
  const tag: string[] = [];
  let [previous, earlier] = [-1, -1];
  for (let index = 0; index < words.length; index++) {
    let label = lookUp(model.lexicon.dictionary, prepared.signs[(index + padding) * stride + sign.exact]!) - 1;
    if (label < 0) {
      const count = contextKeys(prepared, index, previous, earlier, keys, 0);
      scores.set(wordScores(model, prepared, index, words[index]!));
      for (let at = 0; at < count; at++) addWeights(model.weights, keys[at]!, scores);
      label = best(scores);
    }
    pos.push(model.pos[label]!);
    tag.push(model.tag[label]!);
    earlier = previous;
    previous = label;
  }
  return { pos, tag };
}

/** Words whose scores are kept; beyond that all are forgotten, so that memory stays bounded. */
const mostMet = 20_000;
const longestMet = 40;

function wordScores(model: TaggerModel, prepared: Prepared, index: number, word: string): Int32Array {
  const known = model.met.get(word);
  if (known) return known;
  const keys = new Int32Array(maximumKeys);
  const scores = new Int32Array(model.pos.length);
  const count = wordKeys(prepared, index, keys);
  for (let at = 0; at < count; at++) addWeights(model.weights, keys[at]!, scores);
  if (model.met.size >= mostMet) model.met.clear();
  if (word.length <= longestMet) model.met.set(word, scores);
  return scores;
}

/** Index of the highest score; the first of equals. */
function best(scores: Int32Array): number {
  let winner = 0;
  for (let label = 1; label < scores.length; label++) if (scores[label]! > scores[winner]!) winner = label;
  return winner;
}
