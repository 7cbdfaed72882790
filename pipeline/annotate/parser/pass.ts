import type { ByteReader } from '../linear/bytes.ts';
import { type HalvesKernel, halvesKernel, type RowKernel, rowKernel } from '../linear/kernel.ts';
import { readWeights } from '../linear/weights.ts';
import type { Prepared } from './features.ts';
import { readMoveWeights } from './move-weights.ts';
import { guidedRelationTemplates, readArc, relationTemplates } from './relation-features.ts';
import { apply, isFinished, isLegal, type State, startState } from './state.ts';
import { guidedStateTemplates, readState, stateTemplates } from './state-features.ts';
import { move } from './transitions.ts';

/** What one way through a sentence has learned. */
export interface Pass {
  /** Scores of the arc to the left and of the arc to the right; a shift is 0. */
  readonly moves: HalvesKernel;
  /** Labels are relations. */
  readonly relations: RowKernel;
  /** How many relations there are; the first is the root's, which no arc between words has. */
  readonly size: number;
}

/** Reads the weights of one way through a sentence, the second of which looks at a guide. */
export function readPass(reader: ByteReader, size: number, isGuided: boolean): Pass {
  return {
    moves: halvesKernel(readMoveWeights(reader), [isGuided ? guidedStateTemplates : stateTemplates]),
    relations: rowKernel(readWeights(reader), [isGuided ? guidedRelationTemplates : relationTemplates]),
    size,
  };
}

/** Parses a sentence in one direction, move by move, without going back. */
export function runPass({ moves, relations, size }: Pass, prepared: Prepared): State {
  const state = startState(prepared.count);
  while (!isFinished(state)) {
    const chosen = state.depth === 0 ? move.shift : nextMove(moves, prepared, state);
    apply(state, chosen, chosen === move.shift ? 0 : bestRelation(relations, size, prepared, state, chosen));
  }
  return state;
}

/** The legal move with the highest score; the first of equals. */
function nextMove({ values, hash, scores, sum }: HalvesKernel, prepared: Prepared, state: State): number {
  if (state.next === state.count) return move.right;
  readState(prepared, state, values);
  sum(hash(0, 0));
  const left = isLegal(state, move.left) ? scores[0]! : Number.NEGATIVE_INFINITY;
  const right = isLegal(state, move.right) ? scores[1]! : Number.NEGATIVE_INFINITY;
  const [lower, higher] = [Math.min(left, right), Math.max(left, right)];
  // A shift scores 0.
  doubt(state, higher > 0 ? higher - Math.max(lower, 0) : -higher);
  if (higher <= 0) return move.shift;
  return left === higher ? move.left : move.right;
}

/** Keeps the margin of a decision about the top of the stack. */
function doubt({ stack, depth, margins }: State, margin: number): void {
  const top = stack[depth - 1]!;
  if (margin < margins[top]!) margins[top] = margin;
}

/** The relation with the highest score for the arc that the move makes; the first of equals. */
function bestRelation(
  { values, hash, scores, add }: RowKernel,
  size: number,
  prepared: Prepared,
  state: State,
  chosen: number,
): number {
  scores.fill(0);
  readArc(prepared, state, chosen, values);
  add(hash(0, 0));
  let [winner, second] = [1, Number.NEGATIVE_INFINITY];
  for (let name = 2; name < size; name++) {
    const score = scores[name]!;
    if (score > scores[winner]!) {
      second = scores[winner]!;
      winner = name;
    } else if (score > second) second = score;
  }
  doubt(state, scores[winner]! - second);
  return winner;
}
