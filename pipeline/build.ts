import path from 'node:path';
import type { Reject } from '#schemas/stages/article.ts';
import { emptyFolder, swapIn } from './files.ts';
import { aboutRun } from './run/about.ts';
import { type BuildOptions, stagedFolder, workFile } from './run/context.ts';
import { unexpectedRejects } from './run/expected.ts';
import { extractAll } from './run/extract.ts';
import { ingestAll } from './run/ingest.ts';
import { publishTables } from './run/publish.ts';
import { stageDocuments } from './run/release.ts';
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
export async function build(options: BuildOptions): Promise<Published | Refused> {
  emptyFolder(workFile(options));
  const intake = await ingestAll(options);
  const extracted = await extractAll(options, intake);
  const corpus = resolveAll(options, extracted);
  const rejects = [...intake.rejects, ...extracted.rejects];
  const counts = await publishTables(options, corpus, rejects);
  const staged = stageDocuments(options, counts, intake.sources, (hash) => aboutRun(options, counts, hash));
  const problems = await verifyFolder(stagedFolder(options), options.pool, options.onProgress);
  if (problems.length > 0) return { status: 'refused', problems };

  const isNew = staged.previous?.slice(-8) !== staged.contentHash.slice(0, 8);
  const release = isNew ? releaseName(options, staged.contentHash) : staged.previous!;
  if (isNew) await swapIn(options.output, stagedFolder(options), release);
  return {
    status: isNew ? 'published' : 'unchanged',
    release,
    folder: path.join(options.output, 'releases', release),
    counts: staged.counts,
    unexpectedRejects: unexpectedRejects(options, rejects),
  };
}

const releaseName = ({ startedAt }: BuildOptions, contentHash: string): string =>
  `${startedAt.toISOString().slice(0, 10)}-${contentHash.slice(0, 8)}`;
