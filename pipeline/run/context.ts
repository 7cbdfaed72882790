import path from 'node:path';
import type { Pool } from '../pool.ts';

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
  readonly onProgress: (progress: Progress) => void;
  readonly onWarning: (message: string) => void;
}

/** Files below `output/.work`: what passes between the stages. */
export const workFile = ({ output }: Pick<Run, 'output'>, ...names: string[]): string =>
  path.join(output, '.work', ...names);

/** The release that is being made, before it is checked and moved into place. */
export const stagedFolder = (run: Pick<Run, 'output'>): string => workFile(run, 'release');

/** A run and what `build.json` tells of it. */
export interface BuildOptions extends Run {
  readonly jobs: number;
  readonly startedAt: Date;
}
