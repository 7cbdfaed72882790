import type { Cell } from '#schemas/table.ts';

/** Strings as one run of UTF-8: cell `i` lies between offsets `i` and `i + 1`; null takes no bytes. */
export interface Utf8Run {
  readonly data: Uint8Array;
  readonly valueOffsets: Int32Array;
}

/** Encodes all strings in one go; where all are ASCII their lengths are the offsets. */
export function utf8Run(cells: readonly Cell[]): Utf8Run {
  const joined = cells.join('');
  const data = Buffer.from(joined);
  const valueOffsets = new Int32Array(cells.length + 1);
  const size = data.length === joined.length ? (text: string) => text.length : Buffer.byteLength;
  let end = 0;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as string | null;
    if (cell !== null) end += size(cell);
    valueOffsets[i + 1] = end;
  }
  return { data, valueOffsets };
}
