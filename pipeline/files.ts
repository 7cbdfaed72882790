import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from './files/tree.ts';

const resourcesFolder = fileURLToPath(new URL('./resources/', import.meta.url));

/** Reads a file of `pipeline/resources/`. */
export const readResource = (name: string): Uint8Array => fs.readFileSync(path.join(resourcesFolder, name));

/** Bytes of a file in chunks, or those from `start` up to `end`. Read at once: for small files a stream takes longer than the disk. */
export async function* readChunks(
  file: string,
  { start, end }: { readonly start: number; readonly end: number } = { start: 0, end: Number.POSITIVE_INFINITY },
): AsyncGenerator<Uint8Array> {
  const handle = fs.openSync(file, 'r');
  try {
    for (let at = start; at < end; ) {
      const chunk = Buffer.allocUnsafe(Math.min(chunkSize, end - at));
      const read = fs.readSync(handle, chunk, 0, chunk.length, at);
      if (read === 0) return;
      yield chunk.subarray(0, read);
      at += read;
    }
  } finally {
    fs.closeSync(handle);
  }
}

const chunkSize = 1 << 16;

/** Bytes that a file takes. */
export const sizeOf = (file: string): number => fs.statSync(file).size;

/** A file's bytes, or null where there is no such file. */
export function readIfPresent(file: string): Uint8Array | null {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Lines of a file or a part of it, without their ends; split at LF alone (JSON may hold U+2028). Holds one chunk in memory, or
 * one line where that is longer; a chunk is decoded at a time, which is faster than line by line.
 */
export function* readLines(
  file: string,
  start = 0,
  end = Number.POSITIVE_INFINITY,
  chunkBytes = 1 << 18,
): Generator<string> {
  const handle = fs.openSync(file, 'r');
  try {
    let chunk = Buffer.allocUnsafe(chunkBytes);
    let kept = 0;
    let position = start;
    for (;;) {
      if (kept === chunk.length) chunk = Buffer.concat([chunk, Buffer.allocUnsafe(chunk.length)]);
      const read = fs.readSync(handle, chunk, kept, Math.min(chunk.length - kept, end - position), position);
      if (read === 0) break;
      position += read;
      const whole = chunk.lastIndexOf(10, kept + read - 1) + 1;
      if (whole > 0) {
        yield* chunk.toString('utf8', 0, whole - 1).split('\n');
        chunk.copyWithin(0, whole, kept + read);
      }
      kept = kept + read - whole;
    }
    if (kept > 0) yield chunk.toString('utf8', 0, kept);
  } finally {
    fs.closeSync(handle);
  }
}

/** Takes bytes in order. */
export interface FileSink {
  write(bytes: Uint8Array): void;
  close(): void;
}

/** A file written from its start, small pieces together; folders above it are made. */
export function openSink(file: string): FileSink {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const handle = fs.openSync(file, 'w');
  const pending = Buffer.allocUnsafe(sinkSize);
  let size = 0;
  const writeOut = (bytes: Uint8Array): void => {
    for (let done = 0; done < bytes.length; ) done += fs.writeSync(handle, bytes, done);
  };
  const flush = (): void => {
    writeOut(pending.subarray(0, size));
    size = 0;
  };
  return {
    write(bytes) {
      if (size + bytes.length > sinkSize) flush();
      if (bytes.length > sinkSize) writeOut(bytes);
      else {
        pending.set(bytes, size);
        size += bytes.length;
      }
    },
    close() {
      flush();
      fs.closeSync(handle);
    },
  };
}

const sinkSize = 1 << 16;

/** Puts a file in the place of another in one step. */
export const replaceFile = (from: string, to: string): void => fs.renameSync(from, to);

/** Takes lines and writes them in large pieces. */
export interface LineSink {
  write(line: string): void;
  close(): void;
}

/** A text file written line by line, from its start or behind what it has. */
export function openLines(file: string, flag: 'w' | 'a' = 'w'): LineSink {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const handle = fs.openSync(file, flag);
  let pending: string[] = [];
  let size = 0;
  const flush = (): void => {
    if (pending.length > 0) fs.writeFileSync(handle, `${pending.join('\n')}\n`);
    pending = [];
    size = 0;
  };
  return {
    write(line) {
      pending.push(line);
      size += line.length;
      if (size > 1 << 18) flush();
    },
    close() {
      flush();
      fs.closeSync(handle);
    },
  };
}

/** Writes a whole file; folders above it are made. */
export function writeFile(file: string, content: string | Uint8Array): void {
  const sink = openSink(file);
  sink.write(typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  sink.close();
}

/** An empty folder, whatever was there. */
export function emptyFolder(folder: string): void {
  removeFolder(folder);
  fs.mkdirSync(folder, { recursive: true });
}

/** A new folder among the temporary files of this machine; who asks for it removes it. */
export const temporaryFolder = (prefix: string): string => fs.mkdtempSync(path.join(os.tmpdir(), prefix));

/** A new folder in one that is made where needed; null where the disk does not allow it. */
export function newFolder(parent: string): string | null {
  try {
    fs.mkdirSync(parent, { recursive: true });
    return fs.mkdtempSync(path.join(parent, 'new-'));
  } catch {
    return null;
  }
}

/** Gives a folder its name, unless another process was faster; says where its content lies. */
export function moveInto(folder: string, name: string): string {
  try {
    fs.renameSync(folder, name);
    return name;
  } catch {
    return folder;
  }
}

/** Notes that a folder is in use. */
export function touchFolder(folder: string): void {
  try {
    fs.utimesSync(folder, new Date(), new Date());
  } catch {
    // Not ours to write: whoever owns it looks after it.
  }
}

/** Removes the folders below one that nobody touched for so many days. */
export function keepOnly(parent: string, days: number): void {
  const oldest = Date.now() - days * 86_400_000;
  for (const name of fs.readdirSync(parent)) {
    const folder = path.join(parent, name);
    if (fs.statSync(folder, { throwIfNoEntry: false })!.mtimeMs < oldest) removeFolder(folder);
  }
}

/** One hash for the files below a folder whose names end so. */
export function digestTree(folder: string, end = ''): string {
  const files = listFiles(folder).filter((file) => file.endsWith(end));
  return createHash('sha256')
    .update(files.map((file) => `${digestFile(path.join(folder, file)).sha256} ${file}\n`).join(''))
    .digest('hex');
}

/** Bytes that may still be written where a folder lies. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = fs.statfsSync(folder);
  return bavail * bsize;
}

/** Removes a folder and all below it; none is no error. */
export const removeFolder = (folder: string): void => fs.rmSync(folder, { recursive: true, force: true });

/** Is this a folder that can be read? */
export const isFolder = (folder: string): boolean =>
  fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Is this a file? */
export const isFile = (file: string): boolean => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

/** SHA-256 of a file or a part of it, read in pieces. */
export function digestFile(file: string, { start, end } = { start: 0, end: Number.POSITIVE_INFINITY }) {
  const hash = createHash('sha256');
  const handle = fs.openSync(file, 'r');
  let at = start;
  try {
    const next = (): number => fs.readSync(handle, digested, 0, Math.min(digested.length, end - at), at);
    for (let read = next(); read > 0; read = next()) {
      hash.update(digested.subarray(0, read));
      at += read;
    }
  } finally {
    fs.closeSync(handle);
  }
  return { sha256: hash.digest('hex'), bytes: at - start };
}

/** One for all files: a new one for each would take longer than a small file. */
const digested = Buffer.allocUnsafe(1 << 20);

/** The files of a release, read on demand. */
export function releaseReader(folder: string) {
  const at = (file: string): string => path.join(folder, file);
  return {
    list: (): string[] => listFiles(folder),
    has: (file: string): boolean => isFile(at(file)),
    size: (file: string): number => sizeOf(at(file)),
    read: (file: string, start?: number, end?: number): Uint8Array =>
      start === undefined ? fs.readFileSync(at(file)) : readPart(at(file), start, end!),
    sha256: (file: string): string => digestFile(at(file)).sha256,
  };
}

/** Bytes of a file from `start` up to `end`, or as many as there are, in a buffer of their own. */
function readPart(file: string, start: number, end: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(Math.max(0, end - start));
  const handle = fs.openSync(file, 'r');
  try {
    for (let done = 0; done < bytes.length; ) {
      const read = fs.readSync(handle, bytes, done, bytes.length - done, start + done);
      if (read === 0) return bytes.subarray(0, done);
      done += read;
    }
    return bytes;
  } finally {
    fs.closeSync(handle);
  }
}
