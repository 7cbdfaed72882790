import Papa from 'papaparse';
import { csvHeader } from '#schemas/derive/csv.ts';
import type { Cell } from '#schemas/table.ts';
import type { Batch, Format } from './format.ts';

/** RFC 4180 with LF, UTF-8, header; every value exact, also where it looks like a formula. */
export const csv: Format = {
  name: 'csv',
  folder: 'csv',
  extension: 'csv',
  open(table, sink) {
    sink.write(Buffer.from(`${csvHeader(table).join(',')}\n`));
    return {
      write(batch) {
        for (const bytes of csvLines(batch, (cell) => cell)) sink.write(bytes);
      },
      end: () => sink.close(),
    };
  },
};

/** Records turned into text at a time: enough to be fast, few enough to stay in the processor's cache. */
const recordsAtOnce = 256;

/** CSV records of a batch as bytes, each with its line end; `spell` may change a cell before. */
export function* csvLines({ rows, columns }: Batch, spell: (cell: Cell) => Cell): Generator<Uint8Array> {
  for (let from = 0; from < rows.length; from += recordsAtOnce) {
    const records: Cell[][] = [];
    for (let row = from; row < Math.min(from + recordsAtOnce, rows.length); row++) {
      records.push(columns.map((cells) => spell(cells[row]!)));
    }
    yield Buffer.from(`${Papa.unparse(records, { newline: '\n' })}\n`);
  }
}
