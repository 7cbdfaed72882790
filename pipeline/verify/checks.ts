import type { ReleaseCheck, TableCheck } from './check.ts';
import { changesHold } from './checks/changes.ts';
import { checksumsHold } from './checks/checksums.ts';
import { countsHold } from './checks/counts.ts';
import { documentsHold } from './checks/documents.ts';
import { evidenceHolds } from './checks/evidence.ts';
import { explorerHolds } from './checks/explorer.ts';
import { filesPresent } from './checks/files.ts';
import { formatsAgree } from './checks/formats.ts';
import { keysUnique } from './checks/keys.ts';
import { referencesResolve } from './checks/references.ts';
import { rowsValid } from './checks/rows.ts';
import { textsHold } from './checks/texts.ts';

/** What is checked of a release as a whole, in order. */
export const releaseChecks: readonly ReleaseCheck[] = [
  filesPresent,
  checksumsHold,
  documentsHold,
  textsHold,
  explorerHolds,
];

/** What is checked of every row of every table, in order. A new check is a file and a line here. */
export const tableChecks: readonly TableCheck[] = [
  rowsValid,
  keysUnique,
  referencesResolve,
  evidenceHolds,
  countsHold,
  changesHold,
  formatsAgree,
];
