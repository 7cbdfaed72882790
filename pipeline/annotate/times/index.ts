import type { Resources } from '../../resources/index.ts';
import type { Document, Lexical, TimeExpression } from '../document.ts';

type Read = Lexical & Pick<Document, 'dateline' | 'publishedOn'>;

/** Expressions of time, in text order, not overlapping. */
export function findTimes(_document: Read, _resources: Resources): TimeExpression[] {
  return [];
}
