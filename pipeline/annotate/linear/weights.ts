import type { ByteReader, ByteWriter } from './bytes.ts';
import { type IntMap, intMap } from './int-map.ts';
import type { Rows } from './kernel.ts';

/** One feature of a model being written: parallel lists of fewer than 255 labels (ascending) and weights of 16 bits. */
export interface Row {
  readonly key: number;
  readonly labels: readonly number[];
  readonly values: readonly number[];
}

/** Writes rows in the order of their keys, column by column: columns compress better than rows. Throws where a weight does not fit. */
export function writeWeights(writer: ByteWriter, rows: readonly Row[]): void {
  const sorted = [...rows].sort((a, b) => (a.key >>> 0) - (b.key >>> 0));
  writeKeys(
    writer,
    sorted.map((row) => row.key),
  );
  writer.bytes(Uint8Array.from(sorted, (row) => row.labels.length));
  for (const row of sorted) writer.bytes(Uint8Array.from(row.labels));
  for (const row of sorted) for (const value of row.values) writer.signed(fitting(value));
}

function fitting(weight: number): number {
  if (weight !== (weight << 16) >> 16) throw new RangeError(`model: weight ${weight} takes more than 16 bits`);
  return weight;
}

/** Reads what writeWeights wrote. */
export function readWeights(reader: ByteReader): Rows {
  const keys = readKeys(reader);
  const lengths = reader.bytes(keys.length);
  const labels = reader.bytes(lengths.reduce((total, length) => total + length, 0));
  const pairs = new Int32Array(labels.length);
  for (let index = 0; index < labels.length; index++) pairs[index] = reader.signed() * 256 + labels[index]!;
  return { keys, lengths, pairs };
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
