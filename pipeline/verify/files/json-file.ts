import type { Row } from '#schemas/table.ts';
import { recordStarts, recordsText } from './line-index.ts';

/** A JSON array with one object a line. */
export interface JsonFile {
  readonly rows: number;
  read(start: number, end: number): readonly Row[];
}

/** Opens a table's JSON file; throws where it is not an array with one object a line. */
export function jsonFile(bytes: Uint8Array): JsonFile {
  const starts = recordStarts(bytes, false);
  const rows = starts.length - 3;
  if (rows < 0 || recordsText(bytes, starts, 0, 1) !== '[' || recordsText(bytes, starts, rows + 1, rows + 2) !== ']') {
    throw new Error('its first line is not [ or its last not ]');
  }
  return {
    rows,
    read(start, end) {
      const text = recordsText(bytes, starts, start + 1, end + 1);
      const found: Row[] = JSON.parse(`[${end === rows ? text : text.replace(/,$/, '')}]`);
      if (found.length !== end - start)
        throw new Error(`lines of rows ${start + 1} to ${end} hold ${found.length} objects`);
      return found;
    },
  };
}
