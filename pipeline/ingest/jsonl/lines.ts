/** A line of a stream; `bytes` is null where it is longer than the limit. */
export interface RawLine {
  /** From 1. */
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

const lineFeed = 10;
const carriageReturn = 13;

/** The lines of a stream without their ends, numbered from `first`; empty ones are only counted. Holds one line at a time, and none that is longer than `limit`. */
export async function* rawLines(chunks: AsyncIterable<Uint8Array>, limit: number, first = 1): AsyncGenerator<RawLine> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = first;
  const add = (part: Uint8Array): void => {
    size += part.length;
    if (size > limit + 1) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const take = (): RawLine => {
    const line = { number, bytes: size > limit + 1 ? null : withoutReturn(Buffer.concat(parts), limit) };
    parts = [];
    size = 0;
    number++;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      add(chunk.subarray(start, end));
      if (size > 0) yield take();
      else number++;
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  if (size > 0) yield take();
}

/** One byte more than the limit is held, as it may be the carriage return of the line's end. */
function withoutReturn(bytes: Uint8Array, limit: number): Uint8Array | null {
  const line = bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes;
  return line.length > limit ? null : line;
}
