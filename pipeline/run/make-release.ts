import type { Reject } from '#schemas/stages/article.ts';
import type { SourceFacts } from '../publish/facts.ts';
import type { Problem } from '../verify/problem.ts';
import { aboutRun } from './about.ts';
import { type BuildOptions, stagedFolder } from './context.ts';
import type { Extracted } from './extract.ts';
import { publishTables } from './publish.ts';
import { putInPlace, type Staged, stageDocuments } from './release.ts';
import { type Resolve, resolveAll, unlessDamaged } from './resolve.ts';
import { verifyFolder } from './verify.ts';

/** A release that broke a promise and was not published; `output/.work/release` keeps it. */
export interface Refused {
  readonly status: 'refused';
  readonly problems: readonly Problem[];
}

/** A release that is in place. */
interface Made {
  readonly status: 'published' | 'unchanged';
  readonly release: string;
  readonly staged: Staged;
}

/** Resolves, publishes and verifies what was extracted, and puts the release in place. */
export async function makeRelease(
  options: BuildOptions,
  extracted: Extracted,
  rejects: readonly Reject[],
  sources: readonly SourceFacts[],
  resolve: Resolve = (run) => resolveAll(run, extracted),
): Promise<Made | Refused> {
  const profiles = await unlessDamaged(options, async () => publishTables(options, rejects, resolve(options)));
  const staged = stageDocuments(options, profiles, sources, (hash) => aboutRun(options, profiles, hash));
  await options.pool.rest('verifyRows');
  const problems = await verifyFolder(stagedFolder(options), options.pool, options.onProgress);
  if (problems.length > 0) return { status: 'refused', problems };
  const { release, isNew } = await putInPlace(options, staged);
  return { status: isNew ? 'published' : 'unchanged', release, staged };
}
