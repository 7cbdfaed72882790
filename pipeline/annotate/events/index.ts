import type { Resources } from '../../resources/index.ts';
import type { Document, EventMention, Lexical } from '../document.ts';

type Read = Lexical & Pick<Document, 'phrases' | 'times' | 'mentions' | 'entities' | 'quotes'>;

/** Reports of events with their participants, in text order. */
export function findEvents(_document: Read, _resources: Resources): EventMention[] {
  return [];
}
