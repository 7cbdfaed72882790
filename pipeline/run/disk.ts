import { freeBytes, sizeOf } from '../files.ts';
import type { Run } from './context.ts';
import { articlesFile } from './ingest.ts';

/**
 * Bytes that a build writes for each byte of accepted articles: work files 20, release 50, what the cache keeps 25; measured
 * with news of 400 words an article, and a quarter more.
 */
const growth = 118;
/** What schemas and documents take, whatever is read. */
const least = 4_000_000;

/** Says how much the rest of the build will write before it does; throws where the disk has not so much left. */
export function stateDiskUse(run: Run): void {
  const needed = least + growth * sizeOf(articlesFile(run));
  const free = freeBytes(run.output);
  if (needed > free) {
    throw Object.assign(
      new Error(
        `${run.output}: the disk has ${inMegabytes(free)} left, and up to ${inMegabytes(needed)} are needed; make room, or name another folder by --output`,
      ),
      { name: 'DiskFull' },
    );
  }
  run.onNote(`disk: up to ${inMegabytes(needed)} will be written, ${inMegabytes(free)} are free`);
}

const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;
