import { rows, wordsOf } from './entries.ts';
import type { ReadResource } from './index.ts';

/** Last word of a role -> walk of life; see `role-fields.txt`. */
export type RoleFields = ReadonlyMap<string, string>;

/** Reads the walks of life. */
export const loadRoleFields = (read: ReadResource): RoleFields =>
  wordsOf(rows(read, 'role-fields.txt'), (field) => field);
