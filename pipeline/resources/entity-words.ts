import { rows, wordsOf } from './entries.ts';
import type { ReadResource } from './index.ts';
import { readNameLexicon } from './name-lexicon.ts';

/** Last word of a role -> walk of life; see `role-fields.txt`. */
export type RoleFields = ReadonlyMap<string, string>;

/** What tells entities of one name apart. */
export interface EntityWords {
  readonly roleFields: RoleFields;
  /** Words that many organizations have in their names ("City", "Rangers"), as printed. */
  readonly organizationWords: Pick<ReadonlySet<string>, 'has'>;
}

/** Reads walks of life and the words of organizations. */
export const loadEntityWords = (read: ReadResource): EntityWords => ({
  roleFields: wordsOf(rows(read, 'role-fields.txt'), (field) => field),
  organizationWords: readNameLexicon(read).organizationWords,
});
