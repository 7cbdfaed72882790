import { isApostrophe, kind, kindAt, widthAt } from './characters.ts';

const face = /[:;=]-?[()DPp](?![\p{L}\p{N}])/uy;

/** End of the token that starts with the mark at `at`: a run of equal marks, a face, an emoji or one character. */
export function symbolEnd(text: string, at: number, end: number): number {
  const mark = text[at]!;
  if (isApostrophe(mark) || mark === '`') return text[at + 1] === mark ? Math.min(at + 2, end) : at + 1;
  if (mark === '!' || mark === '?') return repeatEnd(text, at, end, '!?');
  if ('.…'.includes(mark)) return repeatEnd(text, at, end, '.…');
  if ('-*=_~+<>#'.includes(mark) && text[at + 1] === mark) return repeatEnd(text, at, end, mark);
  face.lastIndex = at;
  if (':;='.includes(mark) && kindAt(text, at - 1) <= kind.space && face.test(text))
    return Math.min(face.lastIndex, end);
  return graphemeEnd(text, at, end);
}

function repeatEnd(text: string, at: number, end: number, marks: string): number {
  let to = at;
  while (to < end && marks.includes(text[to]!)) to++;
  return to;
}

const isRegional = (codePoint: number): boolean => codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
const isExtension = (codePoint: number): boolean =>
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
  (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff) ||
  (codePoint >= 0xe0020 && codePoint <= 0xe007f) ||
  codePoint === 0x20e3;
const joiner = 0x200d;

/** End of the character that a reader sees: flags, skin tones and families are one. */
function graphemeEnd(text: string, at: number, end: number): number {
  let to = at + widthAt(text, at);
  if (isRegional(text.codePointAt(at)!) && to < end && isRegional(text.codePointAt(to)!)) to += 2;
  while (to < end) {
    const codePoint = text.codePointAt(to)!;
    if (codePoint === joiner && to + 1 < end && kindAt(text, to + 1) === kind.other) to += 1 + widthAt(text, to + 1);
    else if (isExtension(codePoint)) to += widthAt(text, to);
    else break;
  }
  return Math.min(to, end);
}
