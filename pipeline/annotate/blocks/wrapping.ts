import type { Piece } from './lines.ts';

const narrowest = 40;
const widest = 120;

/** Joins the lines of hard-wrapped paragraphs; a text whose lines are paragraphs stays as it is. */
export function joinWrapped(text: string, pieces: readonly Piece[]): Piece[] {
  const width = lineWidth(pieces);
  if (width < narrowest || width > widest) return [...pieces];
  const continued = pieces.map((piece, i) => i > 0 && isContinued(text, pieces[i - 1]!, piece, width));
  if (!isWrapped(text, pieces, continued)) return [...pieces];
  const joined: Piece[] = [];
  pieces.forEach((piece, i) => {
    const last = joined.at(-1);
    const isJoined = continued[i] || (i > 0 && breaksInside(text, pieces[i - 1]!, piece));
    if (isJoined && last !== undefined) joined[joined.length - 1] = { ...last, end: piece.end };
    else joined.push(piece);
  });
  return joined;
}

/** The longest line but for a few, such as addresses that could not be broken. */
function lineWidth(pieces: readonly Piece[]): number {
  const widths = pieces.map((piece) => piece.end - piece.lineStart).sort((a, b) => a - b);
  return widths[Math.floor((widths.length - 1) * 0.98)] ?? 0;
}

/** Would the first word of the line have gone beyond the width, had it stood on the line before? */
function isContinued(text: string, before: Piece, piece: Piece, width: number): boolean {
  if (piece.isApart || piece.given !== null || before.given === 'heading') return false;
  const indent = piece.start - piece.lineStart;
  if (before.given === null && indent > before.start - before.lineStart + 1) return false;
  const word = /^\S{1,80}/.exec(text.slice(piece.start, piece.start + 80))?.[0] ?? '';
  return before.end - before.lineStart + 1 + word.length > width;
}

/** Does a sentence go on from one line to the next, in a text known to be wrapped? */
const breaksInside = (text: string, before: Piece, piece: Piece): boolean =>
  !piece.isApart &&
  piece.given === null &&
  before.given !== 'heading' &&
  /\p{Ll}/u.test(text[piece.start]!) &&
  /[\p{L}\p{N},;–—-]/u.test(text[before.end - 1]!);

/** Do lines break inside sentences, as they do only where a width broke them? */
function isWrapped(text: string, pieces: readonly Piece[], continued: readonly boolean[]): boolean {
  let [joins, inside, lower, touching] = [0, 0, 0, 0];
  pieces.forEach((piece, i) => {
    if (i > 0 && !piece.isApart && piece.given === null) touching++;
    if (!continued[i]) return;
    joins++;
    if (!/[.!?:"”’)]/.test(text[pieces[i - 1]!.end - 1]!)) inside++;
    if (/\p{Ll}/u.test(text[piece.start]!)) lower++;
  });
  return lower >= 1 && joins >= Math.max(1, touching * 0.5) && inside >= joins * 0.6 && lower >= joins * 0.3;
}
