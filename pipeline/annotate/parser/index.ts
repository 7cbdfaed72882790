import { ByteReader } from '../linear/bytes.ts';
import type { IntMap } from '../linear/int-map.ts';
import { openModel } from '../linear/model.ts';
import { addWeights, readMap, readWeights, type Weights } from '../linear/weights.ts';
import { maximumKeys, prepare, stateKeys } from './features.ts';
import { apply, isFinished, isLegal, type State, startState } from './state.ts';
import { move, readTransitions, type Transitions } from './transitions.ts';

/** Trained weights of the dependency parser. */
export interface ParserModel {
  readonly transitions: Transitions;
  /** Exact or lower-case word to its cluster. */
  readonly clusters: IntMap;
  readonly weights: Weights;
}

/** A dependency tree by Universal Dependencies. */
export interface Parse {
  /** Index in the sentence of each word's head, -1 for the root. */
  readonly head: number[];
  readonly relation: string[];
}

/** Reads the bytes of `resources/models/parser.bin`; throws when they are not a parser's. */
export function loadParser(bytes: Uint8Array): ParserModel {
  const { header, body } = openModel(bytes, 'parser');
  const reader = new ByteReader(body);
  const clusters = readMap(reader);
  return { transitions: readTransitions(header.labels), clusters, weights: readWeights(reader) };
}

/** The tree of one sentence, given its words, universal and Penn parts of speech; it always has one root and spans all words. */
export function parseSentence(
  model: ParserModel,
  words: readonly string[],
  pos: readonly string[],
  tag: readonly string[],
): Parse {
  const prepared = prepare(words, pos, tag, model.clusters);
  const state = startState(words.length);
  const keys = new Int32Array(maximumKeys);
  const scores = new Int32Array(model.transitions.moves.length);
  while (!isFinished(state)) {
    if (state.depth === 0) {
      apply(state, move.shift, 0);
      continue;
    }
    const count = stateKeys(prepared, state, keys);
    scores.fill(0);
    for (let at = 0; at < count; at++) addWeights(model.weights, keys[at]!, scores);
    const chosen = best(model.transitions, state, scores);
    apply(state, model.transitions.moves[chosen]!, model.transitions.relations[chosen]!);
  }
  return treeOf(state, model.transitions);
}

/** The legal class with the highest score; the first of equals. */
function best({ moves }: Transitions, state: State, scores: Int32Array): number {
  const legal = [isLegal(state, move.shift), isLegal(state, move.left), isLegal(state, move.right)];
  let winner = -1;
  for (let label = 0; label < scores.length; label++) {
    if (legal[moves[label]!] && (winner < 0 || scores[label]! > scores[winner]!)) winner = label;
  }
  return winner;
}

function treeOf({ count, heads, relations }: State, { names }: Transitions): Parse {
  const head: number[] = [];
  const relation: string[] = [];
  for (let index = 0; index < count; index++) {
    head.push(heads[index]!);
    relation.push(heads[index] === -1 ? names[0]! : names[relations[index]!]!);
  }
  return { head, relation };
}
