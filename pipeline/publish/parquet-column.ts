import type { ParquetWriter } from 'hyparquet-writer';
import type { Column, ColumnType } from '#schemas/derive/columns.ts';
import { daysOf } from '#schemas/derive/days.ts';
import type { Cell } from '#schemas/table.ts';

type ColumnSource = Parameters<ParquetWriter['write']>[0]['columnData'][number];

/** A column of cells as the Parquet writer takes it. */
export const parquetColumn = ({ name, type }: Column, cells: readonly Cell[]): ColumnSource => ({
  name,
  data: values(type, cells),
});

function values(type: ColumnType, cells: readonly Cell[]): unknown[] {
  switch (type) {
    case 'string':
    case 'enum':
    case 'integer':
    case 'number':
    case 'boolean':
      return cells as Cell[];
    case 'date':
      return cells.map((cell) => (cell === null ? null : daysOf(cell as string)));
    case 'datetime':
      return cells.map((cell) => (cell === null ? null : BigInt(Date.parse(cell as string))));
  }
}
