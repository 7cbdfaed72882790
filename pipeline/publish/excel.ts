import { csvHeader } from '#schemas/derive/csv.ts';
import type { Cell } from '#schemas/table.ts';
import { respelled } from './csv.ts';
import type { Format } from './format.ts';

/** CSV for spreadsheets: UTF-8 with BOM, and no text that a spreadsheet would run as a formula. */
export const excel: Format = {
  name: 'excel',
  folder: 'excel',
  extension: 'csv',
  open(table, sink) {
    sink.write(Buffer.from(`\ufeff${csvHeader(table).join(',')}\n`));
    return {
      write(batch) {
        for (const bytes of respelled(batch, guardCell)) sink.write(bytes);
      },
      end: () => sink.close(),
    };
  },
};

/** A cell as the spreadsheet set spells it: text that begins like a formula gets an apostrophe; numbers stay. */
export const guardCell = (cell: Cell): Cell =>
  typeof cell === 'string' && !isPlain(cell.charCodeAt(0)) && formulaStart.test(cell) ? `'${cell}` : cell;

/** Most cells begin with what lies between the signs of the two sets, letters above all. */
const isPlain = (code: number): boolean => code > 0x40 && code < 0xff00;

const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
