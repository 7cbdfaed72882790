import path from 'node:path';
import type { Article, Reject } from '#schemas/stages/article.ts';
import type { Sketch } from '#schemas/stages/sketch.ts';
import { articles as articlesTable, groundedTables } from '#schemas/tables/index.ts';
import { openLines, openSink, readLines, writeFile } from '../files.ts';
import type { Rescue } from '../pool.ts';
import { textPath } from '../publish/documents.ts';
import { textScript } from '../publish/explorer/documents.ts';
import { textScriptPath } from '../publish/explorer/paths.ts';
import type { Brief } from '../resolve/articles.ts';
import { inBatches } from './batches.ts';
import { bundleTexts, openBundle } from './bundled-lines.ts';
import { openCache, type Run, stagedFolder, workFile } from './context.ts';
import { refusalOf } from './extract-part.ts';
import { failure } from './failure.ts';
import { articlesFile, type Intake } from './ingest.ts';
import { extractionKey, type Label, relabel, type Stated } from './relabel.ts';
import { openStated } from './stated.ts';
import type { Store } from './store.ts';

/** Characters of NDJSON that one task takes: some dozen articles. */
const batchSize = 200_000;

/** What extraction leaves beside what `statedIn` reads and the rows in `.work/rows/<table>.ndjson`. */
export interface Extracted {
  /** How many articles were extracted. */
  readonly count: number;
  readonly rejects: readonly Reject[];
}

/** Runs `annotate` and `extract` over the articles that the cache does not know, then collects what all of them state, in their order. */
export async function extractAll(run: Run, intake: Intake): Promise<Extracted> {
  const cache = openCache(run, 'extract');
  try {
    const failed = await extractUnknown(run, intake, cache);
    await run.pool.rest('publishRows');
    const extracted = collect(
      run,
      statesOf(run, (key) => cache.get(key) ?? failed.get(key)!),
    );
    cache.tidy();
    return extracted;
  } finally {
    cache.close();
  }
}

/** Fills the cache; gives the bundles of articles on which the program failed: these the next run tries again. */
async function extractUnknown(run: Run, { articleCount }: Intake, cache: Store): Promise<Map<string, Buffer>> {
  const failed = new Map<string, Buffer>();
  const batches: Waiting[][] = [];
  let done = 0;
  function* unknown(): Generator<Waiting> {
    for (const article of articlesOf(run)) {
      if (cache.has(article.key)) done++;
      else yield article;
    }
  }
  function* inputs(): Generator<string> {
    for (const batch of inBatches(unknown(), batchSize, ({ line }) => line.length)) {
      batches.push(batch);
      yield batch.map(({ line }) => line).join('\n');
    }
  }
  const rescue: Rescue = {
    sizeOf: (index) => batches[index]!.reduce((sum, { line }) => sum + line.length, 0),
    recover: (index) => oneByOne(run, batches[index]!),
  };
  let finished = 0;
  for await (const result of run.pool.map('extractArticles', inputs(), rescue)) {
    const bundles = [...openBundle(Buffer.from(result))].map(([, bundle]) => bundle);
    for (const [i, { key }] of batches[finished]!.entries()) {
      if (isFailure(bundles[i]!)) failed.set(key, bundles[i]!);
      else cache.put(key, bundles[i]!);
    }
    batches[finished++] = [];
    done += bundles.length;
    run.onProgress({ stage: 'extract', done, total: articleCount });
  }
  if (finished === 0) run.onProgress({ stage: 'extract', done: articleCount, total: articleCount });
  return failed;
}

/** Extracts the articles of a batch on which a thread was lost: each alone, so that the one at fault is found and refused. */
async function oneByOne(run: Run, batch: readonly Waiting[]): Promise<string> {
  const texts: [string, string][] = [];
  for (const { key, line, source_file, source_sha256 } of batch) {
    try {
      const result = Buffer.from(await run.pool.run('extractArticles', line, line.length));
      for (const [, bundle] of openBundle(result)) texts.push([key, bundle.toString()]);
    } catch (error) {
      texts.push([key, refusalOf(failure(source_file, 'extract', source_sha256, error))]);
    }
  }
  return bundleTexts(texts);
}

/** An accepted article that waits for its extraction. */
interface Waiting extends Label {
  readonly key: string;
  readonly line: string;
}

/** A reject alone, without rows. */
const isFailure = (bundle: Buffer): boolean => [...openBundle(bundle)].length === 1;

/** Accepted articles in order, each with the key of what it states. */
function* articlesOf(run: Run): Generator<Waiting> {
  for (const line of readLines(articlesFile(run))) {
    const article = JSON.parse(line) as Article;
    const { source_file, source_sha256 } = article;
    yield { key: extractionKey(article), line, source_file, source_sha256 };
  }
}

function* statesOf(run: Run, bundleOf: (key: string) => Buffer): Generator<Stated> {
  for (const { key, source_file, source_sha256 } of articlesOf(run)) {
    yield relabel(bundleOf(key), { source_file, source_sha256 }, key);
  }
}

/** Copies the rows of all articles to a file for each table, what is needed of each article as a whole to one of its own. */
export function collect(run: Run, states: Iterable<Stated>): Extracted {
  let count = 0;
  const stated = openStated(run);
  const articles = openLines(rowsFile(run, articlesTable.name));
  const rejects: Reject[] = [];
  const sinks = new Map(groundedTables.map(({ name }) => [name, openSink(rowsFile(run, name))]));
  for (const { record, joinables, print, rows } of states) {
    if (record.record_type === 'reject') rejects.push(record);
    else {
      const brief = shipText(run, record);
      stated.add(brief, joinables, print);
      articles.write(JSON.stringify(brief.article));
      count++;
    }
    for (const [table, lines] of rows) sinks.get(table)!.write(lines);
  }
  for (const sink of [stated, articles, ...sinks.values()]) sink.close();
  return { count, rejects };
}

/** Rows of a table as `extract` left them, an article after the other. */
export const rowsFile = (run: Pick<Run, 'output'>, table: string): string => workFile(run, 'rows', `${table}.ndjson`);

/** Publishes the text where its rights are full; nobody needs it after that. */
function shipText(run: Run, { text, ...brief }: Sketch): Brief {
  const { article_id, rights } = brief.article;
  if (rights === 'full') {
    writeFile(path.join(stagedFolder(run), textPath(article_id)), text);
    writeFile(path.join(stagedFolder(run), textScriptPath(article_id)), textScript(article_id, text));
  }
  return brief;
}
