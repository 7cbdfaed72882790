import type { ReleaseReader } from '../release-reader.ts';

/** Records of a text file, in order. */
export interface Records {
  /** The next records: `count`, or as many as there are. */
  take(count: number): Taken;
}

/** Records as they stand in the file, the last line feed left out. */
interface Taken {
  readonly text: string;
  readonly count: number;
  /** Nothing comes behind them. */
  readonly isLast: boolean;
}

/** Bytes read at a time. */
const chunkBytes = 1 << 20;

/** No record is longer: a quotation mark that is never closed would take in the file. */
const longest = 1 << 27;

/**
 * Reads a text file from its start, holding the records that are asked for and a chunk. With `quoted`, a line feed between
 * quotation marks is part of its record. Throws where the last record has no line feed.
 */
export function recordsOf(reader: ReleaseReader, path: string, quoted: boolean, chunk = chunkBytes): Records {
  const size = reader.size(path);
  let held = Buffer.alloc(0);
  let read = 0;
  let ends: number[] = [];
  let taken = 0;
  let isOpen = false;

  /** Notes where the records of the bytes from `from` on end. */
  const scan = (from: number): void => {
    const next = (byte: number, at: number): number => {
      const found = held.indexOf(byte, at);
      return found < 0 ? held.length : found;
    };
    let at = from;
    if (isOpen) {
      at = next(quotationMark, from) + 1;
      if (at > held.length) return;
    }
    isOpen = false;
    let quote = quoted ? next(quotationMark, at) : held.length;
    let line = next(lineFeed, at);
    for (;;) {
      for (; line < quote; line = next(lineFeed, line + 1)) ends.push(line + 1);
      if (quote === held.length) return;
      const closing = next(quotationMark, quote + 1);
      if (closing === held.length) {
        isOpen = true;
        return;
      }
      if (line < closing) line = next(lineFeed, closing);
      quote = next(quotationMark, closing + 1);
    }
  };
  const startOf = (record: number): number => (record === 0 ? 0 : ends[record - 1]!);
  const fill = (): void => {
    const kept = held.subarray(startOf(taken));
    if (kept.length > longest) throw new Error(`a record of it has more than ${longest} bytes`);
    const { buffer, byteOffset, byteLength } = reader.read(path, read, Math.min(size, read + chunk));
    const more = Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
    if (more.length === 0) throw new Error(`it ends behind ${read} of ${size} bytes`);
    read += more.length;
    const start = startOf(taken);
    ends = ends.slice(taken).map((end) => end - start);
    taken = 0;
    held = kept.length === 0 ? more : Buffer.concat([kept, more]);
    scan(kept.length);
  };
  return {
    take(count) {
      while (ends.length - taken < count && read < size) fill();
      const [start, first] = [startOf(taken), taken];
      taken = Math.min(ends.length, taken + count);
      const isLast = taken === ends.length && read === size;
      const end = startOf(taken);
      if (isLast && end !== held.length) throw new Error('its last line has no line feed');
      const text = taken === first ? '' : held.toString('utf8', start, end - 1);
      return { text, count: taken - first, isLast };
    },
  };
}

const quotationMark = 0x22;
const lineFeed = 0x0a;
