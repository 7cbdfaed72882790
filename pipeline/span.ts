/** Half-open range of UTF-16 units in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Does `outer` hold all of `inner`? */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Do the two share a character? */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** By start, then by end: text order. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;
