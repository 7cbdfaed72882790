import type { Quote } from '../document.ts';
import { endsSentence, isBreak, type Reading } from './reading.ts';

/** `She said it had failed. “We lost.”`: a sentence in marks right behind one that reports what somebody said goes on with it. */
export function findContinued(reading: Reading, quotes: readonly Quote[]): Quote[] {
  const found: Quote[] = [];
  for (let k = 0; k < reading.marked.length; k++) {
    const marked = reading.marked[k]!;
    const isTaken = quotes.some((q) => q.start < marked.end && marked.start < q.end);
    const before = isTaken || !isWhole(reading, k) ? undefined : endingBefore(reading, [...quotes, ...found], k);
    if (!before) continue;
    const { start, end, parts } = marked;
    found.push({ ...before, form: 'direct', start, end, parts, medium: null, addressee: null, confidence: 0.8 });
  }
  return found;
}

/** The quotation whose sentence ends right before the marked text, in the same paragraph. */
function endingBefore(reading: Reading, quotes: readonly Quote[], k: number): Quote | undefined {
  const { tokens, runs, document } = reading;
  const { first } = runs[k]!;
  const block = document.sentences[tokens[first]!.sentence]!.block;
  return quotes.find((quote) => {
    if (quote.speaker === null || quote.end > tokens[first]!.start) return false;
    const last = [1, 2, 3].map((back) => tokens[first - back]).find((t) => t !== undefined && t.start < quote.end);
    return last !== undefined && document.sentences[last.sentence]!.block === block;
  });
}

/** Sentences of their own: a break before, a full stop inside, a capital first. */
function isWhole(reading: Reading, k: number): boolean {
  const { document, marked, runs } = reading;
  const { start } = marked[k]!.parts[0]!;
  const opening = document.text.slice(start, start + 4);
  const isOwn = isBreak(reading, runs[k]!.first) && isBreak(reading, runs[k]!.end);
  return isOwn && endsSentence(document.text, marked[k]!) && /^\s*[\p{Lu}[‘'…]/u.test(opening);
}
