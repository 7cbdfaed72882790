import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { machineLine, today } from './clock.ts';
import type { Resolving } from './measured.ts';
import { rowsEach } from './synthetic.ts';

/** Sizes of corpora, unless one is asked for. */
const usual = [10_000, 100_000];
const program = fileURLToPath(new URL('./resolve-run.ts', import.meta.url));
const usage = fileURLToPath(new URL('./usage.mjs', import.meta.url));

/** Time and memory of joining made-up articles; sizes that are not asked for stay as they were measured. */
export function measureResolving(
  articles: number | undefined,
  before: Resolving | null,
  report: (message: string) => void,
): Resolving {
  const loadBefore = Math.round(100 * os.loadavg()[0]!) / 100;
  const fresh = (articles === undefined ? usual : [articles]).map((count) => {
    const run = { articles: count, rows: count * rowsEach, date: today(), loadBefore, ...joined(count) };
    report(`${count} articles: ${run.seconds} s, ${run.cpuSeconds} s of processor time, ${run.peakMegabytes} MB`);
    return run;
  });
  const kept = before?.runs.filter((run) => fresh.every((each) => each.articles !== run.articles)) ?? [];
  return { machine: machineLine(), runs: [...kept, ...fresh].sort((a, b) => a.articles - b.articles) };
}

function joined(count: number): Pick<Resolving['runs'][number], 'seconds' | 'cpuSeconds' | 'peakMegabytes'> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-resolve-'));
  try {
    const file = path.join(folder, 'usage.json');
    start(['make', folder, String(count)], {});
    const begin = performance.now();
    start(['join', folder], { BENCH_USAGE: file });
    const seconds = (performance.now() - begin) / 1000;
    const used = JSON.parse(readFileSync(file, 'utf8')) as { cpuSeconds: number; peakMegabytes: number };
    return {
      seconds: Math.round(10 * seconds) / 10,
      cpuSeconds: Math.round(10 * used.cpuSeconds) / 10,
      peakMegabytes: Math.round(used.peakMegabytes),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The heap is bounded, as garbage that nobody collects yet is no need of memory. */
function start(args: readonly string[], more: Readonly<Record<string, string>>): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=1000', '--heap-growing-percent=15', '--import', 'tsx', '--import', usage, program, ...args],
    { encoding: 'utf8', env: { ...process.env, ...more } },
  );
  if (status !== 0) throw new Error(`joining ended with exit code ${status}: ${stderr}`);
}
