import { Bool, type Data, DateDay, Float64, Int32, makeData, TimestampMillisecond, Utf8 } from 'apache-arrow';
import type { ColumnType } from '#schemas/derive/columns.ts';
import { daysOf } from '#schemas/derive/days.ts';
import type { Cell } from '#schemas/table.ts';
import { utf8Run } from './utf8.ts';

type Cells = readonly Cell[];

/** A column of cells as Arrow data. */
export function arrowColumn(type: ColumnType, cells: Cells): Data {
  const common = { length: cells.length, ...validity(cells) };
  switch (type) {
    case 'string':
    case 'enum':
      return makeData({ type: new Utf8(), ...common, ...utf8Run(cells) });
    case 'integer':
      return makeData({ type: new Int32(), ...common, data: Int32Array.from(cells as number[]) });
    case 'number':
      return makeData({ type: new Float64(), ...common, data: Float64Array.from(cells as number[], Number) });
    case 'boolean':
      return makeData({ type: new Bool(), ...common, data: bits(cells, (cell) => cell === true) });
    case 'date':
      return makeData({ type: new DateDay(), ...common, data: Int32Array.from(cells, days) });
    case 'datetime':
      return makeData({
        type: new TimestampMillisecond('UTC'),
        ...common,
        data: BigInt64Array.from(cells, (cell) => BigInt(cell === null ? 0 : Date.parse(cell as string))),
      });
  }
}

const days = (cell: Cell): number => (cell === null ? 0 : daysOf(cell as string));

function validity(cells: Cells): { nullCount: number; nullBitmap?: Uint8Array } {
  let nullCount = 0;
  for (const cell of cells) if (cell === null) nullCount++;
  return nullCount === 0 ? { nullCount } : { nullCount, nullBitmap: bits(cells, (cell) => cell !== null) };
}

function bits(cells: Cells, isSet: (cell: Cell) => boolean): Uint8Array {
  const bytes = new Uint8Array((cells.length + 7) >> 3);
  for (let i = 0; i < cells.length; i++) if (isSet(cells[i]!)) bytes[i >> 3]! |= 1 << (i & 7);
  return bytes;
}
