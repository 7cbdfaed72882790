import path from 'node:path';
import type { Versions } from '../bundle.ts';
import type { Pool } from '../pool.ts';
import { openStore, type Store } from './store.ts';

/** The stages of a build that take time. */
type StageName = 'ingest' | 'extract' | 'resolve' | 'publish' | 'verify';

/** Told while a stage goes on; `total` is null where it is not known. */
export interface Progress {
  readonly stage: StageName;
  readonly done: number;
  readonly total: number | null;
}

/** Where a build reads and writes, and who does the work. */
export interface Run {
  readonly raw: string;
  readonly output: string;
  /** Largest text of an article, in bytes of UTF-8. */
  readonly maxTextBytes: number;
  readonly pool: Pool;
  readonly versions: Versions;
  readonly onProgress: (progress: Progress) => void;
  readonly onWarning: (message: string) => void;
  /** Told what somebody who watches should know, and needs not mend. */
  readonly onNote: (message: string) => void;
}

/** Files below `output/.work`: what passes between the stages. */
export const workFile = ({ output }: Pick<Run, 'output'>, ...names: string[]): string =>
  path.join(output, '.work', ...names);

/** Files below `output/.cache`: what later runs may use again. Everything in it may be deleted at any time. */
export const cacheFile = ({ output }: Pick<Run, 'output'>, name: string): string => path.join(output, '.cache', name);

/** Opens the results of a stage that earlier runs left, if the same code made them. */
export function openCache(run: Run, stage: 'ingest' | 'extract'): Store {
  const store = openStore(cacheFile(run, stage), run.versions[stage]);
  if (store.outdated > 0) {
    run.onNote(`${stage}: the code or its word lists have changed; ${store.outdated} results of before are made anew`);
  }
  return store;
}

/** Where a release lies. */
export const releaseFolder = ({ output }: Pick<Run, 'output'>, release: string): string =>
  path.join(output, 'releases', release);

/** The release that is being made, before it is checked and moved into place. */
export const stagedFolder = (run: Pick<Run, 'output'>): string => workFile(run, 'release');

/** A run and what `build.json` tells of it. */
export interface BuildOptions extends Run {
  readonly jobs: number;
  readonly startedAt: Date;
  /** How many releases are left when the build ends; null for all. */
  readonly keep: number | null;
}

/** Options that keep the warnings that they pass on. */
export function hearing(options: BuildOptions): { options: BuildOptions; warnings: string[] } {
  const warnings: string[] = [];
  const onWarning = (message: string): void => {
    warnings.push(message);
    options.onWarning(message);
  };
  return { options: { ...options, onWarning }, warnings };
}
