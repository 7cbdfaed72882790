import type { Resources } from '../../resources/index.ts';
import type { Document, Lexical } from '../document.ts';

type Read = Lexical & Pick<Document, 'phrases' | 'dateline' | 'names'>;

/** Who or what the names, descriptions and pronouns of one article refer to. */
export function findEntities(_document: Read, _resources: Resources): Pick<Document, 'mentions' | 'entities'> {
  return { mentions: [], entities: [] };
}
