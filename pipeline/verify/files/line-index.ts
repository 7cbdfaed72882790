/** Where records begin: record `i` lies between `starts[i]` and `starts[i + 1]`, its line end included. */
export type RecordStarts = Float64Array;

/** Finds the records of a text file; with `quoted`, a line feed between quotation marks is part of its record. */
export function recordStarts(bytes: Uint8Array, quoted: boolean): RecordStarts {
  const starts = [0];
  let inside = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === 0x22 && quoted) inside = !inside;
    else if (byte === 0x0a && !inside) starts.push(i + 1);
  }
  if (starts.at(-1) !== bytes.length) throw new Error('its last line has no line feed');
  return Float64Array.from(starts);
}

/** Text of the records `start` to `end` (exclusive), the last line feed left out. */
export function recordsText(bytes: Uint8Array, starts: RecordStarts, start: number, end: number): string {
  if (start >= end) return '';
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'utf8',
    starts[start],
    starts[end]! - 1,
  );
}
