/** Where records begin: record `i` lies between `starts[i]` and `starts[i + 1]`, its line end included. */
export type RecordStarts = Float64Array;

/** Finds the records of a text file; with `quoted`, a line feed between quotation marks is part of its record. */
export function recordStarts(bytes: Uint8Array, quoted: boolean): RecordStarts {
  const next = (byte: number, from: number): number => {
    const found = bytes.indexOf(byte, from);
    return found < 0 ? bytes.length : found;
  };
  const starts = [0];
  let quote = quoted ? next(quotationMark, 0) : bytes.length;
  let line = next(lineFeed, 0);
  while (line < bytes.length) {
    if (line < quote) {
      starts.push(line + 1);
      line = next(lineFeed, line + 1);
      continue;
    }
    const closing = next(quotationMark, quote + 1);
    if (line < closing) line = next(lineFeed, closing);
    quote = next(quotationMark, closing + 1);
  }
  if (starts.at(-1) !== bytes.length) throw new Error('its last line has no line feed');
  return Float64Array.from(starts);
}

const quotationMark = 0x22;
const lineFeed = 0x0a;

/** Text of the records `start` to `end` (exclusive), the last line feed left out. */
export function recordsText(bytes: Uint8Array, starts: RecordStarts, start: number, end: number): string {
  if (start >= end) return '';
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'utf8',
    starts[start],
    starts[end]! - 1,
  );
}
