import type { Quote } from '../document.ts';
import { isVerbless } from './circumstances.ts';
import { clauseStart } from './direct.ts';
import { cueAt, type Reading } from './reading.ts';
import { speakerOf } from './speakers.ts';
import { speakerBefore } from './subjects.ts';

const furthest = 24;

/** Words in marks that somebody puts on something: `called it "absolute chaos"`. */
export function findLabels(reading: Reading, taken: readonly boolean[]): Quote[] {
  const quotes: Quote[] = [];
  for (let k = 0; k < reading.marked.length; k++) {
    const quote = taken[k] ? null : labelled(reading, k);
    if (quote) quotes.push(quote);
  }
  return quotes;
}

function labelled(reading: Reading, k: number): Quote | null {
  const { start, end, parts } = reading.marked[k]!;
  const to = reading.runs[k]!.first;
  const from = clauseStart(reading, to);
  for (let i = to - 1; i >= Math.max(from, to - furthest); i--) {
    const use = cueAt(reading, i);
    if (!use?.cue.frames.has('label')) continue;
    if (/^(?:on|upon|for)$/.test(reading.tokens[use.end]!.lower)) return null;
    if (
      use.isPassive ||
      use.isNegative ||
      use.isUnreal ||
      use.isInfinitive ||
      !isVerbless(reading, { first: use.end, end: to })
    )
      return null;
    const speaker = speakerBefore(reading, use, from);
    if (!speaker) return null;
    const said = { cue: use.cue.lemma, medium: null, addressee: null, confidence: 0.8 };
    return { form: 'mixed', start, end, parts, ...speakerOf(reading, speaker), ...said };
  }
  return null;
}
