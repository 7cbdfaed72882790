import path from 'node:path';
import { listFiles } from '../files/tree.ts';
import { isFolder, readLines } from '../files.ts';
import { type PartHead, partEnd, partHead } from './part-file.ts';
import { Unusable } from './unusable.ts';

/** What one task wrote: lines of a part file from a byte on. Engines may lay several behind each other. */
export interface Stretch {
  readonly file: string;
  readonly start: number;
  readonly lines: number;
}

/** What made the parts must be what publishes them. */
export interface Expected {
  readonly code: string;
  readonly maxText: number;
  /** Stands for the articles that partitions were made from. */
  readonly corpus?: string;
  /** What to do where there is none. */
  readonly how: string;
}

/** Everything that tasks wrote below a folder, in files that begin with `part-`. Throws where something is missing or does not fit. */
export function stretchesIn(folder: string, expected: Expected): Stretch[] {
  if (!isFolder(folder)) throw new Unusable(`${folder}: no such folder; name the one with the parts by --parts`);
  const files = listFiles(folder).filter((file) => /^part-[^/]+$/.test(file));
  if (files.length === 0) throw new Unusable(`${folder}: holds no part; ${expected.how}`);
  const heads: PartHead[] = [];
  const stretches = files.flatMap((file) => stretchesOf(path.join(folder, file), expected, heads));
  checkShares(folder, heads);
  return stretches;
}

/** Bytes read at a time: all parts are open at once. */
const chunkBytes = 1 << 15;

/** Lines of a stretch between its head and its end. */
export function* linesOfStretch({ file, start, lines }: Stretch): Generator<string> {
  let left = lines;
  for (const line of readLines(file, start, Number.POSITIVE_INFINITY, chunkBytes)) {
    if (left-- === 0) return;
    yield line;
  }
}

const headStart = '{"record_type":"part"';
const endStart = '{"record_type":"end"';

function stretchesOf(file: string, expected: Expected, heads: PartHead[]): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  let open: { start: number; lines: number } | null = null;
  const wrong = (what: string): Error => new Unusable(`${file}: ${what}; remove it and run its task again`);
  for (const line of readLines(file)) {
    at += Buffer.byteLength(line) + 1;
    if (line.startsWith(headStart)) {
      if (open) throw wrong('breaks off in the middle');
      heads.push(headOf(line, expected, wrong));
      open = { start: at, lines: 0 };
    } else if (!open) throw wrong('begins with no line that says what it is');
    else if (line.startsWith(endStart)) {
      const { lines } = partEnd.parse(JSON.parse(line));
      if (lines !== open.lines) throw wrong(`has ${open.lines} lines, but says ${lines}`);
      found.push({ file, ...open });
      open = null;
    } else open.lines++;
  }
  if (open) throw wrong('breaks off before its end');
  return found;
}

function headOf(line: string, { code, maxText, corpus }: Expected, wrong: (what: string) => Error): PartHead {
  const head = partHead.parse(JSON.parse(line));
  if (head.code !== code) throw wrong('was made by another version of the program or its word lists');
  if (head.max_text !== maxText) throw wrong(`was made with --max-text ${head.max_text}, not ${maxText}`);
  if (head.corpus !== corpus) throw wrong('was made from other articles');
  return head;
}

/** All shares of one number must be there, each once. */
function checkShares(folder: string, heads: readonly PartHead[]): void {
  const counts = [...new Set(heads.map(({ of }) => of))];
  if (counts.length > 1) {
    throw new Unusable(
      `${folder}: holds parts of ${counts.join(' and of ')} shares; keep those of one run in a folder`,
    );
  }
  const [count] = counts;
  if (typeof count !== 'number') return;
  const there = heads.map(({ shard }) => shard);
  const missing = Array.from({ length: count }, (_, i) => i).filter((i) => !there.includes(i));
  if (missing.length > 0) {
    const some = missing.slice(0, 20).join(', ');
    throw new Unusable(`${folder}: ${missing.length} of ${count} shares are missing (${some}); run these tasks again`);
  }
  if (there.length > count)
    throw new Unusable(`${folder}: a share is there twice; keep the parts of one run in a folder`);
}
