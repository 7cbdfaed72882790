import type { Reject } from '#schemas/stages/article.ts';
import { emptyFolder, removeFolder } from './files.ts';
import type { ChangeSummary } from './publish/facts.ts';
import { aboutRun } from './run/about.ts';
import { type BuildOptions, hearing, releaseFolder, stagedFolder, workFile } from './run/context.ts';
import { stateDiskUse } from './run/disk.ts';
import { unexpectedRejects } from './run/expected.ts';
import { extractAll } from './run/extract.ts';
import { ingestAll } from './run/ingest.ts';
import { filesOf, inputsOf, type LastRun, recall, remember } from './run/last.ts';
import { isPassing } from './run/passing.ts';
import { publishTables } from './run/publish.ts';
import { rawTree } from './run/raw-tree.ts';
import { prune, putInPlace, stageDocuments } from './run/release.ts';
import { resolveAll } from './run/resolve.ts';
import { verifyFolder } from './run/verify.ts';
import type { Problem } from './verify/problem.ts';

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

/** A release that broke a promise and was not published; `output/.work/release` keeps it. */
export interface Refused {
  readonly status: 'refused';
  readonly problems: readonly Problem[];
}

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
  const corpus = resolveAll(options, extracted);
  const rejects = [...intake.rejects, ...extracted.rejects];
  const profiles = await publishTables(options, corpus, rejects);
  const staged = stageDocuments(options, profiles, intake.sources, (hash) => aboutRun(options, profiles, hash));
  await options.pool.rest('verifyRows');
  const problems = await verifyFolder(stagedFolder(options), options.pool, options.onProgress);
  if (problems.length > 0) return { status: 'refused', problems };

  const { release, isNew } = await putInPlace(options, staged);
  const unexpected = unexpectedRejects(options, rejects);
  const files = filesOf(options, release);
  const found = { inputs, release, files, counts: staged.counts, unexpectedRejects: unexpected, warnings };
  if (!rejects.some(isPassing) && rawTree(options).fingerprint === tree.fingerprint) remember(options, found);
  return outcome(options, found, isNew ? 'published' : 'unchanged', staged.changes);
}

/** Removes what is too old; says what is in place. */
function outcome(
  options: BuildOptions,
  found: LastRun,
  status: Published['status'],
  changes: ChangeSummary | null = null,
): Published {
  const { release, counts, unexpectedRejects } = found;
  const removed = prune(options);
  removeFolder(workFile(options));
  return { status, release, folder: releaseFolder(options, release), counts, changes, unexpectedRejects, removed };
}
