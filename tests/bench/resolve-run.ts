import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openRoom } from '#pipeline/files/room.ts';
import { readResource } from '#pipeline/files.ts';
import { resolve } from '#pipeline/resolve/index.ts';
import { loadEntityWords } from '#pipeline/resources/entity-words.ts';
import { loadStatisticWords } from '#pipeline/resources/statistics.ts';
import { synthetic } from './synthetic.ts';

// Resolves so many made-up articles and reads all that comes of it; says how many rows there were and how long it took.
const stated = synthetic(Number(process.argv[2]));
const words = { ...loadStatisticWords(readResource), ...loadEntityWords(readResource) };
const folder = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-resolve-'));
const spent = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

/** Counts what can only be read once. */
function all(records: Iterable<unknown>): number {
  let count = 0;
  for (const _ of records) count++;
  return count;
}

try {
  const start = performance.now();
  const before = process.cpuUsage();
  const found = resolve(stated, words, openRoom(folder));
  const counts = Object.entries(found).map(([name, records]) => [name, all(records)] as const);
  const [seconds, cpuSeconds] = [(performance.now() - start) / 1000, spent(before)];
  const making = process.cpuUsage();
  all(stated.sketches());
  process.stdout.write(
    `${JSON.stringify({ rows: stated.rows, seconds, cpuSeconds, sketching: spent(making), ...Object.fromEntries(counts) })}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
