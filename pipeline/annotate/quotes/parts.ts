import { firstThat, type Span } from '../../span.ts';
import { isBreak, type Reading } from './reading.ts';

/** A clause with its marks, and its words without them. */
export interface Clause extends Span {
  readonly parts: readonly Span[];
  /** How many texts in marks it holds. */
  readonly marks: number;
}

const longest = 80;

/** The clause that ends with a marked text, from where its sentence begins; null where it is too long to be sure. */
export function clauseParts(reading: Reading, k: number): Clause | null {
  let first = reading.runs[k]!.first;
  const limit = Math.max(0, first - longest);
  while (first > limit && !isBreak(reading, first)) first--;
  if (!isBreak(reading, first)) return null;
  const start = reading.tokens[first]!.start;
  return withoutMarks(reading, { start, end: reading.marked[k]!.end });
}

/** A stretch of text as parts that leave out the quotation marks in it. */
export function withoutMarks(reading: Reading, span: Span): Clause {
  const { marked, document } = reading;
  const parts: Span[] = [];
  let at = span.start;
  let k = firstThat(marked, ({ start }) => start >= span.start);
  let marks = 0;
  for (; k < marked.length && marked[k]!.start < span.end; k++, marks++) {
    parts.push({ start: at, end: marked[k]!.start }, ...marked[k]!.parts);
    at = marked[k]!.end;
  }
  parts.push({ start: at, end: Math.max(at, span.end) });
  return { ...span, parts: parts.filter(({ start, end }) => /[^\s,.]/.test(document.text.slice(start, end))), marks };
}
