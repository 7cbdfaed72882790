import { z } from 'zod';
import { columnsOf } from '#schemas/derive/columns.ts';
import type { Cell, Row, Table } from '#schemas/table.ts';
import type { Batch } from './format.ts';

/** Rows a batch holds, however many the caller hands over at once: files must not depend on that. */
export const batchSize = 16384;

/** Valid rows in batches of one size. Throws on the first row that its schema refuses, naming table, row and value. */
export function* batchesOf(table: Table, source: Iterable<readonly Row[]>): Generator<Batch> {
  const check = checker(table);
  let rows: Row[] = [];
  let count = 0;
  for (const part of source) {
    for (const row of part) {
      rows.push(check(row, count++));
      if (rows.length < batchSize) continue;
      yield batch(table, rows);
      rows = [];
    }
  }
  if (rows.length > 0) yield batch(table, rows);
}

function batch(table: Table, rows: readonly Row[]): Batch {
  return { rows, columns: columnsOf(table).map(({ name }) => rows.map((row) => row[name]!)) };
}

function checker(table: Table): (row: Row, index: number) => Row {
  const columns = columnsOf(table);
  const numbers = columns.filter((c) => c.type === 'number' || c.type === 'integer').map((c) => c.name);
  const strings = columns.filter((c) => c.type === 'string').map((c) => c.name);
  return (input, index) => {
    const result = table.row.safeParse(input);
    if (!result.success) throw new Error(refusal(table, index, input, result.error));
    const row = result.data as Record<string, Cell>;
    // CSV and JSON have no −0, UTF-8 has no lone surrogates: one spelling for all formats.
    for (const name of numbers) if (row[name] === 0) row[name] = 0;
    for (const name of strings) {
      const cell = row[name] as string | null;
      if (cell !== null && loneSurrogate.test(cell)) row[name] = cell.replace(loneSurrogates, '\ufffd');
    }
    return row;
  };
}

const loneSurrogate = /\p{Cs}/u;
const loneSurrogates = /\p{Cs}/gu;

function refusal(table: Table, index: number, row: Row, error: z.ZodError): string {
  return `${table.name}: row ${index} (${table.key} ${row[table.key]}) is not what its schema says: ${z.prettifyError(error)}`;
}
