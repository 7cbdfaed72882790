/** Kinds of characters that tokens are made of. */
export const kind = { space: 1, letter: 2, digit: 3, other: 4 } as const;

type Kind = (typeof kind)[keyof typeof kind];

const known = new Uint8Array(0x10000);

/** Kind of the character at `at`; invisible format characters count as space, those inside words as letters. */
export function kindAt(text: string, at: number): Kind | 0 {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return 0;
  if (unit >= 0xd800 && unit < 0xe000) return kindOf(text.codePointAt(at)!);
  const seen = known[unit];
  if (seen !== 0) return seen as Kind;
  const found = kindOf(unit);
  known[unit] = found;
  return found;
}

function kindOf(codePoint: number): Kind {
  const character = String.fromCodePoint(codePoint);
  if (/[\p{L}\p{M}\u00AD\u200C\u200D]/u.test(character)) return kind.letter;
  if (/\p{N}/u.test(character)) return kind.digit;
  return /[\s\p{Cf}]/u.test(character) ? kind.space : kind.other;
}

/** How many UTF-16 units the character at `at` takes. */
export const widthAt = (text: string, at: number): 1 | 2 => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** End of the run of letters at `at`. */
export function lettersEnd(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && kindAt(text, to) === kind.letter) to += widthAt(text, to);
  return to;
}

/** End of the run of letters and digits at `at`. */
export function runEnd(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && isAlphanumeric(text, to)) to += widthAt(text, to);
  return to;
}

/** Is there a letter or a digit at `at`? */
export function isAlphanumeric(text: string, at: number): boolean {
  const found = kindAt(text, at);
  return found === kind.letter || found === kind.digit;
}

/** Does a letter or a digit end just before `at`? */
export const followsAlphanumeric = (text: string, at: number, start: number): boolean =>
  at > start && isAlphanumeric(text, isLow(text.charCodeAt(at - 1)) && at - 2 >= start ? at - 2 : at - 1);

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** Is it one of the marks used as an apostrophe? */
export const isApostrophe = (character: string | undefined): boolean => character === "'" || character === '’';

/** Is it an upper-case letter? */
export const isUpper = (character: string | undefined): boolean =>
  character !== undefined && /^\p{Lu}/u.test(character);
