import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Document } from '#pipeline/annotate/document.ts';
import type { annotate, readNames } from '#pipeline/annotate/index.ts';
import { bundle, measuredModules } from '#pipeline/bundle.ts';
import { readResource } from '#pipeline/files.ts';
import { ingestLines } from '#pipeline/ingest/index.ts';
import { limitsFor } from '#pipeline/ingest/source.ts';
import { loadResources, type Resources } from '#pipeline/resources/index.ts';
import type { Article } from '#schemas/stages/article.ts';
import { machineLine, medianMilliseconds, today } from './clock.ts';
import { type Corpus, urlOf, writeRaw } from './corpus.ts';
import type { Speed } from './measured.ts';
import type { Peer } from './peer.ts';

type Row = Speed['rows'][number];

/** Times annotation, whole builds and the peer on one corpus, one after the other. */
export async function measureSpeed(
  corpus: Corpus,
  peer: Peer | null,
  report: (message: string) => void,
): Promise<Omit<Speed, 'command'>> {
  const loadBefore = Math.round(100 * os.loadavg()[0]!) / 100;
  const loads = [
    { what: 'all lexicons, gazetteers, weights', milliseconds: medianMilliseconds(() => loadResources(readResource)) },
  ];
  const rows: Row[] = [await annotation(corpus)];
  report(`annotate: ${rows[0]!.wordsPerSecond} words a second`);
  if (peer !== null) {
    rows.push(await peerReading(corpus, peer));
    report(`${rows[1]!.what}: ${rows[1]!.wordsPerSecond} words a second`);
  }
  for (const jobs of [1, 2]) {
    rows.push(wholeBuild(corpus, jobs));
    report(`${rows.at(-1)!.what}: ${rows.at(-1)!.wordsPerSecond} words a second`);
  }
  for (const hasTrees of [false, true]) {
    rows.push(await namesOf(corpus, hasTrees));
    report(`${rows.at(-1)!.what}: ${rows.at(-1)!.wordsPerSecond} words a second`);
  }
  for (const reading of readings) {
    rows.push(await readingOf(corpus, reading));
    report(`${rows.at(-1)!.what}: ${rows.at(-1)!.wordsPerSecond} words a second`);
  }
  const { name, texts, words } = corpus;
  return {
    date: today(),
    machine: machineLine(),
    loadBefore,
    corpus: name,
    articles: texts.length,
    words,
    rows,
    loads,
  };
}

/** The compiled pipeline, as a build runs it. */
interface Compiled {
  readonly annotate: typeof annotate;
  readonly readNames: typeof readNames;
  readonly findTimes: typeof import('#pipeline/annotate/times/index.ts').findTimes;
  readonly findQuantities: typeof import('#pipeline/annotate/quantities/index.ts').findQuantities;
  readonly findQuotes: typeof import('#pipeline/annotate/quotes/index.ts').findQuotes;
  readonly findEvents: typeof import('#pipeline/annotate/events/index.ts').findEvents;
  readonly treesOf: typeof import('#pipeline/annotate/syntax.ts').treesOf;
  readonly extractors: typeof import('#pipeline/extract/extractors.ts').extractors;
  readonly resources: Resources;
}

async function withCompiled<T>(work: (compiled: Compiled) => T | Promise<T>): Promise<T> {
  const code = await bundle();
  try {
    const modules = await Promise.all(measuredModules.map((name) => code.load<object>(name)));
    const { loadResources: load } = await code.load<typeof import('#pipeline/resources/index.ts')>('resources/index');
    return await work(Object.assign({}, ...modules, { resources: load(readResource) }) as Compiled);
  } finally {
    code.remove();
  }
}

async function annotation(corpus: Corpus): Promise<Row> {
  const articles = await articlesOf(corpus);
  return withCompiled(({ annotate, resources }) => {
    for (const article of articles.slice(0, warmUp)) annotate(article, resources);
    return timed('annotate, one core', corpus, () => {
      for (const article of articles) annotate(article, resources);
    });
  });
}

/** What language itself says, without quantities, quotations and events: alone, and with a tree for every sentence. */
async function namesOf(corpus: Corpus, hasTrees: boolean): Promise<Row> {
  const articles = await articlesOf(corpus);
  const what = 'words, tags, names, entities, affiliations alone';
  return withCompiled(({ readNames, resources }) =>
    timed(`${what}${hasTrees ? ', and a tree for every sentence' : ''}, one core`, corpus, () => {
      for (const article of articles) {
        const { sentences, trees } = readNames(article, resources);
        if (hasTrees) for (const { index } of sentences) trees.of(index);
      }
    }),
  );
}

/** Layers of annotated articles found again and their rows made. */
interface Reading {
  readonly what: string;
  /** Tables whose rows are made. */
  readonly tables: readonly string[];
  find(document: Document, compiled: Compiled): void;
}

/** Every reading parses what it asks for, as if it were the first; only the trees of the layers before statistics stand. */
const readings: readonly Reading[] = [
  {
    what: 'statistics and dates of annotated articles, one core',
    tables: ['statistics', 'dates'],
    find(document, { findTimes, findQuantities, resources }) {
      findTimes(document, resources);
      findQuantities(document, resources);
    },
  },
  {
    what: 'events and quotations of annotated articles, one core',
    tables: ['event_mentions', 'participants', 'quotations'],
    find(document, { findQuotes, findEvents, treesOf, resources }) {
      const unparsed = { ...document, trees: treesOf(document, resources.parser) };
      findEvents({ ...unparsed, quotes: findQuotes(unparsed, resources) }, resources);
    },
  },
];

/** The faster of two passes over articles that are annotated, outside the time, just before. */
async function readingOf(corpus: Corpus, { what, tables, find }: Reading): Promise<Row> {
  const articles = await articlesOf(corpus);
  return withCompiled((compiled) => {
    const { annotate, extractors, resources } = compiled;
    const makers = extractors.filter(({ table }) => tables.includes(table.name));
    const pass = (): Time => {
      const total = { seconds: 0, cpuSeconds: 0 };
      for (const article of articles) {
        const document = annotate(article, resources);
        const { seconds, cpuSeconds } = timeOf(() => {
          find(document, compiled);
          for (const extractor of makers) for (const _ of extractor.find(document, resources));
        });
        total.seconds += seconds;
        total.cpuSeconds += cpuSeconds;
      }
      return total;
    };
    const { seconds, cpuSeconds } = fastest([pass(), pass()]);
    return row(what, corpus.words, seconds, cpuSeconds, null);
  });
}

/** Articles read before the clock starts. */
const warmUp = 20;

async function articlesOf({ texts }: Corpus): Promise<Article[]> {
  const lines = texts.map((text, index) => `${JSON.stringify({ text, url: urlOf(index), language: 'en' })}\n`);
  const bytes = (async function* () {
    yield Buffer.from(lines.join(''), 'utf8');
  })();
  const articles: Article[] = [];
  for await (const record of ingestLines(bytes, 'corpus', limitsFor())) {
    if (record.record_type === 'article') articles.push(record);
  }
  return articles;
}

async function peerReading(corpus: Corpus, peer: Peer): Promise<Row> {
  type View = { json(): unknown[] };
  type Read = (text: string) => { people(): View; organizations(): View; places(): View };
  const { default: read } = (await import(peer.address)) as { default: Read };
  const names = (text: string): void => {
    const document = read(text);
    for (const view of [document.people(), document.organizations(), document.places()]) view.json();
  };
  for (const text of corpus.texts.slice(0, warmUp)) names(text);
  return timed(`${peer.name} ${peer.version}, names alone, one core`, corpus, () => {
    for (const text of corpus.texts) names(text);
  });
}

/** The fastest of some passes: whatever else runs on a machine only ever slows one down. */
function timed(what: string, { words }: Corpus, work: () => void): Row {
  const { seconds, cpuSeconds } = fastest(Array.from({ length: passes }, () => timeOf(work)));
  return row(what, words, seconds, cpuSeconds, null);
}

interface Time {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

const fastest = (times: readonly Time[]): Time =>
  times.reduce((best, next) => (next.seconds < best.seconds ? next : best));

function timeOf(work: () => void): Time {
  const cpu = process.cpuUsage();
  const start = performance.now();
  work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { seconds, cpuSeconds: (user + system) / 1e6 };
}

const passes = 3;

/** The command as people run it, from raw files to a checked release. */
function wholeBuild(corpus: Corpus, jobs: number): Row {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-bench-'));
  try {
    writeRaw(path.join(folder, 'raw'), corpus);
    const usageFile = path.join(folder, 'usage.json');
    const [raw, output] = [path.join(folder, 'raw'), path.join(folder, 'output')];
    const hook = fileURLToPath(new URL('./usage.mjs', import.meta.url));
    const program = ['--import', hook, 'pipeline/tearsheet.mjs', 'build'];
    const args = [...program, '--raw', raw, '--output', output, '--jobs', String(jobs), '--quiet'];
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      env: { ...process.env, BENCH_USAGE: usageFile },
    });
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0 && status !== 1) throw new Error(`the build ended with exit code ${status}: ${stderr}`);
    const usage = JSON.parse(readFileSync(usageFile, 'utf8')) as { cpuSeconds: number; peakMegabytes: number };
    return row(`whole build, --jobs ${jobs}`, corpus.words, seconds, usage.cpuSeconds, usage.peakMegabytes);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const tenths = (value: number): number => Math.round(10 * value) / 10;

const row = (what: string, words: number, seconds: number, cpuSeconds: number, peak: number | null): Row => ({
  what,
  seconds: tenths(seconds),
  cpuSeconds: tenths(cpuSeconds),
  wordsPerSecond: Math.round(words / seconds),
  peakMegabytes: peak === null ? null : Math.round(peak),
});
