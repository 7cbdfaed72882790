import { ByteReader } from '../linear/bytes.ts';
import { lookUp } from '../linear/int-map.ts';
import { type RowKernel, rowKernel } from '../linear/kernel.ts';
import { openModel } from '../linear/model.ts';
import { readMap, readWeights } from '../linear/weights.ts';
import type { WordClasses } from '../linear/word-classes.ts';
import { padding, sign, stride } from '../linear/words.ts';
import {
  contextTemplates,
  type Lexicon,
  type Prepared,
  prepare,
  readContext,
  readWord,
  wordTemplates,
} from './features.ts';

/** Trained weights of the part-of-speech tagger. */
export interface TaggerModel {
  readonly pos: readonly string[];
  readonly tag: readonly string[];
  readonly lexicon: Lexicon;
  readonly weights: RowKernel;
  /** Scores that words alone decide, kept for the words met most recently: the same numbers, not added up again. */
  readonly met: Map<string, Int32Array>;
}

/** Reads the bytes of `resources/models/pos.bin`; throws when they are not a tagger's. */
export function loadTagger(bytes: Uint8Array, words: WordClasses): TaggerModel {
  const { header, body } = openModel(bytes, 'pos');
  const reader = new ByteReader(body);
  const lexicon = { dictionary: readMap(reader), classes: readMap(reader), words };
  const pairs = header.labels.map((label) => label.split(' '));
  return {
    pos: pairs.map((pair) => pair[0] ?? 'X'),
    tag: pairs.map((pair) => pair[1] ?? 'FW'),
    lexicon,
    weights: rowKernel(readWeights(reader), [wordTemplates, contextTemplates]),
    met: new Map(),
  };
}

/** Universal and Penn part of speech of each word of one sentence, as tokenized: "don't" is "do", "n't". */
export function tagSentence(model: TaggerModel, words: readonly string[]): { pos: string[]; tag: string[] } {
  const prepared = prepare(words, model.lexicon);
  const { values, scores, hash, add } = model.weights;
  const pos: string[] = [];
  const tag: string[] = [];
  let [previous, earlier] = [-1, -1];
  for (let index = 0; index < words.length; index++) {
    let label = lookUp(model.lexicon.dictionary, prepared.signs[(index + padding) * stride + sign.exact]!) - 1;
    if (label < 0) {
      readContext(prepared, index, previous, earlier, values);
      scores.set(wordScores(model, prepared, index, words[index]!));
      add(hash(1, 0));
      label = best(scores, model.pos.length);
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

/** What the word's own features say; its context is in the kernel. */
function wordScores(model: TaggerModel, prepared: Prepared, index: number, word: string): Int32Array {
  const known = model.met.get(word);
  if (known) return known;
  const { weights } = model;
  readWord(prepared, index, weights.values);
  weights.scores.fill(0);
  weights.add(weights.hash(0, 0));
  const scores = weights.scores.slice(0, model.pos.length);
  if (model.met.size >= mostMet) model.met.clear();
  if (word.length <= longestMet) model.met.set(word, scores);
  return scores;
}

/** Index of the highest score; the first of equals. */
function best(scores: Int32Array, labels: number): number {
  let winner = 0;
  for (let label = 1; label < labels; label++) if (scores[label]! > scores[winner]!) winner = label;
  return winner;
}
