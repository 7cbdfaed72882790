import { encodeCell, quoteCell } from '#schemas/derive/csv.ts';
import type { Cell } from '#schemas/table.ts';
import type { Batch } from './format.ts';

const known = new WeakMap<Batch, readonly string[]>();

/** The CSV records of a batch, without line ends; two formats share them. */
export function recordsOf(batch: Batch): readonly string[] {
  const found = known.get(batch);
  if (found) return found;
  const columns = batch.columns.map((cells) => cells.map(field));
  const record: string[] = new Array(columns.length);
  const records = batch.rows.map((_, row) => {
    for (let c = 0; c < columns.length; c++) record[c] = columns[c]![row]!;
    return record.join(',');
  });
  known.set(batch, records);
  return records;
}

/** A cell as it stands between two commas. Numbers, booleans and null need no quotation marks. */
export const field = (cell: Cell): string => (typeof cell === 'string' ? quoteCell(cell) : encodeCell(cell));

/** Lines as bytes, in pieces that stay in the processor's cache. */
export function* lines(records: readonly string[], end: string): Generator<Uint8Array> {
  for (let from = 0; from < records.length; from += 256) {
    yield Buffer.from(records.slice(from, from + 256).join(end) + end);
  }
}
