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
        for (const bytes of csvRecords(batch)) sink.write(bytes);
      },
      end: () => sink.close(),
    };
  },
};

/** Records turned into text at a time: enough to be fast, few enough to stay in the processor's cache. */
const recordsAtOnce = 256;

const known = new WeakMap<Batch, readonly Uint8Array[]>();

/** A batch as CSV, so many records at a time, each with its line end. Made once for all formats that share it. */
function csvRecords(batch: Batch): readonly Uint8Array[] {
  const before = known.get(batch);
  if (before) return before;
  const starts = Array.from({ length: Math.ceil(batch.rows.length / recordsAtOnce) }, (_, i) => i * recordsAtOnce);
  const records = starts.map((start) => csvText(batch, start, start + recordsAtOnce, (cell) => cell));
  known.set(batch, records);
  return records;
}

/** The same records where `spell` changes some cells: those that it leaves alone are not made again. */
export function* respelled(batch: Batch, spell: (cell: Cell) => Cell): Generator<Uint8Array> {
  for (const [i, bytes] of csvRecords(batch).entries()) {
    const [start, end] = [i * recordsAtOnce, (i + 1) * recordsAtOnce];
    const isSame = batch.columns.every((cells) => cells.slice(start, end).every((cell) => spell(cell) === cell));
    yield isSame ? bytes : csvText(batch, start, end, spell);
  }
}

function csvText({ rows, columns }: Batch, start: number, end: number, spell: (cell: Cell) => Cell): Uint8Array {
  const records: Cell[][] = [];
  for (let row = start; row < Math.min(end, rows.length); row++) {
    records.push(columns.map((cells) => spell(cells[row]!)));
  }
  return Buffer.from(`${Papa.unparse(records, { newline: '\n' })}\n`);
}
