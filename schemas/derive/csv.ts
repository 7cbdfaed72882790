import { z } from 'zod';
import type { Cell, Row, Table } from '../table.ts';
import { type ColumnType, columnsOf } from './columns.ts';

/** Names of a table's columns in order: the first line of its CSV. */
export const csvHeader = (table: Table): readonly string[] => columnsOf(table).map((c) => c.name);

/** A cell as text. An empty one is null and nothing else is: no column allows an empty string. */
export const encodeCell = (cell: Cell): string => (cell === null ? '' : String(cell));

/** A cell's text as its column's type; text that does not fit the type stays text, for the schema to refuse. */
export function decodeCell(type: ColumnType, text: string): Cell {
  if (text === '') return null;
  switch (type) {
    case 'string':
    case 'enum':
    case 'date':
    case 'datetime':
      return text;
    case 'integer':
    case 'number':
      return String(Number(text)) === text ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
  }
}

/** Between the cells of one CSV record and a row, both ways validated. */
export function csvCodec(table: Table) {
  const columns = columnsOf(table);
  const cells = z.array(z.string()).length(columns.length);
  return z.codec(cells, table.row, {
    decode: (record) => Object.fromEntries(columns.map((c, i) => [c.name, decodeCell(c.type, record[i]!)])),
    encode: (row) => columns.map((c) => encodeCell((row as Row)[c.name] ?? null)),
  });
}
