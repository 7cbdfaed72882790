import { seededRandom } from '../../train/random.ts';

/** How words are put into clusters. */
interface ClusterOptions {
  /** Words seen less often get no cluster. */
  readonly least: number;
  /** At most so many words, the most frequent. */
  readonly words: number;
  /** So many of the most frequent lower-case words are contexts, on the left and on the right. */
  readonly contexts: number;
  readonly clusters: number;
  readonly rounds: number;
  readonly seed: number;
}

interface Vector {
  readonly dimensions: Int32Array;
  readonly values: Float64Array;
}

/** Clusters of the words that news uses often. */
export function newsClusters(lines: readonly (readonly string[])[]): Map<string, number> {
  return clusterWords(lines, { least: 8, words: 30_000, contexts: 1000, clusters: 300, rounds: 10, seed: 2026 });
}

/** Groups words that occur between like neighbours (spherical k-means over positive mutual information); clusters count from 1. */
function clusterWords(lines: readonly (readonly string[])[], options: ClusterOptions): Map<string, number> {
  const counts = new Map<string, number>();
  const lower = new Map<string, number>();
  for (const line of lines) {
    for (const word of line) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      const small = word.toLowerCase();
      lower.set(small, (lower.get(small) ?? 0) + 1);
    }
  }
  const words = mostFrequent(counts, options.words, options.least);
  const contexts = new Map(mostFrequent(lower, options.contexts, 1).map((word, index) => [word, index + 1]));
  const vectors = vectorsOf(lines, new Map(words.map((word, index) => [word, index])), contexts);
  const assigned = kMeans(vectors, (contexts.size + 2) * 2, options);
  return new Map(words.map((word, index) => [word, assigned[index]! + 1]));
}

function mostFrequent(counts: ReadonlyMap<string, number>, size: number, least: number): string[] {
  const kept = [...counts].filter(([, count]) => count >= least);
  kept.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return kept.slice(0, size).map(([word]) => word);
}

/** Dimension 2c: context c on the left; 2c + 1: on the right. Context 0 is any rarer word, the last the edge of the line. */
function vectorsOf(
  lines: readonly (readonly string[])[],
  index: ReadonlyMap<string, number>,
  contexts: ReadonlyMap<string, number>,
): Vector[] {
  const rows: Map<number, number>[] = Array.from({ length: index.size }, () => new Map());
  const edge = contexts.size + 1;
  const totals = new Float64Array((contexts.size + 2) * 2);
  let all = 0;
  for (const line of lines) {
    const ids = line.map((word) => contexts.get(word.toLowerCase()) ?? 0);
    for (let at = 0; at < line.length; at++) {
      const row = rows[index.get(line[at]!) ?? -1];
      if (row === undefined) continue;
      for (const dimension of [2 * (ids[at - 1] ?? edge), 2 * (ids[at + 1] ?? edge) + 1]) {
        row.set(dimension, (row.get(dimension) ?? 0) + 1);
        totals[dimension]!++;
        all++;
      }
    }
  }
  return rows.map((row) => informationVector(row, totals, all));
}

function informationVector(row: ReadonlyMap<number, number>, totals: Float64Array, all: number): Vector {
  let sum = 0;
  for (const count of row.values()) sum += count;
  const dimensions: number[] = [];
  const values: number[] = [];
  let square = 0;
  for (const [dimension, count] of row) {
    const value = Math.log((count * all) / (sum * totals[dimension]!)) * (count / (count + 1));
    if (value <= 0) continue;
    dimensions.push(dimension);
    values.push(value);
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  return { dimensions: Int32Array.from(dimensions), values: Float64Array.from(values, (value) => value / length) };
}

function kMeans(vectors: readonly Vector[], dimensions: number, options: ClusterOptions): Int32Array {
  const { clusters } = options;
  const random = seededRandom(options.seed);
  let centers = new Float64Array(dimensions * clusters);
  for (let cluster = 0; cluster < clusters; cluster++) {
    addTo(centers, clusters, cluster, vectors[Math.floor(random() * Math.min(vectors.length, clusters * 10))]!);
  }
  const assigned = new Int32Array(vectors.length);
  for (let round = 0; round < options.rounds; round++) {
    for (const [index, vector] of vectors.entries()) assigned[index] = nearest(centers, clusters, vector);
    centers = new Float64Array(dimensions * clusters);
    for (const [index, vector] of vectors.entries()) addTo(centers, clusters, assigned[index]!, vector);
    toUnitLength(centers, clusters);
    process.stdout.write(`clusters: round ${round + 1} of ${options.rounds}\n`);
  }
  return assigned;
}

function nearest(centers: Float64Array, clusters: number, vector: Vector): number {
  const scores = new Float64Array(clusters);
  for (let at = 0; at < vector.dimensions.length; at++) {
    const base = vector.dimensions[at]! * clusters;
    const value = vector.values[at]!;
    for (let cluster = 0; cluster < clusters; cluster++) scores[cluster]! += value * centers[base + cluster]!;
  }
  let winner = 0;
  for (let cluster = 1; cluster < clusters; cluster++) if (scores[cluster]! > scores[winner]!) winner = cluster;
  return winner;
}

function addTo(centers: Float64Array, clusters: number, cluster: number, vector: Vector): void {
  for (let at = 0; at < vector.dimensions.length; at++) {
    centers[vector.dimensions[at]! * clusters + cluster]! += vector.values[at]!;
  }
}

function toUnitLength(centers: Float64Array, clusters: number): void {
  const squares = new Float64Array(clusters);
  for (let at = 0; at < centers.length; at++) squares[at % clusters]! += centers[at]! * centers[at]!;
  for (let at = 0; at < centers.length; at++) centers[at]! /= Math.sqrt(squares[at % clusters]!) || 1;
}
