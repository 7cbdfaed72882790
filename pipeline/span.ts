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

/** Index of the first item of which `holds` is true, by bisection: it holds of all items behind that one. The number of items where it holds of none. */
export function firstThat<T>(items: ArrayLike<T>, holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Does one of the sorted, disjoint spans share a character with this one? */
export function isTouched(sorted: readonly Span[], span: Span): boolean {
  const next = sorted[firstThat(sorted, ({ end }) => end > span.start)];
  return next !== undefined && overlaps(next, span);
}
