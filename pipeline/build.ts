import type { Reject } from '#schemas/stages/article.ts';
import { emptyFolder, removeFolder } from './files.ts';
import type { ChangeSummary } from './publish/facts.ts';
import { type BuildOptions, hearing, releaseFolder, workFile } from './run/context.ts';
import { stateDiskUse } from './run/disk.ts';
import { unexpectedRejects } from './run/expected.ts';
import { extractAll } from './run/extract.ts';
import { gatherParts } from './run/gather.ts';
import { ingestAll } from './run/ingest.ts';
import { filesOf, inputsOf, type LastRun, recall, remember } from './run/last.ts';
import { makeRelease, type Refused } from './run/make-release.ts';
import { isPassing } from './run/passing.ts';
import { rawTree } from './run/raw-tree.ts';
import { prune } from './run/release.ts';

/** A release that is in place, new or as before. */
export interface Published {
  readonly status: 'published' | 'unchanged';
  readonly release: string;
  readonly folder: string;
  readonly counts: Readonly<Record<string, number>>;
  /** What differs from the release before; null for a first release, or where nothing was built. */
  readonly changes: ChangeSummary | null;
  readonly unexpectedRejects: readonly Reject[];
  /** Old releases that were removed. */
  readonly removed: readonly string[];
}

export type { Refused };

/** The whole job: raw articles in, a verified release out. */
export async function build(given: BuildOptions): Promise<Published | Refused> {
  const { options, warnings } = hearing(given);
  const tree = rawTree(options);
  const inputs = inputsOf(options, tree.fingerprint);
  const last = recall(options, inputs);
  if (last) return outcome(options, last, 'unchanged');

  emptyFolder(workFile(options));
  const intake = await ingestAll(options, tree);
  stateDiskUse(options);
  const extracted = await extractAll(options, intake);
  const rejects = [...intake.rejects, ...extracted.rejects];
  const made = await makeRelease(options, extracted, rejects, intake.sources);
  if (made.status === 'refused') return made;

  const { release, staged } = made;
  const files = filesOf(options, release);
  const unexpected = unexpectedRejects(options, rejects);
  const found = { inputs, release, files, counts: staged.counts, unexpectedRejects: unexpected, warnings };
  if (!rejects.some(isPassing) && rawTree(options).fingerprint === tree.fingerprint) remember(options, found);
  return outcome(options, found, made.status, staged.changes);
}

/** The end of the job alone: a release from what many tasks extracted, with the bytes that `build` gives. */
export async function publishParts(given: BuildOptions, parts: string): Promise<Published | Refused> {
  const { options } = hearing(given);
  emptyFolder(workFile(options));
  const { extracted, rejects: refused, sources, resolve } = gatherParts(options, parts);
  const rejects = [...refused, ...extracted.rejects];
  const made = await makeRelease(options, extracted, rejects, sources, resolve);
  if (made.status === 'refused') return made;
  const { release, staged } = made;
  const found = { release, counts: staged.counts, unexpectedRejects: unexpectedRejects(options, rejects) };
  return outcome(options, found, made.status, staged.changes);
}

/** Removes what is too old; says what is in place. */
function outcome(
  options: BuildOptions,
  found: Pick<LastRun, 'release' | 'counts' | 'unexpectedRejects'>,
  status: Published['status'],
  changes: ChangeSummary | null = null,
): Published {
  const { release, counts, unexpectedRejects } = found;
  const removed = prune(options);
  removeFolder(workFile(options));
  return { status, release, folder: releaseFolder(options, release), counts, changes, unexpectedRejects, removed };
}
