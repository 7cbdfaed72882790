import Papa from 'papaparse';
import { columnsOf } from '#schemas/derive/columns.ts';
import { csvHeader, decodeCell } from '#schemas/derive/csv.ts';
import type { Cell, Table } from '#schemas/table.ts';
import type { ReleaseReader } from '../release-reader.ts';
import { recordsOf } from './records.ts';
import type { Columns, OpenTable, TableReader } from './table-reader.ts';

const byteOrderMark = '\ufeff';

/** Reads records of a table: text that has just been read is known. */
type Parse = (text: string, first: number, count: number) => Columns;

/** Opens the CSV file of a table, and the one for spreadsheets, which begins with a byte order mark; both read by papaparse. Most of what they hold is alike, and read once. */
export function csvFiles(table: Table): { readonly csv: OpenTable; readonly excel: OpenTable } {
  let last: { readonly text: string; readonly columns: Columns } | undefined;
  const parse: Parse = (text, first, count) => {
    if (last?.text !== text) last = { text, columns: parsed(table, text, first, count) };
    return last.columns;
  };
  return {
    csv: (reader, path) => open(reader, path, table, '', parse),
    excel: (reader, path) => open(reader, path, table, byteOrderMark, parse),
  };
}

/** Records skipped at a time. */
const skipped = 16_384;

function open(reader: ReleaseReader, path: string, table: Table, mark: string, parse: Parse): TableReader {
  const records = recordsOf(reader, path, true);
  const expected = mark + csvHeader(table).join(',');
  const header = records.take(1).text;
  if (header !== expected)
    throw new Error(`its first line is ${JSON.stringify(header)}, not ${JSON.stringify(expected)}`);
  let first = 0;
  return {
    next(wanted) {
      const { text, count } = records.take(wanted);
      const found = count === 0 ? columnsOf(table).map(() => []) : parse(text, first, count);
      first += count;
      return found;
    },
    rest() {
      let rows = 0;
      for (;;) {
        const { count, isLast } = records.take(skipped);
        rows += count;
        if (isLast) return rows;
      }
    },
  };
}

function parsed(table: Table, text: string, first: number, count: number): Columns {
  const columns = columnsOf(table);
  const found = columns.map((): Cell[] => new Array(count));
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
  if (data.length !== count) throw new Error(`rows ${first + 1} to ${first + count} read as ${data.length} records`);
  for (const [row, record] of data.entries()) {
    if (record.length !== columns.length) {
      throw new Error(`row ${first + row + 1} has ${record.length} cells, not ${columns.length}`);
    }
    for (let c = 0; c < record.length; c++) found[c]![row] = decodeCell(columns[c]!.type, record[c]!);
  }
  return found;
}
