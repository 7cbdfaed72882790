import type { Resources } from '../../resources/index.ts';
import { byPosition } from '../../span.ts';
import type { Quote } from '../document.ts';
import { findActs } from './acts.ts';
import { findContinued } from './continued.ts';
import { findLabels } from './labels.ts';
import { findMarked } from './marks.ts';
import { type Read, readingOf } from './reading.ts';
import { findReported } from './reported.ts';
import { findSpoken } from './spoken.ts';

/**
 * Quotations with their speakers, in text order, not overlapping. First what is quoted word for word, then reported
 * clauses with or without words in marks, then single words in marks that somebody puts on something, then demands, promises and other acts.
 */
export function findQuotes(document: Read, resources: Resources): Quote[] {
  const reading = readingOf(document, resources.quotes, findMarked(document.text, document.blocks));
  const spoken = findSpoken(reading);
  const reported = findReported(reading, spoken);
  const labels = findLabels(reading, reported.taken);
  const before = [...spoken.quotes, ...reported.quotes, ...labels];
  const acts = findActs(reading, before);
  const told = [...before, ...acts];
  return [...told, ...findContinued(reading, told)].sort(byPosition);
}
