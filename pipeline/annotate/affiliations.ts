import type { Resources } from '../resources/index.ts';
import type { Affiliation, Document, Lexical } from './document.ts';

type Read = Lexical & Pick<Document, 'phrases' | 'mentions' | 'entities'>;

/** Roles that the text gives to persons. */
export function findAffiliations(_document: Read, _resources: Resources): Affiliation[] {
  return [];
}
