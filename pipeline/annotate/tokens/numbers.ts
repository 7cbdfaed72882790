import { isApostrophe, kind, kindAt, widthAt } from './characters.ts';

/** 713-555-0100, 1-800-555-0100, 2026-05-14, 14-5-2026. */
const hyphenated = /(?:(?:\d-)?\d{3}-\d{3}-\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{2,4})(?![\p{L}\p{N}-])/uy;

/** End of the number at `at`: 1,234.56, 9/11, 10:30; letters that follow are left alone. */
export function numberEnd(text: string, at: number, end: number): number {
  hyphenated.lastIndex = at;
  if (text[at - 1] !== '-' && hyphenated.test(text) && hyphenated.lastIndex <= end) return hyphenated.lastIndex;
  let to = digitsEnd(text, at, end);
  if (text[to] === ',' && to - at <= 3) to = groupsEnd(text, to, end);
  while (to + 1 < end && joins.includes(text[to]!) && kindAt(text, to + 1) === kind.digit) {
    to = digitsEnd(text, to + 1, end);
  }
  return to;
}

const joins = '.:/';

/** Thousands come in threes; lakhs and crores in twos before the last three. */
const groups = /(?:(?:,\d{3}){1,16}|(?:,\d{2}){1,8},\d{3})(?![\d,]\d)/y;

function groupsEnd(text: string, to: number, end: number): number {
  groups.lastIndex = to;
  return groups.test(text) && groups.lastIndex <= end ? groups.lastIndex : to;
}

/** End of "1930's" or "60’s" where a number ends at `to`, else `to`. */
export function decadeEnd(text: string, at: number, to: number): number {
  const isDecade = text[to - 1] === '0' && (to - at === 2 || to - at === 4);
  const hasEnding = isApostrophe(text[to]) && text[to + 1] === 's' && kindAt(text, to + 2) !== kind.letter;
  return isDecade && hasEnding ? to + 2 : to;
}

function digitsEnd(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && kindAt(text, to) === kind.digit) to += widthAt(text, to);
  return to;
}
