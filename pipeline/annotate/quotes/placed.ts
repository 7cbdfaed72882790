import { byPosition, firstThat, isTouched, type Span } from '../../span.ts';
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
  return {
    covers: (span) => isTouched(sorted, span),
    lastBefore: (offset) => sorted[firstThat(sorted, ({ end }) => end > offset) - 1],
  };
}
