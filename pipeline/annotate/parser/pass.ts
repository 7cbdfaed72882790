import { addWeights, type Weights } from '../linear/weights.ts';
import { maximumKeys, type Prepared, stateKeys } from './features.ts';
import { type MoveWeights, scoreMoves } from './move-weights.ts';
import { relationKeys } from './relation-features.ts';
import { apply, isFinished, isLegal, type State, startState } from './state.ts';
import { move } from './transitions.ts';

/** What one way through a sentence has learned. */
export interface Pass {
  readonly moves: MoveWeights;
  /** Labels are relations. */
  readonly relations: Weights;
  /** How many relations there are; the first is the root's, which no arc between words has. */
  readonly size: number;
}

/** Parses a sentence in one direction, move by move, without going back. */
export function runPass({ moves, relations, size }: Pass, prepared: Prepared): State {
  const state = startState(prepared.count);
  const keys = new Int32Array(maximumKeys);
  const scores = new Int32Array(3);
  const names = new Int32Array(size);
  while (!isFinished(state)) {
    if (state.depth === 0) {
      apply(state, move.shift, 0);
      continue;
    }
    const chosen = nextMove(moves, prepared, state, keys, scores);
    apply(state, chosen, chosen === move.shift ? 0 : bestRelation(relations, prepared, state, chosen, keys, names));
  }
  return state;
}

/** The legal move with the highest score; the first of equals. */
function nextMove(
  weights: MoveWeights,
  prepared: Prepared,
  state: State,
  keys: Int32Array,
  scores: Int32Array,
): number {
  if (state.next === state.count) return move.right;
  scoreMoves(weights, keys, stateKeys(prepared, state, keys), scores);
  let winner = -1;
  for (let each = 0; each < 3; each++) {
    if (isLegal(state, each) && (winner < 0 || scores[each]! > scores[winner]!)) winner = each;
  }
  return winner;
}

/** The relation with the highest score for the arc that the move makes; the first of equals. */
function bestRelation(
  weights: Weights,
  prepared: Prepared,
  state: State,
  chosen: number,
  keys: Int32Array,
  scores: Int32Array,
): number {
  const count = relationKeys(prepared, state, chosen, keys);
  scores.fill(0);
  for (let at = 0; at < count; at++) addWeights(weights, keys[at]!, scores);
  let winner = 1;
  for (let name = 2; name < scores.length; name++) if (scores[name]! > scores[winner]!) winner = name;
  return winner;
}
