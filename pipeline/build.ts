import type { Reject } from '#schemas/stages/article.ts';
import { emptyFolder } from './files.ts';
import { aboutRun } from './run/about.ts';
import { type BuildOptions, hearing, releaseFolder, stagedFolder, workFile } from './run/context.ts';
import { unexpectedRejects } from './run/expected.ts';
import { extractAll } from './run/extract.ts';
import { ingestAll } from './run/ingest.ts';
import { inputsOf, type LastRun, recall, remember } from './run/last.ts';
import { isPassing } from './run/passing.ts';
import { publishTables } from './run/publish.ts';
import { rawTree } from './run/raw-tree.ts';
import { putInPlace, stageDocuments } from './run/release.ts';
import { resolveAll } from './run/resolve.ts';
import { verifyFolder } from './run/verify.ts';
import type { Problem } from './verify/problem.ts';

/** A release that is in place, new or as before. */
export interface Published {
  readonly status: 'published' | 'unchanged';
  readonly release: string;
  readonly folder: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly unexpectedRejects: readonly Reject[];
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
  if (last) return repeat(options, last);

  emptyFolder(workFile(options));
  const intake = await ingestAll(options, tree);
  const extracted = await extractAll(options, intake);
  const corpus = resolveAll(options, extracted);
  const rejects = [...intake.rejects, ...extracted.rejects];
  const counts = await publishTables(options, corpus, rejects);
  const staged = stageDocuments(options, counts, intake.sources, (hash) => aboutRun(options, counts, hash));
  const problems = await verifyFolder(stagedFolder(options), options.pool, options.onProgress);
  if (problems.length > 0) return { status: 'refused', problems };

  const { release, isNew } = await putInPlace(options, staged);
  const unexpected = unexpectedRejects(options, rejects);
  const found = { inputs, release, counts: staged.counts, unexpectedRejects: unexpected, warnings };
  if (!rejects.some(isPassing) && rawTree(options).fingerprint === tree.fingerprint) remember(options, found);
  return outcome(options, found, isNew ? 'published' : 'unchanged');
}

/** Nothing that decides the release has changed: says again what the last run said. */
function repeat(options: BuildOptions, last: LastRun): Published {
  for (const warning of last.warnings) options.onWarning(warning);
  return outcome(options, last, 'unchanged');
}

const outcome = (
  options: BuildOptions,
  { release, counts, unexpectedRejects }: Pick<LastRun, 'release' | 'counts' | 'unexpectedRejects'>,
  status: Published['status'],
): Published => ({ status, release, folder: releaseFolder(options, release), counts, unexpectedRejects });
