import { ByteReader } from '../linear/bytes.ts';
import { exponential } from '../linear/exponential.ts';
import { type RowKernel, rowKernel } from '../linear/kernel.ts';
import { openModel } from '../linear/model.ts';
import { readMap, readWeights } from '../linear/weights.ts';
import type { WordClasses } from '../linear/word-classes.ts';
import { type NameLexicon, nameTemplates, type PreparedNames, prepareNames } from './tagger/features.ts';
import { labelCount, nameTypes, part, readLabel, type TaggedType } from './tagger/labels.ts';
import { bestLabels, scoreWords, stretchProbability, sumPaths } from './tagger/lattice.ts';
import { windowsOf } from './tagger/windows.ts';

/** Trained weights of the name tagger. */
export interface NameModel {
  readonly lexicon: NameLexicon;
  readonly weights: RowKernel;
  /** Score of a label after a label, `from * labelCount + to`, and its exponential. */
  readonly transitions: Int32Array;
  readonly moves: Float64Array;
  /** Share of each score that counts when probabilities are reckoned. */
  readonly calm: number;
}

/** A name among the words of a sentence: indices of its first and last word. */
export interface TaggedName {
  readonly first: number;
  readonly last: number;
  readonly type: TaggedType;
  /** Probability of exactly this name and type, in hundredths. */
  readonly confidence: number;
}

/** Reads the bytes of `resources/models/names.bin`; throws when they are not a name tagger's. */
export function loadNameTagger(bytes: Uint8Array, words: WordClasses): NameModel {
  const reader = new ByteReader(openModel(bytes, 'names').body);
  const lexicon = { words, lists: readMap(reader) };
  const calm = reader.unsigned() / 100;
  const transitions = new Int32Array(labelCount * labelCount);
  for (let at = 0; at < transitions.length; at++) transitions[at] = reader.signed();
  return {
    lexicon,
    weights: rowKernel(readWeights(reader), nameTemplates),
    transitions,
    moves: Float64Array.from(transitions, (score) => exponential(Math.round(calm * score))),
    calm,
  };
}

/** Names of one sentence, given its words and their Penn tags, in order and not overlapping. */
export function findNames(model: NameModel, words: readonly string[], tags: readonly string[]): TaggedName[] {
  const windows = windowsOf(words, tags);
  if (windows.length === 0) return [];
  const prepared = prepareNames(words, tags, model.lexicon);
  return windows.flatMap(([first, end]) => namesIn(model, prepared, first, end));
}

/** Names of the words [first, end), both neighbours being outside any. */
function namesIn(model: NameModel, prepared: PreparedNames, start: number, end: number): TaggedName[] {
  const scores = scoreWords(prepared, model.weights, start, end);
  const labels = bestLabels(scores, model.transitions);
  const names: TaggedName[] = [];
  if (labels.every((label) => label === 0)) return names;
  const sums = sumPaths(scores, model.moves, model.calm);
  for (let first = 0; first < labels.length; first++) {
    const { place, type } = readLabel(labels[first]!);
    if (place !== part.begin && place !== part.unit) continue;
    let last = first;
    if (place === part.begin) while (readLabel(labels[last]!).place !== part.last) last++;
    const probability = stretchProbability(sums, model.moves, labels, first, last);
    const confidence = Math.round(probability * 100) / 100;
    names.push({ first: start + first, last: start + last, type: nameTypes[type]!, confidence });
    first = last;
  }
  return names;
}
