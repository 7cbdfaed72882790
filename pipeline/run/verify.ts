import path from 'node:path';
import type { Table } from '#schemas/table.ts';
import { tables } from '#schemas/tables/index.ts';
import { latestRelease } from '../files/releases.ts';
import { listTree } from '../files.ts';
import type { Pool } from '../pool.ts';
import { pathOf } from '../publish/format.ts';
import { json } from '../publish/json.ts';
import type { Problem } from '../verify/problem.ts';
import type { Progress } from './context.ts';

/** What a check of the published release found. */
export interface Checked {
  readonly release: string | null;
  readonly problems: readonly Problem[];
}

/** Reads the written bytes of a release on the pool, the whole as one task, and each table, the largest first. */
export async function verifyFolder(
  folder: string,
  pool: Pool,
  onProgress: (progress: Progress) => void,
): Promise<Problem[]> {
  const sizes = new Map(listTree(folder).map((entry) => [entry.path, entry.size]));
  const sizeOf = (table: Table): number => sizes.get(pathOf(json, table)) ?? 0;
  const work = [...tables].sort((a, b) => sizeOf(b) - sizeOf(a)).map(({ name }) => name);
  const parts = [null, ...work];
  const found = new Map<string | null, readonly Problem[]>();
  const inputs = parts.map((table) => JSON.stringify({ folder, table }));
  for await (const problems of pool.map('verifyRows', inputs)) {
    found.set(parts[found.size]!, JSON.parse(problems) as Problem[]);
    onProgress({ stage: 'verify', done: found.size, total: parts.length });
  }
  return [null, ...tables.map(({ name }) => name)].flatMap((part) => found.get(part)!);
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
