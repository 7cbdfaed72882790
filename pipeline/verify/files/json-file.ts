import type { Row } from '#schemas/table.ts';
import type { ReleaseReader } from '../release-reader.ts';
import { recordsOf } from './records.ts';

/** Rows of a table's JSON file, so many at a time; throws where it is not an array with one object a line. */
export function* jsonRows(reader: ReleaseReader, path: string, rowsAtATime: number): Generator<readonly Row[]> {
  const records = recordsOf(reader, path, false);
  if (records.take(1).text !== '[') throw new Error('its first line is not [');
  let separator = '';
  for (let first = 0; ; first += rowsAtATime) {
    const { text, count, isLast } = records.take(rowsAtATime);
    if (isLast && !isClosed(text)) throw new Error('its last line is not ]');
    const lines = isLast ? text.slice(0, -2) : text;
    const isEmpty = count - Number(isLast) === 0;
    if (separator !== (first === 0 || isEmpty ? '' : ',')) {
      throw new Error(`the line of row ${first} ${separator === '' ? 'lacks a comma' : 'has a comma too many'}`);
    }
    separator = lines.endsWith(',') ? ',' : '';
    if (isLast && separator !== '') throw new Error('a comma stands before its last line');
    if (!isEmpty) yield rowsIn(separator === '' ? lines : lines.slice(0, -1), first, count - Number(isLast));
    if (isLast) return;
  }
}

const isClosed = (text: string): boolean => text === ']' || text.endsWith('\n]');

function rowsIn(lines: string, first: number, count: number): readonly Row[] {
  const rows = JSON.parse(`[${lines}]`) as Row[];
  if (rows.length !== count)
    throw new Error(`lines of rows ${first + 1} to ${first + count} hold ${rows.length} objects`);
  return rows;
}
