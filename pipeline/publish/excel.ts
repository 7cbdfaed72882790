import { csvHeader } from '#schemas/derive/csv.ts';
import type { Cell } from '#schemas/table.ts';
import type { Batch, Format } from './format.ts';
import { field, lines, recordsOf } from './records.ts';

/** CSV for spreadsheets: UTF-8 with BOM, and no text that a spreadsheet would run as a formula. */
export const excel: Format = {
  name: 'excel',
  folder: 'excel',
  extension: 'csv',
  open(table, sink) {
    sink.write(Buffer.from(`\ufeff${csvHeader(table).join(',')}\n`));
    return {
      write(batch) {
        for (const bytes of lines(guardedRecords(batch), '\n')) sink.write(bytes);
      },
      end: () => sink.close(),
    };
  },
};

/** A cell as the spreadsheet set spells it: text that begins like a formula gets an apostrophe; numbers stay. */
export const guardCell = (cell: Cell): Cell =>
  typeof cell === 'string' && formulaStart.test(cell) ? `'${cell}` : cell;

const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

function guardedRecords(batch: Batch): readonly string[] {
  const records = [...recordsOf(batch)];
  const suspects = new Set<number>();
  for (const cells of batch.columns) {
    for (let row = 0; row < cells.length; row++) if (guardCell(cells[row]!) !== cells[row]) suspects.add(row);
  }
  for (const row of suspects) records[row] = batch.columns.map((cells) => field(guardCell(cells[row]!))).join(',');
  return records;
}
