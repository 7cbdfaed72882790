import { exponential } from '../../linear/exponential.ts';
import type { RowKernel } from '../../linear/kernel.ts';
import { nameKeys, type PreparedNames } from './features.ts';
import { after, before, labelCount } from './labels.ts';

/** Score of each label at the words [first, end), `labelCount` integers a word, in units of 1/64 of the natural logarithm. */
export function scoreWords(prepared: PreparedNames, weights: RowKernel, first = 0, end = prepared.count): Int32Array {
  const all = new Int32Array((end - first) * labelCount);
  const { scores, add } = weights;
  for (let index = first; index < end; index++) {
    const row = (index - first) * labelCount;
    scores.fill(0);
    add(nameKeys(prepared, index, weights));
    for (let label = 0; label < labelCount; label++) all[row + label] = scores[label]!;
  }
  return all;
}

/** The best sequence of labels (Viterbi); the lower label of equals. */
export function bestLabels(scores: Int32Array, transitions: Int32Array): Uint8Array {
  const count = scores.length / labelCount;
  const best = new Float64Array(scores.length);
  const from = new Uint8Array(scores.length);
  for (let index = 0; index < count; index++) {
    for (let label = 0; label < labelCount; label++) {
      const cell = index * labelCount + label;
      let winner = -1;
      let top = Number.NEGATIVE_INFINITY;
      const others = before[label]!;
      for (let at = 0; at < others.length; at++) {
        const other = others[at]!;
        if (index === 0 && other !== 0) continue;
        const reach = index === 0 ? 0 : best[cell - label - labelCount + other]!;
        const value = reach + transitions[other * labelCount + label]!;
        if (value <= top) continue;
        top = value;
        winner = other;
      }
      best[cell] = top + scores[cell]!;
      from[cell] = Math.max(winner, 0);
    }
  }
  return trace(best, from, transitions, count);
}

function trace(best: Float64Array, from: Uint8Array, transitions: Int32Array, count: number): Uint8Array {
  const labels = new Uint8Array(count);
  let next = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (const label of before[0]!) {
    const value = count === 0 ? 0 : best[(count - 1) * labelCount + label]! + transitions[label * labelCount]!;
    if (value > top) [top, next] = [value, label];
  }
  for (let index = count - 1; index >= 0; index--) {
    labels[index] = next;
    next = from[index * labelCount + next]!;
  }
  return labels;
}

/** Sums over all sequences of labels: what lies before each label, what lies after it, each scaled word by word. */
export interface Sums {
  readonly potentials: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** Product of the scales, by word: probability of a stretch needs those between its ends. */
  readonly scales: Float64Array;
}

/** Forward and backward sums. `moves` holds the exponentials of the transitions, `calm` what share of a score counts. */
export function sumPaths(scores: Int32Array, moves: Float64Array, calm: number): Sums {
  const count = scores.length / labelCount;
  const potentials = new Float64Array(scores.length);
  const forward = new Float64Array(scores.length);
  const backward = new Float64Array(scores.length);
  const scales = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const row = index * labelCount;
    let top = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < labelCount; label++) top = Math.max(top, scores[row + label]!);
    let sum = 0;
    for (let label = 0; label < labelCount; label++) {
      potentials[row + label] = exponential(Math.round(calm * (scores[row + label]! - top)));
      let reach = 0;
      const others = before[label]!;
      if (index === 0) reach = others[0] === 0 ? moves[label]! : 0;
      else {
        for (let at = 0; at < others.length; at++) {
          const other = others[at]!;
          reach += forward[row - labelCount + other]! * moves[other * labelCount + label]!;
        }
      }
      forward[row + label] = reach * potentials[row + label]!;
      sum += forward[row + label]!;
    }
    scales[index] = sum;
    for (let label = 0; label < labelCount; label++) forward[row + label]! /= sum;
  }
  sumBackward(count, { potentials, forward, backward, scales }, moves);
  return { potentials, forward, backward, scales };
}

function sumBackward(count: number, { potentials, backward, scales }: Sums, moves: Float64Array): void {
  for (let index = count - 1; index >= 0; index--) {
    const row = index * labelCount;
    for (let label = 0; label < labelCount; label++) {
      let reach = 0;
      const others = after[label]!;
      if (index === count - 1) reach = others[0] === 0 ? moves[label * labelCount]! : 0;
      else {
        const next = row + labelCount;
        for (let at = 0; at < others.length; at++) {
          const other = others[at]!;
          reach += moves[label * labelCount + other]! * potentials[next + other]! * backward[next + other]!;
        }
      }
      backward[row + label] = index === count - 1 ? reach : reach / scales[index + 1]!;
    }
  }
}

/** Probability that the words from first to last carry exactly these labels. */
export function stretchProbability(
  sums: Sums,
  moves: Float64Array,
  labels: Uint8Array,
  first: number,
  last: number,
): number {
  const { forward, backward, potentials, scales } = sums;
  let probability = forward[first * labelCount + labels[first]!]!;
  for (let index = first + 1; index <= last; index++) {
    const cell = index * labelCount + labels[index]!;
    probability *= (moves[labels[index - 1]! * labelCount + labels[index]!]! * potentials[cell]!) / scales[index]!;
  }
  probability *= backward[last * labelCount + labels[last]!]!;
  let all = 0;
  const row = last * labelCount;
  for (let label = 0; label < labelCount; label++) all += forward[row + label]! * backward[row + label]!;
  return all > 0 ? probability / all : 0;
}
