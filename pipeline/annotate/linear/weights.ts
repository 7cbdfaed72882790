import type { ByteReader, ByteWriter } from './bytes.ts';
import { type IntMap, intMap, lookUp } from './int-map.ts';

/** Integer weights of a linear model: a feature key leads to a run of (label, weight) pairs. */
export interface Weights {
  /** Feature key to start and length of its run, as start * 256 + length. */
  readonly rows: IntMap;
  /** Weight * 256 + label. */
  readonly pairs: Int32Array;
}

/** Adds the weights of one feature to the scores of the labels, which begin at `from`. */
export function addWeights(weights: Weights, key: number, scores: Int32Array, from = 0): void {
  const row = lookUp(weights.rows, key);
  if (row === 0) return;
  const { pairs } = weights;
  const end = (row >>> 8) + (row & 0xff);
  for (let at = row >>> 8; at < end; at++) scores[from + (pairs[at]! & 0xff)]! += pairs[at]! >> 8;
}

/** One feature of a model being written: parallel lists of labels (ascending) and weights. */
export interface Row {
  readonly key: number;
  readonly labels: readonly number[];
  readonly values: readonly number[];
}

/** Writes rows in the order of their keys, column by column: columns compress better than rows. */
export function writeWeights(writer: ByteWriter, rows: readonly Row[]): void {
  const sorted = [...rows].sort((a, b) => (a.key >>> 0) - (b.key >>> 0));
  writeKeys(
    writer,
    sorted.map((row) => row.key),
  );
  for (const row of sorted) writer.unsigned(row.labels.length);
  for (const row of sorted) for (const label of row.labels) writer.unsigned(label);
  for (const row of sorted) for (const value of row.values) writer.signed(value);
}

/** Reads what writeWeights wrote. */
export function readWeights(reader: ByteReader): Weights {
  const keys = readKeys(reader);
  const starts = new Int32Array(keys.length);
  let total = 0;
  for (let index = 0; index < keys.length; index++) {
    const length = reader.unsigned();
    starts[index] = (total << 8) | length;
    total += length;
  }
  const pairs = new Int32Array(total);
  for (let index = 0; index < total; index++) pairs[index] = reader.unsigned();
  for (let index = 0; index < total; index++) pairs[index]! += reader.signed() * 256;
  return { rows: intMap(keys, starts), pairs };
}

/** Writes a map from keys to small unsigned integers. */
export function writeMap(writer: ByteWriter, entries: Iterable<readonly [number, number]>): void {
  const sorted = [...entries].sort((a, b) => (a[0] >>> 0) - (b[0] >>> 0));
  writeKeys(
    writer,
    sorted.map((entry) => entry[0]),
  );
  for (const entry of sorted) writer.unsigned(entry[1]);
}

/** Reads what writeMap wrote. */
export function readMap(reader: ByteReader): IntMap {
  const keys = readKeys(reader);
  const values = new Int32Array(keys.length);
  for (let index = 0; index < keys.length; index++) values[index] = reader.unsigned();
  return intMap(keys, values);
}

/** Writes ascending keys as their distances. */
export function writeKeys(writer: ByteWriter, ascending: readonly number[]): void {
  writer.unsigned(ascending.length);
  let previous = 0;
  for (const key of ascending) {
    writer.unsigned((key >>> 0) - previous);
    previous = key >>> 0;
  }
}

/** Reads what writeKeys wrote. */
export function readKeys(reader: ByteReader): Int32Array {
  const keys = new Int32Array(reader.unsigned());
  let previous = 0;
  for (let index = 0; index < keys.length; index++) {
    previous += reader.unsigned();
    keys[index] = previous | 0;
  }
  return keys;
}
