import { seededRandom } from '../../train/random.ts';

/** How vectors are put into topics. */
interface TopicOptions {
  readonly topics: number;
  readonly rounds: number;
  /** The centres are learned from every so many-th vector. */
  readonly every: number;
  readonly seed: number;
  readonly onRound?: (round: number) => void;
}

/**
 * Spherical k-means over vectors that lie end to end, `size` numbers each; returns the topic of each, from 0.
 * Vectors are brought to unit length first, in place.
 */
export function topicsOf(vectors: Float32Array, size: number, options: TopicOptions): Uint16Array {
  const count = vectors.length / size;
  for (let at = 0; at < count; at++) toUnitLength(vectors.subarray(at * size, (at + 1) * size));
  const sample = Array.from({ length: Math.ceil(count / options.every) }, (_, index) => index * options.every);
  const random = seededRandom(options.seed);
  let centers = new Float32Array(options.topics * size);
  for (let topic = 0; topic < options.topics; topic++) {
    const drawn = sample[Math.floor(random() * sample.length)]! * size;
    centers.set(vectors.subarray(drawn, drawn + size), topic * size);
  }
  for (let round = 0; round < options.rounds; round++) {
    const sums = new Float32Array(centers.length);
    for (const at of sample) {
      const topic = nearest(vectors, at * size, centers, size);
      for (let cell = 0; cell < size; cell++) sums[topic * size + cell]! += vectors[at * size + cell]!;
    }
    for (let topic = 0; topic < options.topics; topic++) toUnitLength(sums.subarray(topic * size, (topic + 1) * size));
    centers = sums;
    options.onRound?.(round + 1);
  }
  return Uint16Array.from({ length: count }, (_, at) => nearest(vectors, at * size, centers, size));
}

function nearest(vectors: Float32Array, from: number, centers: Float32Array, size: number): number {
  let [winner, most] = [0, Number.NEGATIVE_INFINITY];
  for (let base = 0; base < centers.length; base += size) {
    let score = 0;
    for (let cell = 0; cell < size; cell++) score += vectors[from + cell]! * centers[base + cell]!;
    if (score > most) [winner, most] = [base / size, score];
  }
  return winner;
}

function toUnitLength(vector: Float32Array): void {
  let square = 0;
  for (const value of vector) square += value * value;
  const length = Math.sqrt(square) || 1;
  for (let at = 0; at < vector.length; at++) vector[at]! /= length;
}
