import type { Resources } from '../../resources/index.ts';
import type { Document, Lexical, Quote } from '../document.ts';

type Read = Lexical & Pick<Document, 'phrases' | 'mentions' | 'entities'>;

/** Quotations with their speakers, in text order. */
export function findQuotes(_document: Read, _resources: Resources): Quote[] {
  return [];
}
