import { addWeights, type Weights } from '../linear/weights.ts';
import { maximumKeys, type Prepared, stateKeys } from './features.ts';
import { apply, isFinished, isLegal, type State, startState } from './state.ts';
import { move, type Transitions } from './transitions.ts';

/** What one way through a sentence has learned. */
export interface Pass {
  readonly transitions: Transitions;
  readonly weights: Weights;
}

/** Parses a sentence in one direction, move by move, without going back. */
export function runPass({ transitions, weights }: Pass, prepared: Prepared): State {
  const state = startState(prepared.count);
  const keys = new Int32Array(maximumKeys);
  const scores = new Int32Array(transitions.moves.length);
  while (!isFinished(state)) {
    if (state.depth === 0) {
      apply(state, move.shift, 0);
      continue;
    }
    const count = stateKeys(prepared, state, keys);
    scores.fill(0);
    for (let at = 0; at < count; at++) addWeights(weights, keys[at]!, scores);
    const chosen = best(transitions, state, scores);
    apply(state, transitions.moves[chosen]!, transitions.relations[chosen]!);
  }
  return state;
}

/** The legal class with the highest score; the first of equals. */
function best({ moves }: Transitions, state: State, scores: Int32Array): number {
  const shifts = isLegal(state, move.shift);
  const left = isLegal(state, move.left);
  const right = isLegal(state, move.right);
  let winner = -1;
  for (let label = 0; label < scores.length; label++) {
    const made = moves[label]!;
    if (!(made === move.shift ? shifts : made === move.left ? left : right)) continue;
    if (winner < 0 || scores[label]! > scores[winner]!) winner = label;
  }
  return winner;
}
