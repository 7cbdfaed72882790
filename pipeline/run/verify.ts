import path from 'node:path';
import { tables } from '#schemas/tables/index.ts';
import { latestRelease } from '../files/releases.ts';
import type { Pool } from '../pool.ts';
import type { Problem } from '../verify/problem.ts';
import type { Progress } from './context.ts';

/** What a check of the published release found. */
export interface Checked {
  readonly release: string | null;
  readonly problems: readonly Problem[];
}

/** Reads the written bytes of a release on the pool, the whole first, then a table a task. */
export async function verifyFolder(
  folder: string,
  pool: Pool,
  onProgress: (progress: Progress) => void,
): Promise<Problem[]> {
  const inputs = [null, ...tables.map(({ name }) => name)].map((table) => JSON.stringify({ folder, table }));
  const problems: Problem[] = [];
  let done = 0;
  for await (const found of pool.map('verifyRows', inputs)) {
    problems.push(...(JSON.parse(found) as Problem[]));
    onProgress({ stage: 'verify', done: ++done, total: inputs.length });
  }
  return problems;
}

/** Checks the release that `latest` points at. */
export async function checkRelease(
  output: string,
  pool: Pool,
  onProgress: (progress: Progress) => void,
): Promise<Checked> {
  const release = latestRelease(output);
  if (release === null) return { release, problems: [] };
  return { release, problems: await verifyFolder(path.join(output, 'latest'), pool, onProgress) };
}
