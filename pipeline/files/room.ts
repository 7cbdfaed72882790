import fs from 'node:fs';
import path from 'node:path';
import { openLines, readLines } from '../files.ts';
import type { Bytes, Room, Sorter, Spool } from '../resolve/room.ts';
import { openGrowing } from './growing.ts';

/** What is held in memory before the disk is asked. */
export interface Limits {
  /** Characters of lines that are sorted at a time. */
  readonly lines: number;
  /** Bytes of each place that grows. */
  readonly bytes: number;
  /** Sorted runs that are merged at a time. */
  readonly runs: number;
}

const usual: Limits = { lines: 1 << 24, bytes: 1 << 20, runs: 200 };

/** Bytes read at a time of each of the runs that are merged. */
const chunkOfRun = 1 << 16;

/** Room in a folder, which is made when something first does not fit into memory. */
export function openRoom(folder: string, limits: Limits = usual): Room {
  let count = 0;
  const newFile = (): string => path.join(folder, String(count++));
  return {
    sorter: () => openSorter(newFile, limits),
    spool: () => openSpool(newFile, limits),
    bytes: () => openBytes(newFile, limits),
  };
}

/** Sorts runs that fit into memory, then merges them. */
function openSorter(newFile: () => string, limits: Limits): Sorter {
  let lines: string[] = [];
  let size = 0;
  let runs: string[] = [];
  const spill = (): void => {
    runs.push(writeLines(newFile(), lines.sort()));
    lines = [];
    size = 0;
    if (runs.length >= limits.runs) runs = [writeLines(newFile(), merged(runs.splice(0)))];
  };
  return {
    add(line) {
      lines.push(line);
      size += line.length;
      if (size > limits.lines) spill();
    },
    *sorted() {
      const rest = lines.sort();
      lines = [];
      if (runs.length === 0) yield* rest;
      else yield* merge([...runs.splice(0).map(taken), rest[Symbol.iterator]()]);
    },
  };
}

const merged = (runs: readonly string[]): Iterable<string> => merge(runs.map(taken));

/** The lines of a file that is removed when they are read. */
function* taken(file: string): Generator<string> {
  yield* readLines(file, 0, Number.POSITIVE_INFINITY, chunkOfRun);
  fs.rmSync(file);
}

/** Lines of ascending runs, ascending: the run whose next line is least lies on top of a heap. */
function* merge(runs: readonly Iterator<string>[]): Generator<string> {
  const heap: { line: string; run: Iterator<string> }[] = [];
  for (const run of runs) {
    const { done, value } = run.next();
    if (!done) heap.push({ line: value, run });
  }
  heap.sort((a, b) => (a.line < b.line ? -1 : a.line > b.line ? 1 : 0));
  while (heap.length > 0) {
    const top = heap[0]!;
    yield top.line;
    const { done, value } = top.run.next();
    if (done) {
      const last = heap.pop()!;
      if (heap.length === 0) return;
      heap[0] = last;
    } else top.line = value;
    sink(heap);
  }
}

/**
 * Moves the top of a heap to its place: down to a leaf past the lesser children, then up again. A run's next line mostly belongs
 * near the leaves, so that one comparison a level does (bottom-up heapsort; Wegener 1993).
 */
function sink(heap: { readonly line: string; readonly run: Iterator<string> }[]): void {
  const top = heap[0]!;
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && heap[child + 1]!.line < heap[child]!.line) child++;
    heap[at] = heap[child]!;
    at = child;
  }
  for (let parent = (at - 1) >> 1; at > 0 && heap[parent]!.line > top.line; parent = (at - 1) >> 1) {
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = top;
}

/** Writes a file of lines, or more of them behind what it has; gives its name. */
function writeLines(file: string, lines: Iterable<string>, flag: 'w' | 'a' = 'w'): string {
  const sink = openLines(file, flag);
  for (const line of lines) sink.write(line);
  sink.close();
  return file;
}

function openSpool(newFile: () => string, limits: Limits): Spool {
  let lines: string[] = [];
  let size = 0;
  let file: string | null = null;
  return {
    add(line) {
      lines.push(line);
      size += line.length;
      if (size <= limits.bytes) return;
      file = file === null ? writeLines(newFile(), lines) : writeLines(file, lines, 'a');
      lines = [];
      size = 0;
    },
    *lines() {
      if (file !== null) yield* readLines(file);
      yield* lines;
    },
    drop() {
      if (file !== null) fs.rmSync(file);
      file = null;
      lines = [];
      size = 0;
    },
  };
}

function openBytes(newFile: () => string, limits: Limits): Bytes {
  let held = Buffer.allocUnsafe(Math.min(limits.bytes, 1 << 16));
  let end = 0;
  let spilled: { readonly path: string; readonly file: ReturnType<typeof openGrowing> } | null = null;
  const spill = (): void => {
    if (!spilled) {
      const path = newFile();
      spilled = { path, file: openGrowing(path) };
      spilled.file.truncate(0);
    }
    spilled.file.append(held.subarray(0, end));
    end = 0;
  };
  const onDisk = (): number => spilled?.file.size ?? 0;
  return {
    get size() {
      return onDisk() + end;
    },
    append(bytes) {
      if (end + bytes.length > held.length) {
        if (spilled || end + bytes.length > limits.bytes) spill();
        if (bytes.length > held.length - end) {
          const larger = Buffer.allocUnsafe(Math.max(2 * held.length, end + bytes.length));
          larger.set(held.subarray(0, end));
          held = larger;
        }
      }
      held.set(bytes, end);
      end += bytes.length;
    },
    read(start, length) {
      const until = start + length;
      if (start >= onDisk()) return Buffer.from(held.subarray(start - onDisk(), until - onDisk()));
      if (until > onDisk()) spill();
      return spilled!.file.read(start, length);
    },
    drop() {
      held = Buffer.alloc(0);
      end = 0;
      if (!spilled) return;
      spilled.file.close();
      fs.rmSync(spilled.path);
      spilled = null;
    },
  };
}
