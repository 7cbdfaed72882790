import { byPosition, overlaps, type Span } from '../../span.ts';
import type { Quote } from '../document.ts';

/** Quotations in text order, looked up by place; they do not overlap. */
export interface Placed {
  /** Does one share a character with the span? */
  covers(span: Span): boolean;
  /** The last one that ends at or before an offset. */
  lastBefore(offset: number): Quote | undefined;
}

/** Prepares the look-ups. */
export function placed(quotes: readonly Quote[]): Placed {
  const sorted = [...quotes].sort(byPosition);
  const endingAfter = (offset: number): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    covers(span) {
      const next = sorted[endingAfter(span.start)];
      return next !== undefined && overlaps(next, span);
    },
    lastBefore: (offset) => sorted[endingAfter(offset) - 1],
  };
}
