import type { ByteReader, ByteWriter } from '../linear/bytes.ts';
import type { Halves } from '../linear/kernel.ts';
import { type Row, readKeys, writeKeys } from '../linear/weights.ts';

const half = 32767;
const clamp = (value: number): number => Math.max(-half, Math.min(half, value));

/** Writes rows whose labels are the three moves. */
export function writeMoveWeights(writer: ByteWriter, rows: readonly Row[]): void {
  const sorted = rows
    .map(({ key, labels, values }) => {
      const of = (label: number): number => values[labels.indexOf(label)] ?? 0;
      return { key, left: clamp(of(1) - of(0)), right: clamp(of(2) - of(0)) };
    })
    .filter(({ left, right }) => left !== 0 || right !== 0)
    .sort((a, b) => (a.key >>> 0) - (b.key >>> 0));
  writeKeys(
    writer,
    sorted.map((row) => row.key),
  );
  for (const row of sorted) writer.signed(row.left);
  for (const row of sorted) writer.signed(row.right);
}

/** Reads what writeMoveWeights wrote: what each feature says for the arc to the left and to the right, a shift being 0. */
export function readMoveWeights(reader: ByteReader): Halves {
  const keys = readKeys(reader);
  const values = new Int32Array(keys.length);
  for (let index = 0; index < keys.length; index++) values[index] = reader.signed() << 16;
  for (let index = 0; index < keys.length; index++) values[index]! |= reader.signed() & 0xffff;
  return { keys, values };
}
