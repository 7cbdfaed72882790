/** Part of a file of lines, in bytes, and the number of the line that it begins with. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
}

const lineFeed = 10;

/** Cuts a stream behind a line feed once in so many bytes. */
export async function* stretchesOf(chunks: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Stretch> {
  let offset = 0;
  let line = 1;
  let [start, firstLine] = [0, 1];
  for await (const chunk of chunks) {
    for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, at + 1)) {
      line++;
      const end = offset + at + 1;
      if (end - start < bytes) continue;
      yield { start, end, firstLine };
      [start, firstLine] = [end, line];
    }
    offset += chunk.length;
  }
  if (offset > start) yield { start, end: offset, firstLine };
}
