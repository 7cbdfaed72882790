import type { Quote } from '../document.ts';
import { placed } from './placed.ts';
import { endsSentence, isBreak, type Reading } from './reading.ts';

/** `She said it had failed. “We lost.”`: a sentence in marks right behind one that reports what somebody said goes on with it. */
export function findContinued(reading: Reading, quotes: readonly Quote[]): Quote[] {
  const before = placed(quotes);
  const found: Quote[] = [];
  for (let k = 0; k < reading.marked.length; k++) {
    const marked = reading.marked[k]!;
    if (before.covers(marked) || !isWhole(reading, k)) continue;
    const last = found.at(-1);
    const other = before.lastBefore(marked.start);
    const quote = last && last.end > (other?.end ?? 0) ? last : other;
    if (!quote || !endsBefore(reading, quote, k)) continue;
    const { start, end, parts } = marked;
    found.push({ ...quote, form: 'direct', start, end, parts, medium: null, addressee: null, confidence: 0.8 });
  }
  return found;
}

/** Does its sentence end right before the marked text, in the same paragraph? */
function endsBefore({ tokens, runs, document }: Reading, quote: Quote, k: number): boolean {
  const { first } = runs[k]!;
  const block = document.sentences[tokens[first]!.sentence]!.block;
  if (quote.speaker === null || tokens[first - 1]?.text === ';') return false;
  const last = [1, 2, 3].map((back) => tokens[first - back]).find((t) => t !== undefined && t.start < quote.end);
  return last !== undefined && document.sentences[last.sentence]!.block === block;
}

/** Sentences of their own: a break before, a full stop inside, a capital first. */
function isWhole(reading: Reading, k: number): boolean {
  const { document, marked, runs } = reading;
  const { start } = marked[k]!.parts[0]!;
  const opening = document.text.slice(start, start + 4);
  const isOwn = isBreak(reading, runs[k]!.first) && isBreak(reading, runs[k]!.end);
  return isOwn && endsSentence(document.text, marked[k]!) && /^\s*[\p{Lu}[‘'…]/u.test(opening);
}
