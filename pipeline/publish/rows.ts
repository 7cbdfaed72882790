import { z } from 'zod';
import { columnsOf } from '#schemas/derive/columns.ts';
import { rowCheck } from '#schemas/derive/row-check.ts';
import type { Cell, Row, Table } from '#schemas/table.ts';
import type { Batch } from './format.ts';

/** Rows a batch holds, however many the caller hands over at once: files must not depend on that. */
export const batchSize = 16384;

/** Makes a row what all formats can hold, or throws. */
type Check = (row: Row, index: number) => Row;

/**
 * Valid rows in batches of one size. Throws on the first row that its schema refuses, naming table, row and value; rows that
 * `areValid` are as their schema made them, and it is not asked again.
 */
export function* batchesOf(table: Table, source: Iterable<readonly Row[]>, areValid: boolean): Generator<Batch> {
  const spell = speller(table);
  const valid = areValid ? (row: Row) => row : validator(table);
  const check: Check = (row, index) => spell(valid(row, index));
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

function validator(table: Table): Check {
  const accepted = rowCheck(table);
  return (row, index) => {
    const valid = accepted(row);
    if (valid) return valid;
    const result = table.row.safeParse(row);
    if (!result.success) throw new Error(refusal(table, index, row, result.error));
    return result.data as Row;
  };
}

/** CSV and JSON have no −0, UTF-8 has no lone surrogates: one spelling for all formats. */
function speller(table: Table): (row: Row) => Row {
  const columns = columnsOf(table);
  const numbers = columns.filter((c) => c.type === 'number' || c.type === 'integer').map((c) => c.name);
  const strings = columns.filter((c) => c.type === 'string').map((c) => c.name);
  return (given) => {
    const row = given as Record<string, Cell>;
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
