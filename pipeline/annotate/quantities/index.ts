import type { Resources } from '../../resources/index.ts';
import type { Document, Lexical, Quantity } from '../document.ts';

type Read = Lexical & Pick<Document, 'phrases' | 'times'>;

/** Numbers with their units, in text order, not overlapping; what is no statistic (years, names, addresses) is left out. */
export function findQuantities(_document: Read, _resources: Resources): Quantity[] {
  return [];
}
