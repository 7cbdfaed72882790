import Papa from 'papaparse';
import { columnsOf } from '#schemas/derive/columns.ts';
import { csvHeader, decodeCell } from '#schemas/derive/csv.ts';
import type { Cell, Table } from '#schemas/table.ts';
import type { ReleaseReader } from '../release-reader.ts';
import { recordsOf } from './records.ts';
import type { OpenTable, TableReader } from './table-reader.ts';

const byteOrderMark = '\ufeff';

/** CSV file, read by papaparse. */
export const csvFile: OpenTable = (reader, path, table) => open(reader, path, table, '');

/** CSV file for spreadsheets: the same with a byte order mark. */
export const excelFile: OpenTable = (reader, path, table) => open(reader, path, table, byteOrderMark);

/** Records skipped at a time. */
const skipped = 16_384;

function open(reader: ReleaseReader, path: string, table: Table, mark: string): TableReader {
  const columns = columnsOf(table);
  const records = recordsOf(reader, path, true);
  const expected = mark + csvHeader(table).join(',');
  const header = records.take(1).text;
  if (header !== expected)
    throw new Error(`its first line is ${JSON.stringify(header)}, not ${JSON.stringify(expected)}`);
  let first = 0;
  return {
    next(wanted) {
      const { text, count } = records.take(wanted);
      const found = columns.map((): Cell[] => new Array(count));
      if (count === 0) return found;
      const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
      if (data.length !== count)
        throw new Error(`rows ${first + 1} to ${first + count} read as ${data.length} records`);
      for (const [row, record] of data.entries()) {
        if (record.length !== columns.length) {
          throw new Error(`row ${first + row + 1} has ${record.length} cells, not ${columns.length}`);
        }
        for (let c = 0; c < record.length; c++) found[c]![row] = decodeCell(columns[c]!.type, record[c]!);
      }
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
