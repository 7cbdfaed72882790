import Papa from 'papaparse';
import { columnsOf } from '#schemas/derive/columns.ts';
import { csvHeader, decodeCell } from '#schemas/derive/csv.ts';
import type { Cell, Table } from '#schemas/table.ts';
import { recordStarts, recordsText } from './line-index.ts';
import type { TableFile } from './table-file.ts';

const byteOrderMark = '\ufeff';

/** CSV file, read by papaparse. */
export const csvFile = (bytes: Uint8Array, table: Table): TableFile => open(bytes, table, '');

/** CSV file for spreadsheets: the same with a byte order mark. */
export const excelFile = (bytes: Uint8Array, table: Table): TableFile => open(bytes, table, byteOrderMark);

function open(bytes: Uint8Array, table: Table, mark: string): TableFile {
  const columns = columnsOf(table);
  const starts = recordStarts(bytes, true);
  const expected = mark + csvHeader(table).join(',');
  const header = recordsText(bytes, starts, 0, 1);
  if (header !== expected)
    throw new Error(`its first line is ${JSON.stringify(header)}, not ${JSON.stringify(expected)}`);
  return {
    rows: starts.length - 2,
    columns(start, end) {
      const found = columns.map((): Cell[] => new Array(end - start));
      const text = recordsText(bytes, starts, start + 1, end + 1);
      const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
      if (data.length !== end - start) throw new Error(`rows ${start + 1} to ${end} read as ${data.length} records`);
      for (const [row, record] of data.entries()) {
        if (record.length !== columns.length) {
          throw new Error(`row ${start + row + 1} has ${record.length} cells, not ${columns.length}`);
        }
        for (let c = 0; c < record.length; c++) found[c]![row] = decodeCell(columns[c]!.type, record[c]!);
      }
      return found;
    },
  };
}
