import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { machineLine, today } from './clock.ts';
import type { Resolving } from './measured.ts';
import { rowsEach } from './synthetic.ts';

/** Articles that are added, each in a run of its own. */
const addedEach = 5;
/** Sizes of corpora, unless one is asked for. */
const usual = [10_000, 100_000];
const program = fileURLToPath(new URL('./resolve-run.ts', import.meta.url));
const usage = fileURLToPath(new URL('./usage.mjs', import.meta.url));

type Run = Resolving['runs'][number];
type Timed = Pick<Run, 'seconds' | 'cpuSeconds' | 'peakMegabytes'>;

/** Time and memory of joining made-up articles, and of joining them again with one more; sizes that are not asked for stay as they were measured. */
export function measureResolving(
  articles: number | undefined,
  before: Resolving | null,
  report: (message: string) => void,
): Resolving {
  const loadBefore = Math.round(100 * os.loadavg()[0]!) / 100;
  const fresh = (articles === undefined ? usual : [articles]).map((count) => {
    const run = { articles: count, rows: count * rowsEach, date: today(), loadBefore, ...joined(count) };
    const { seconds, cpuSeconds, peakMegabytes, added } = run;
    report(
      `${count} articles: ${seconds} s, ${cpuSeconds} s of processor time, ${peakMegabytes} MB; one more: ${added.cpuSeconds} s of processor time`,
    );
    return run;
  });
  const kept = before?.runs.filter((run) => fresh.every((each) => each.articles !== run.articles)) ?? [];
  return { machine: machineLine(), runs: [...kept, ...fresh].sort((a, b) => a.articles - b.articles) };
}

function joined(count: number): Timed & { added: NonNullable<Run['added']> } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-resolve-'));
  try {
    const compiled = compile(folder);
    start(compiled, ['make', folder, String(count + addedEach)]);
    const clean = timed(compiled, folder, count);
    const added = Array.from({ length: addedEach }, (_, i) => timed(compiled, folder, count + i + 1));
    const mean = (read: (run: Timed) => number): number =>
      Math.round((100 * added.reduce((sum, run) => sum + read(run), 0)) / addedEach) / 100;
    return { ...clean, added: { seconds: mean((run) => run.seconds), cpuSeconds: mean((run) => run.cpuSeconds) } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The program as plain JavaScript, as builds run theirs. */
function compile(folder: string): string {
  const outfile = path.join(folder, 'resolve-run.mjs');
  buildSync({
    ...{ entryPoints: [program], outfile, bundle: true, format: 'esm', platform: 'node', target: 'node20' },
    // Resources lie beside the sources.
    define: { 'import.meta.url': JSON.stringify(new URL('../../pipeline/files.ts', import.meta.url).href) },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}

function timed(compiled: string, folder: string, articles: number): Timed {
  const file = path.join(folder, 'usage.json');
  const begin = performance.now();
  start(compiled, ['join', folder, String(articles)], { BENCH_USAGE: file });
  const seconds = (performance.now() - begin) / 1000;
  const used = JSON.parse(readFileSync(file, 'utf8')) as { cpuSeconds: number; peakMegabytes: number };
  return {
    seconds: Math.round(10 * seconds) / 10,
    cpuSeconds: Math.round(10 * used.cpuSeconds) / 10,
    peakMegabytes: Math.round(used.peakMegabytes),
  };
}

/** The heap is bounded, as garbage that nobody collects yet is no need of memory; it grows as that of a build does. */
function start(compiled: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=1000', '--heap-growing-percent=50', '--import', usage, compiled, ...args],
    { encoding: 'utf8', env: { ...process.env, ...more } },
  );
  if (status !== 0) throw new Error(`joining ended with exit code ${status}: ${stderr}`);
}
