import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { soakCounts, told } from '../soak/told.ts';
import { machineLine, today } from './clock.ts';
import { openCorpus } from './corpus.ts';
import { writeGenerated } from './generated.ts';
import type { Operations } from './measured.ts';

type Build = Operations['builds'][number];

/** Articles that are changed between two builds. */
const changed = 20;

/** Times the runs of a schedule: clean ones, one where nothing has changed, one where a few articles have; and when the first article is done. */
export async function measureOperations(
  corpus: string,
  generated: number,
  report: (message: string) => void,
): Promise<Operations> {
  const loadBefore = Math.round(100 * os.loadavg()[0]!) / 100;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-operations-'));
  const raw = path.join(folder, 'raw');
  const builds: Build[] = [];
  const add = (what: Build['what'], from: string, output: string, jobs: number): void => {
    const build = { what, jobs, ...timedBuild(from, path.join(folder, output), jobs) };
    builds.push(build);
    report(
      `${what}, --jobs ${jobs}: ${build.seconds} s, ${build.cpuSeconds} s of processor time, ${build.peakMegabytes} MB`,
    );
  };
  try {
    const { name, texts, words } = openCorpus(corpus, Number.POSITIVE_INFINITY);
    writeArticles(raw, corpus, texts);
    add('clean', raw, 'one', 1);
    rmSync(path.join(folder, 'one'), { recursive: true });
    add('clean', raw, 'two', 2);
    add('unchanged', raw, 'two', 2);
    changeSome(path.join(raw, fileName));
    add('changed', raw, 'two', 2);
    const firstArticleSeconds = await timeToFirst(folder);
    report(`first article: ${firstArticleSeconds} s`);
    if (generated > 0) {
      writeGenerated(path.join(folder, 'generated'), generated);
      add('generated', path.join(folder, 'generated'), 'many', 2);
    }
    return {
      ...{ date: today(), machine: machineLine(), loadBefore, corpus: name, articles: texts.length, words },
      ...{ builds, changed, firstArticleSeconds, generated: generated > 0 ? generated : null },
      soak: Object.fromEntries(soakCounts.flatMap((what) => (told(what) ? [[what, told(what)!]] : []))),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const fileName = 'corpus.jsonl';

/** The corpus as it is, or what stands in for it, as one file with an article a line. */
function writeArticles(raw: string, corpus: string, texts: readonly string[]): void {
  mkdirSync(raw, { recursive: true });
  const file = path.join(raw, fileName);
  if (existsSync(corpus)) copyFileSync(corpus, file);
  else writeFileSync(file, texts.map((text, i) => `${JSON.stringify({ text: `${text} Article ${i}.` })}\n`).join(''));
}

/** Puts a sentence behind some articles, spread over the file. */
function changeSome(file: string): void {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const step = Math.max(1, Math.floor(lines.length / changed));
  for (let i = 0; i < changed && i * step < lines.length; i++) {
    const record = JSON.parse(lines[i * step]!) as { text: string };
    const text = `${record.text}\n\nThe council of Lisbon said on Tuesday that ${20 + i} people were hurt.`;
    lines[i * step] = JSON.stringify({ ...record, text });
  }
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
}

const command = (raw: string, output: string, jobs: number, ...more: string[]): string[] => [
  ...['--import', fileURLToPath(new URL('./usage.mjs', import.meta.url)), 'pipeline/tearsheet.mjs'],
  ...['build', '--raw', raw, '--output', output, '--jobs', String(jobs), ...more],
];

const tenths = (value: number): number => Math.round(10 * value) / 10;

function timedBuild(raw: string, output: string, jobs: number): Omit<Build, 'what' | 'jobs'> {
  const usageFile = `${output}-usage.json`;
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, command(raw, output, jobs, '--quiet'), {
    encoding: 'utf8',
    env: { ...process.env, BENCH_USAGE: usageFile },
  });
  const seconds = tenths((performance.now() - start) / 1000);
  if (status !== 0 && status !== 1) throw new Error(`the build ended with exit code ${status}: ${stderr}`);
  const usage = JSON.parse(readFileSync(usageFile, 'utf8')) as { cpuSeconds: number; peakMegabytes: number };
  return { seconds, cpuSeconds: tenths(usage.cpuSeconds), peakMegabytes: Math.round(usage.peakMegabytes) };
}

/** Seconds from the start of the command until one short article has been read and extracted; the shortest of three. */
async function timeToFirst(folder: string): Promise<number> {
  const raw = path.join(folder, 'first');
  mkdirSync(raw);
  writeFileSync(path.join(raw, 'a.txt'), 'The flood killed 14 people in Lisbon on Tuesday, the mayor said.');
  const times: number[] = [];
  for (let i = 0; i < 3; i++) times.push(await firstExtracted(raw, path.join(folder, `first-${i}`)));
  return Math.round(100 * Math.min(...times)) / 100;
}

async function firstExtracted(raw: string, output: string): Promise<number> {
  const start = performance.now();
  const run = spawn(process.execPath, command(raw, output, 2, '--json-log'), { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => run.on('exit', resolve));
  let seconds = Number.NaN;
  const watch = async (lines: AsyncIterable<string>): Promise<void> => {
    for await (const line of lines) {
      const said = JSON.parse(line) as { stage?: string; done?: number };
      if (Number.isNaN(seconds) && said.stage === 'extract' && said.done === 1) {
        seconds = (performance.now() - start) / 1000;
      }
    }
  };
  await Promise.all([run.stdout, run.stderr].map((input) => watch(createInterface({ input }))));
  await ended;
  return seconds;
}
