import os from 'node:os';
import type { TableProfile } from '../publish/profile.ts';
import type { BuildOptions } from './context.ts';

/** What a run was, for `build.json`: the one file of a release that knows the clock. */
export function aboutRun(
  { startedAt, jobs }: BuildOptions,
  profiles: Readonly<Record<string, TableProfile>>,
  contentHash: string,
): object {
  const { version: node, platform, arch } = process;
  const writtenAt = new Date();
  const seconds = (writtenAt.getTime() - startedAt.getTime()) / 1000;
  const counts = Object.fromEntries(Object.entries(profiles).map(([table, { rows }]) => [table, rows]));
  const host = { node, platform, arch, cpus: os.availableParallelism() };
  return { content_hash: contentHash, started_at: startedAt, written_at: writtenAt, seconds, jobs, host, counts };
}
