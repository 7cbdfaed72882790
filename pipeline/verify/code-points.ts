import { countBelow } from '../extract/offsets.ts';

/** A text that can be cut by code points. */
export interface CodePointIndex {
  readonly text: string;
  /** UTF-16 offset of a code point. */
  utf16(codePoint: number): number;
  slice(start: number, end: number): string;
}

const astral = /[\ud800-\udbff][\udc00-\udfff]/g;

/** How many code points a string has. */
export const codePointLength = (text: string): number => text.length - (text.match(astral)?.length ?? 0);

/** Prepares a text; costs nothing where it has no character outside the Basic Multilingual Plane. */
export function codePointIndex(text: string): CodePointIndex {
  const pairs = Array.from(text.matchAll(astral), (match, i) => match.index - i);
  const utf16 = pairs.length === 0 ? (point: number) => point : (point: number) => point + countBelow(pairs, point);
  return { text, utf16, slice: (start, end) => text.slice(utf16(start), utf16(end)) };
}
