import type { ParquetWriter } from 'hyparquet-writer';
import type { Column } from '#schemas/derive/columns.ts';
import { daysOf } from '#schemas/derive/days.ts';
import type { Cell } from '#schemas/table.ts';
import { utf8Run } from './utf8.ts';

type ColumnSource = Parameters<ParquetWriter['write']>[0]['columnData'][number];

/** A column of cells as the Parquet writer takes it. */
export function parquetColumn({ name, type, pattern }: Column, cells: readonly Cell[]): ColumnSource {
  switch (type) {
    case 'string':
      return { name, ...strings(cells as readonly (string | null)[]), statistics: pattern !== null };
    case 'enum':
    case 'integer':
    case 'number':
    case 'boolean':
      return { name, data: cells as Cell[] };
    case 'date':
      return { name, data: cells.map((cell) => (cell === null ? null : daysOf(cell as string))) };
    case 'datetime':
      return { name, data: cells.map((cell) => (cell === null ? null : BigInt(Date.parse(cell as string)))) };
  }
}

/** Where most strings differ a dictionary saves nothing; their bytes are then made in one go, which is much faster. */
function strings(cells: readonly (string | null)[]): Pick<ColumnSource, 'data' | 'encoding'> {
  const distinct = new Set(cells);
  return distinct.size * 2 > cells.length ? { data: slices(cells), encoding: 'PLAIN' } : { data: cells as string[] };
}

function slices(cells: readonly (string | null)[]): (Uint8Array | null)[] {
  const { data, valueOffsets } = utf8Run(cells);
  return cells.map((cell, i) => (cell === null ? null : data.subarray(valueOffsets[i], valueOffsets[i + 1])));
}
