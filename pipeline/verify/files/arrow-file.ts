import { type Schema, tableFromIPC, type Vector } from 'apache-arrow';
import { arrowSchema } from '#schemas/derive/arrow.ts';
import { type ColumnType, columnsOf } from '#schemas/derive/columns.ts';
import { dateOf } from '#schemas/derive/days.ts';
import type { Cell, Table } from '#schemas/table.ts';
import type { TableFile } from './table-file.ts';

/** Arrow IPC file, read by apache-arrow. */
export function arrowFile(bytes: Uint8Array, table: Table): TableFile & { column(name: string): Iterable<Cell> } {
  const found = tableFromIPC(bytes);
  const [expected, actual] = [signature(arrowSchema(table)), signature(found.schema)];
  if (actual !== expected) throw new Error(`its schema is ${actual}, not ${expected}`);
  const columns = columnsOf(table);
  return {
    rows: found.numRows,
    columns: (start, end) => columns.map(({ type }, i) => cells(type, found.getChildAt(i)!.slice(start, end))),
    column: (name) => cells(columns.find((c) => c.name === name)!.type, found.getChild(name)!),
  };
}

const signature = ({ fields }: Schema): string =>
  fields.map((f) => `${f.name} ${f.type}${f.nullable ? ' or null' : ''}`).join(', ');

function cells(type: ColumnType, vector: Vector): Cell[] {
  const values: Cell[] = new Array(vector.length);
  for (let i = 0; i < values.length; i++) values[i] = cell(type, vector.get(i));
  return values;
}

/** apache-arrow hands out days and instants as milliseconds. */
function cell(type: ColumnType, value: unknown): Cell {
  if (value === null) return null;
  switch (type) {
    case 'string':
    case 'enum':
    case 'integer':
    case 'number':
    case 'boolean':
      return value as Cell;
    case 'date':
      return dateOf(Number(value) / 86_400_000);
    case 'datetime':
      return new Date(Number(value)).toISOString();
  }
}
