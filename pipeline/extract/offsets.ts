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
export function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
