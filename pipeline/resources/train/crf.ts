import type { Row } from '#pipeline/annotate/linear/weights.ts';
import { after, before, labelCount } from '#pipeline/annotate/names/tagger/labels.ts';
import { seededRandom, shuffle } from './random.ts';

/** A sentence made of features: for each word the indices of its features, and the labels allowed, one bit a label. */
export interface Instance {
  readonly features: readonly Int32Array[];
  readonly allowed: Uint32Array;
}

/** How the weights are learned. */
export interface CrfOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Share of features left out at random while learning. */
  readonly dropout: number;
  readonly seed: number;
}

/** Weights of a conditional random field in natural logarithms, and of its transitions. */
export interface CrfWeights {
  readonly emissions: Float32Array;
  readonly transitions: Float64Array;
}

/** Learns by gradient ascent (AdaGrad) on the probability of the allowed labels; words that allow several are summed over. */
export function trainCrf(instances: readonly Instance[], features: number, options: CrfOptions): CrfWeights {
  const field = new Field(features, options);
  const random = seededRandom(options.seed);
  const order = [...instances];
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const instance of order) loss += field.learn(instance, random);
    process.stdout.write(`names: epoch ${epoch + 1} of ${options.epochs}, loss ${(loss / order.length).toFixed(3)}\n`);
  }
  return { emissions: field.emissions, transitions: field.transitions };
}

/** Weights as integers for the tagger: 64ths, small ones left out. */
export function quantize(emissions: Float32Array, keys: Int32Array, scale: number, least: number): Row[] {
  const rows: Row[] = [];
  for (let feature = 0; feature < keys.length; feature++) {
    const labels: number[] = [];
    const values: number[] = [];
    for (let label = 0; label < labelCount; label++) {
      const value = Math.round(emissions[feature * labelCount + label]! * scale);
      if (Math.abs(value) < least) continue;
      labels.push(label);
      values.push(value);
    }
    if (labels.length > 0) rows.push({ key: keys[feature]!, labels, values });
  }
  return rows;
}

class Field {
  readonly emissions: Float32Array;
  readonly transitions = new Float64Array(labelCount * labelCount);
  readonly #squares: Float32Array;
  readonly #moveSquares = new Float64Array(labelCount * labelCount).fill(1);
  readonly #options: CrfOptions;

  constructor(features: number, options: CrfOptions) {
    this.emissions = new Float32Array(features * labelCount);
    this.#squares = new Float32Array(features * labelCount).fill(0.1);
    this.#options = options;
  }

  /** One step on one sentence; returns its loss. */
  learn(instance: Instance, random: () => number): number {
    const { dropout } = this.#options;
    const kept = instance.features.map((list) => list.filter(() => dropout === 0 || random() >= dropout));
    const potentials = this.#potentials(kept);
    const moves = this.transitions.map((value) => Math.exp(value));
    const free = lattice(potentials, moves, null);
    const held = lattice(potentials, moves, instance.allowed);
    for (let at = 0; at < kept.length; at++) this.#step(kept[at]!, free.labels, held.labels, at * labelCount);
    for (let cell = 0; cell < moves.length; cell++) {
      const gradient = held.moves[cell]! - free.moves[cell]!;
      if (gradient === 0) continue;
      this.#moveSquares[cell]! += gradient * gradient;
      this.transitions[cell]! += (this.#options.rate * gradient) / Math.sqrt(this.#moveSquares[cell]!);
    }
    return free.logarithm - held.logarithm;
  }

  #potentials(features: readonly Int32Array[]): Float64Array {
    const potentials = new Float64Array(features.length * labelCount);
    for (let at = 0; at < features.length; at++) {
      const row = at * labelCount;
      for (const feature of features[at]!) {
        const base = feature * labelCount;
        for (let label = 0; label < labelCount; label++) potentials[row + label]! += this.emissions[base + label]!;
      }
      for (let label = 0; label < labelCount; label++)
        potentials[row + label] = Math.exp(Math.min(40, potentials[row + label]!));
    }
    return potentials;
  }

  #step(features: Int32Array, free: Float64Array, held: Float64Array, row: number): void {
    const { rate, decay } = this.#options;
    for (let label = 0; label < labelCount; label++) {
      const gradient = held[row + label]! - free[row + label]!;
      if (Math.abs(gradient) < 0.001) continue;
      for (const feature of features) {
        const cell = feature * labelCount + label;
        const slope = gradient - decay * this.emissions[cell]!;
        this.#squares[cell]! += slope * slope;
        this.emissions[cell]! += (rate * slope) / Math.sqrt(this.#squares[cell]!);
      }
    }
  }
}

/** Expected labels and transitions over all paths, or over those that the masks allow. */
function lattice(potentials: Float64Array, moves: Float64Array, allowed: Uint32Array | null) {
  const count = potentials.length / labelCount;
  const forward = new Float64Array(potentials.length);
  const scales = new Float64Array(count);
  let logarithm = 0;
  for (let at = 0; at < count; at++) {
    const row = at * labelCount;
    for (let label = 0; label < labelCount; label++) {
      if (allowed !== null && ((allowed[at]! >>> label) & 1) === 0) continue;
      let reach = 0;
      if (at === 0) reach = before[label]!.includes(0) ? moves[label]! : 0;
      else
        for (const other of before[label]!)
          reach += forward[row - labelCount + other]! * moves[other * labelCount + label]!;
      forward[row + label] = reach * potentials[row + label]!;
      scales[at]! += forward[row + label]!;
    }
    logarithm += Math.log(scales[at]!);
    for (let label = 0; label < labelCount; label++) forward[row + label]! /= scales[at]!;
  }
  const { labels, expected, last } = backward(potentials, moves, forward, scales);
  return { labels, moves: expected, logarithm: logarithm + Math.log(last) };
}

function backward(potentials: Float64Array, moves: Float64Array, forward: Float64Array, scales: Float64Array) {
  const count = scales.length;
  const labels = new Float64Array(potentials.length);
  const expected = new Float64Array(moves.length);
  let behind = new Float64Array(labelCount);
  let last = 0;
  for (const label of before[0]!) {
    behind[label] = moves[label * labelCount]!;
    last += forward[(count - 1) * labelCount + label]! * behind[label]!;
  }
  behind = behind.map((value) => value / last);
  for (let at = count - 1; at >= 0; at--) {
    const row = at * labelCount;
    for (let label = 0; label < labelCount; label++) labels[row + label] = forward[row + label]! * behind[label]!;
    if (at === 0) break;
    const next = new Float64Array(labelCount);
    for (let label = 0; label < labelCount; label++) {
      if (forward[row - labelCount + label] === 0) continue;
      for (const other of after[label]!) {
        if (forward[row + other] === 0) continue;
        const flow = (moves[label * labelCount + other]! * potentials[row + other]! * behind[other]!) / scales[at]!;
        next[label]! += flow;
        expected[label * labelCount + other]! += forward[row - labelCount + label]! * flow;
      }
    }
    behind = next;
  }
  return { labels, expected, last };
}
