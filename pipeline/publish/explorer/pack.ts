import type { Column } from '#schemas/derive/columns.ts';
import type { Cell, Row } from '#schemas/table.ts';

/**
 * The cells of one column, small and quick to read back: an enumerated value is its place in the list of values; of texts,
 * 0 is null and 1 the text met last; of all others the cell itself. 0 alone: every cell is null.
 */
export type PackedColumn = readonly (string | number | null)[] | 0;

/** Cells of a part of a table, by column. */
export type PackedRows = Readonly<Record<string, PackedColumn>>;

/** Packs the cells of these columns. */
export const packRows = (columns: readonly Column[], rows: readonly Row[]): PackedRows =>
  Object.fromEntries(columns.map((column) => [column.name, packColumn(column, rows)]));

function packColumn({ name, type, values }: Column, rows: readonly Row[]): PackedColumn {
  switch (type) {
    case 'string':
    case 'date':
    case 'datetime':
      return packTexts(name, rows);
    case 'enum':
      return rows.map((row) => values!.indexOf(row[name] as string));
    case 'boolean':
      return rows.map((row) => (row[name] === null ? null : row[name] ? 1 : 0));
    case 'integer':
    case 'number':
      return rows.every((row) => row[name] === null) ? 0 : rows.map((row) => row[name] as number | null);
  }
}

function packTexts(name: string, rows: readonly Row[]): PackedColumn {
  let before: Cell | undefined;
  let isEmpty = true;
  const packed: (string | number)[] = [];
  for (const row of rows) {
    const cell = row[name] as string | null;
    if (cell === null) packed.push(0);
    else {
      isEmpty = false;
      packed.push(cell === before ? 1 : cell);
      before = cell;
    }
  }
  return isEmpty ? 0 : packed;
}
