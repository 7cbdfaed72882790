import { lengthOf } from './offsets.ts';

/** A stretch of an article that is shown as one paragraph; `start` and `end` count code points of the article. */
export interface Block {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Something between this block and the one before is not shown. */
  readonly isAfterGap: boolean;
}

/** Characters of a line that are shown as one paragraph: a line may be a whole book. */
const longest = 4_000;

/** Lines of a text as blocks; long ones are cut where a space is near. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    for (const piece of pieces(line)) {
      const end = start + lengthOf(piece);
      if (piece.trim() !== '') blocks.push({ text: piece, start, end, isAfterGap: false });
      start = end;
    }
    start += 1;
  }
  return blocks;
}

function* pieces(line: string): Generator<string> {
  let from = 0;
  while (line.length - from > longest) {
    const space = line.lastIndexOf(' ', from + longest);
    let to = space > from + longest / 2 ? space + 1 : from + longest;
    // Not between the halves of a character.
    if (/[\ud800-\udbff]/.test(line[to - 1]!)) to++;
    yield line.slice(from, to);
    from = to;
  }
  yield line.slice(from);
}

/** Characters that are laid out at a time. */
const perPage = 40_000;

/** Blocks in pages, so that an article of any length opens at once. */
export function pagesOf(blocks: readonly Block[]): Block[][] {
  const pages: Block[][] = [[]];
  let size = 0;
  for (const block of blocks) {
    if (size + block.text.length > perPage && size > 0) {
      pages.push([]);
      size = 0;
    }
    pages.at(-1)!.push(block);
    size += block.text.length;
  }
  return pages;
}
