import zlib from 'node:zlib';
import { alone } from '../resolve/lines.ts';
import { Damaged, type Kept } from '../resolve/shelf.ts';
import { type GrowingFile, openGrowing } from './growing.ts';

/** Some lines that lie side by side: what the first begins with, where they lie, their checksum. */
export type Block = [first: string, start: number, length: number, checksum: number];

/** Lines for whoever only reads them. */
export interface KeptPlace {
  readonly file: string;
  readonly blocks: readonly Block[];
}

/** Characters of lines that lie side by side. */
const blockSize = 1 << 16;
/** So much of a first line is remembered. */
const firstLength = 100;

export interface KeptLines extends Kept {
  /** Blocks that hold all lines as they are now. */
  blocks(): readonly Block[];
}

/** Lines in blocks of a file: a block in which something changes is written anew behind the others, the rest stay where they are. */
export function keptLines(file: GrowingFile, before: readonly Block[]): KeptLines {
  const after: Block[] = [];
  let at = 0;
  /** Lines of a block that was opened, those before `from` passed on. */
  let opened: string[] = [];
  let from = 0;
  let pending: string[] = [];
  let size = 0;

  const flush = (): void => {
    if (pending.length === 0) return;
    const bytes = Buffer.from(`${pending.join('\n')}\n`);
    after.push([alone(pending[0]!.slice(0, firstLength)), file.size, bytes.length, zlib.crc32(bytes)]);
    file.append(bytes);
    pending = [];
    size = 0;
  };
  const put = (line: string): void => {
    pending.push(line);
    size += line.length;
    if (size > blockSize) flush();
  };
  const open = (): void => {
    opened = linesIn(file, before[at++]!);
    from = 0;
  };
  /** Passes on all lines below a prefix; opens the block where it would stand. */
  const passTo = (prefix: string): void => {
    for (;;) {
      while (from < opened.length && opened[from]! < prefix) put(opened[from++]!);
      if (from < opened.length || at === before.length) return;
      if (at + 1 < before.length && isBelow(before[at + 1]!, prefix)) {
        flush();
        after.push(before[at++]!);
      } else if (isAbove(before[at]!, prefix)) return;
      else open();
    }
  };
  const take = (prefix: string): string[] => {
    const taken: string[] = [];
    for (;;) {
      while (from < opened.length && opened[from]!.startsWith(prefix)) taken.push(opened[from++]!);
      if (from < opened.length || at === before.length || isAbove(before[at]!, prefix)) return taken;
      open();
    }
  };
  let isClosed = false;
  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    while (from < opened.length) put(opened[from++]!);
    flush();
    while (at < before.length) after.push(before[at++]!);
  };
  return {
    under: (prefix) => linesUnder(file, before, prefix),
    change(prefix, toOthers) {
      passTo(prefix);
      for (const line of toOthers(take(prefix))) put(line);
    },
    *lines() {
      close();
      for (const block of after) yield* linesIn(file, block);
    },
    find(prefix) {
      close();
      return linesUnder(file, after, prefix);
    },
    blocks() {
      close();
      return after;
    },
  };
}

/** Do all lines before this block lie below the prefix? */
const isBelow = ([first]: Block, prefix: string): boolean => first < prefix && !prefix.startsWith(first);

/** Do this block's lines lie above all that have the prefix? */
const isAbove = ([first]: Block, prefix: string): boolean => first > prefix && !first.startsWith(prefix);

/** All lines that lie in a place; throws `Damaged` where they are not those that were kept. */
export function* linesAt({ file, blocks }: KeptPlace): Generator<string> {
  const grown = openGrowing(file);
  try {
    for (const block of blocks) yield* linesIn(grown, block);
  } finally {
    grown.close();
  }
}

/** The bytes of a block, valid until another is looked at; throws `Damaged` where they are not those that were written. */
export function bytesOf(file: GrowingFile, [first, start, length, checksum]: Block): Buffer {
  const bytes = file.look(start, length);
  if (bytes.length !== length || zlib.crc32(bytes) !== checksum)
    throw new Damaged(`the lines from ${JSON.stringify(first.slice(0, 40))} on are not those that were kept`);
  return bytes;
}

const linesIn = (file: GrowingFile, block: Block): string[] =>
  bytesOf(file, block)
    .toString('utf8', 0, block[2] - 1)
    .split('\n');

function linesUnder(file: GrowingFile, blocks: readonly Block[], prefix: string): string[] {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBelow(blocks[middle]!, prefix)) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = Math.max(0, low - 1); at < blocks.length && !isAbove(blocks[at]!, prefix); at++) {
    for (const line of linesIn(file, blocks[at]!)) if (line.startsWith(prefix)) found.push(line);
  }
  return found;
}
