import fs from 'node:fs';
import path from 'node:path';

/** A file that is read anywhere and grows at its end. */
export interface GrowingFile {
  readonly size: number;
  /** As many of the bytes as there are. */
  read(start: number, length: number): Buffer;
  /** The same, valid until more is looked at: for bytes that are turned into something else at once. */
  look(start: number, length: number): Buffer;
  append(bytes: Uint8Array): void;
  /** Drops all that lies behind. */
  truncate(size: number): void;
  /** Waits until the disk has it. */
  sync(): void;
  close(): void;
}

/** Opens such a file, made where there is none. */
export function openGrowing(file: string): GrowingFile {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const handle = fs.openSync(file, fs.constants.O_RDWR | fs.constants.O_CREAT);
  let size = fs.fstatSync(handle).size;
  let scratch = Buffer.alloc(0);
  const fill = (bytes: Buffer, start: number): Buffer => {
    let done = 0;
    while (done < bytes.length) {
      const read = fs.readSync(handle, bytes, done, bytes.length - done, start + done);
      if (read === 0) break;
      done += read;
    }
    return bytes.subarray(0, done);
  };
  return {
    get size() {
      return size;
    },
    read: (start, length) => fill(Buffer.allocUnsafe(Math.max(0, Math.min(length, size - start))), start),
    look(start, length) {
      const there = Math.max(0, Math.min(length, size - start));
      if (scratch.length < there) scratch = Buffer.allocUnsafe(2 * there);
      return fill(scratch.subarray(0, there), start);
    },
    append(bytes) {
      for (let done = 0; done < bytes.length; ) {
        done += fs.writeSync(handle, bytes, done, bytes.length - done, size + done);
      }
      size += bytes.length;
    },
    truncate(to) {
      fs.ftruncateSync(handle, to);
      size = to;
    },
    sync: () => fs.fsyncSync(handle),
    close: () => fs.closeSync(handle),
  };
}
