import { z } from 'zod';
import { reject } from '#schemas/stages/article.ts';
import { latestRelease } from '../files/releases.ts';
import { listTree } from '../files/tree.ts';
import { readIfPresent, writeFile } from '../files.ts';
import { sha256 } from '../identity.ts';
import { cacheFile, type Run, releaseFolder } from './context.ts';

/** What the last run found, so that the next one need not look again where nothing has changed. */
const lastRun = z.strictObject({
  /** Stands for the raw folder, the options and the code. */
  inputs: z.string(),
  release: z.string(),
  /** Stands for the files of the release: a damaged one is not taken for granted. */
  files: z.string(),
  counts: z.record(z.string(), z.number()),
  unexpectedRejects: z.array(reject),
  warnings: z.array(z.string()),
});

export type LastRun = z.output<typeof lastRun>;

/** Stands for all that decides the content of a release. */
export const inputsOf = ({ maxTextBytes, versions }: Run, fingerprint: string): string =>
  sha256(JSON.stringify([fingerprint, maxTextBytes, versions.all]));

/** What the last run found, if it had the same inputs and its release is still the latest, file for file. Its warnings are given again. */
export function recall(run: Run, inputs: string): LastRun | null {
  const bytes = readIfPresent(cacheFile(run, 'last.json'));
  const last = bytes && parse(Buffer.from(bytes).toString());
  if (!last || last.inputs !== inputs || last.release !== latestRelease(run.output)) return null;
  if (last.files !== filesOf(run, last.release)) return null;
  for (const warning of last.warnings) run.onWarning(warning);
  return last;
}

/** Keeps what this run found. */
export const remember = (run: Run, last: LastRun): void => writeFile(cacheFile(run, 'last.json'), JSON.stringify(last));

/** Paths and sizes of a release's files as one hash. */
export const filesOf = (run: Run, release: string): string =>
  sha256(JSON.stringify(listTree(releaseFolder(run, release)).map(({ path, size }) => [path, size])));

function parse(text: string): LastRun | null {
  try {
    return lastRun.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
