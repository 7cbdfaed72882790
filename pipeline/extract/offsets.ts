import { firstThat } from '../span.ts';

/** Turns a UTF-16 offset into one counted in Unicode code points. */
export type CodePointAt = (utf16: number) => number;

/** Offsets of a text. Costs nothing where the text has no character outside the Basic Multilingual Plane. */
export function codePoints(text: string): CodePointAt {
  const pairs: number[] = [];
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(match.index);
  if (pairs.length === 0) return (utf16) => utf16;
  return (utf16) => utf16 - countBelow(pairs, utf16);
}

/** How many of the sorted numbers are below `limit`. */
export const countBelow = (sorted: readonly number[], limit: number): number =>
  firstThat(sorted, (number) => number >= limit);
