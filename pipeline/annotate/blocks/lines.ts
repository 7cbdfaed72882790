import type { Article } from '#schemas/stages/article.ts';
import type { Span } from '../../span.ts';
import type { BlockKind } from '../document.ts';
import { isAlphanumeric, kind, kindAt, widthAt } from '../tokens/characters.ts';

/** A line, or several that belong together, before it is known what it is. */
export interface Piece extends Span {
  /** What its markup or marker says it is, or null. */
  readonly given: BlockKind | null;
  /** Where the line itself starts, marker and indentation included. */
  readonly lineStart: number;
  /** Does an empty line stand before it? */
  readonly isApart: boolean;
}

/** Pieces of the outline, and the lines that it leaves; those without a letter or digit are no pieces. */
export function readPieces({ text, outline }: Pick<Article, 'text' | 'outline'>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const part of outline) {
    if (part.start < at || part.end <= part.start || part.end > text.length) continue;
    readLines(text, at, part.start, pieces);
    const piece = pieceOf(text, part.start, part.end, true);
    if (piece !== null) pieces.push({ ...piece, given: part.kind });
    at = part.end;
  }
  readLines(text, at, text.length, pieces);
  return pieces;
}

function readLines(text: string, start: number, end: number, pieces: Piece[]): void {
  let [at, isApart] = [start, true];
  while (at < end) {
    let to = at;
    while (to < end && !lineEnds.includes(text[to]!)) to++;
    const piece = pieceOf(text, at, to, isApart);
    if (piece !== null) pieces.push(piece);
    isApart = piece === null;
    at = to + (text[to] === '\r' && text[to + 1] === '\n' ? 2 : 1);
  }
}

const lineEnds = '\n\r\u2028\u2029\f\v';

const marker = /(#{1,6}|[-*+•‣▪●◦·–>])(?:[ \t\u00A0]+|(?<=[•‣▪●◦])(?=\S))/y;

/** The line without white space, marker and emphasis around its words. */
function pieceOf(text: string, lineStart: number, lineStop: number, isApart: boolean): Piece | null {
  let start = spaceEnd(text, lineStart, lineStop);
  let given: BlockKind | null = null;
  for (let depth = 0; depth < 8; depth++) {
    marker.lastIndex = start;
    const match = marker.exec(text);
    if (match === null || marker.lastIndex >= lineStop) break;
    if (match[1]!.startsWith('#')) given = 'heading';
    else if (match[1] !== '>') given = 'list_item';
    start = spaceEnd(text, marker.lastIndex, lineStop);
  }
  let end = trimmedEnd(text, start, lineStop);
  for (const mark of ['**', '__']) {
    if (end - start > 4 && text.startsWith(mark, start) && text.startsWith(mark, end - 2))
      [start, end] = [start + 2, end - 2];
  }
  return hasWords(text, start, end) ? { start, end, given, lineStart, isApart } : null;
}

function spaceEnd(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && kindAt(text, to) === kind.space) to += widthAt(text, to);
  return to;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start) {
    const before = to > start + 1 && widthAt(text, to - 2) === 2 ? to - 2 : to - 1;
    if (kindAt(text, before) !== kind.space) return to;
    to = before;
  }
  return to;
}

function hasWords(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += widthAt(text, at)) if (isAlphanumeric(text, at)) return true;
  return false;
}
