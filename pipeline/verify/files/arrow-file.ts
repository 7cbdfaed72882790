import { type Data, type Schema, tableFromIPC, type Vector } from 'apache-arrow';
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
  if (type === 'string' || type === 'enum') return vector.data.flatMap(strings);
  const values: Cell[] = new Array(vector.length);
  for (let i = 0; i < values.length; i++) values[i] = cell(type, vector.get(i));
  return values;
}

/** Strings of one batch. apache-arrow's own decoder takes U+FEFF at the start of a cell for a byte order mark. */
function strings(data: Data): (string | null)[] {
  const offsets = data.valueOffsets as Int32Array;
  const { buffer, byteOffset, byteLength } = data.values as Uint8Array;
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const [first, last] = [offsets[0]!, offsets[data.length]!];
  const all = bytes.toString('utf8', first, last);
  const isAscii = all.length === last - first;
  return Array.from({ length: data.length }, (_, i) => {
    if (!data.getValid(i)) return null;
    const [start, end] = [offsets[i]!, offsets[i + 1]!];
    return isAscii ? all.slice(start - first, end - first) : bytes.toString('utf8', start, end);
  });
}

/** apache-arrow hands out days and instants as milliseconds. */
function cell(type: Exclude<ColumnType, 'string' | 'enum'>, value: unknown): Cell {
  if (value === null) return null;
  switch (type) {
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
