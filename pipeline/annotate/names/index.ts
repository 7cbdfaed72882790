import type { Resources } from '../../resources/index.ts';
import type { Document, Lexical, Name } from '../document.ts';

type Read = Lexical & Pick<Document, 'dateline' | 'times'>;

/** Names, in text order, not overlapping. */
export function findNames(_document: Read, _resources: Resources): Name[] {
  return [];
}
