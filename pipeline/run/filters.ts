import type { Article } from '#schemas/stages/article.ts';
import type { Pool, Rescue } from '../pool.ts';
import { failure } from './failure.ts';
import { isIn, type Shard } from './shard.ts';
import { Unusable } from './unusable.ts';

/** Articles as `ingest` writes them → extractions. Rejects and remarks pass through, so that nothing disappears. */
export async function* extractFilter(pool: Pool, lines: Lines): AsyncGenerator<string> {
  const batches: Waiting[][] = [];
  async function* inputs(): AsyncGenerator<string> {
    for await (const batch of batched(waiting(lines))) {
      batches.push(batch);
      yield articlesIn(batch).join('\n');
    }
  }
  const rescue: Rescue = {
    sizeOf: (i) => articlesIn(batches[i]!).reduce((sum, { length }) => sum + length, 0),
    recover: (i) => oneByOne(pool, articlesIn(batches[i]!)),
  };
  let at = 0;
  for await (const result of pool.map('extractLines', inputs(), rescue)) {
    const extracted = result.split('\n')[Symbol.iterator]();
    for (const { line, isArticle } of batches[at]!) yield isArticle ? extracted.next().value! : line;
    batches[at++] = [];
  }
}

/** Lines as they come from a file or a pipe. */
export type Lines = Iterable<string> | AsyncIterable<string>;

interface Waiting {
  readonly line: string;
  readonly isArticle: boolean;
}

const articlesIn = (batch: readonly Waiting[]): string[] =>
  batch.filter(({ isArticle }) => isArticle).map(({ line }) => line);

async function* waiting(lines: Lines): AsyncGenerator<Waiting> {
  for await (const [line, record] of recordsOf(lines)) yield { line, isArticle: record.record_type === 'article' };
}

/** Records of a stream that every task reads: each is left to the task to whose share its id belongs, remarks by what they say. */
export async function* ofShare(lines: Lines, shard: Shard): AsyncGenerator<string> {
  for await (const [line, { article_id, reject_id }] of recordsOf(lines)) {
    if (isIn(shard, String(article_id ?? reject_id ?? line))) yield line;
  }
}

async function* recordsOf(lines: Lines): AsyncGenerator<[line: string, record: Readonly<Record<string, unknown>>]> {
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() !== '') yield [line, parsed(line, number)];
  }
}

function parsed(line: string, number: number): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    throw new Unusable(
      `stdin line ${number}: not JSON: ${JSON.stringify(line.slice(0, 60))}; give what ingest writes, whole`,
    );
  }
}

/** Characters that one task takes. */
const batchSize = 200_000;

async function* batched(records: AsyncIterable<Waiting>): AsyncGenerator<Waiting[]> {
  let batch: Waiting[] = [];
  let size = 0;
  for await (const record of records) {
    batch.push(record);
    size += record.line.length;
    if (size < batchSize) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Extracts the articles of a batch on which a thread was lost: each alone, so that the one at fault is found and refused. */
async function oneByOne(pool: Pool, articles: readonly string[]): Promise<string> {
  const results: string[] = [];
  for (const line of articles) {
    try {
      results.push(await pool.run('extractLines', line, line.length));
    } catch (error) {
      const { source_file, source_sha256 } = JSON.parse(line) as Article;
      results.push(JSON.stringify(failure(source_file, 'extract', source_sha256, error)));
    }
  }
  return results.join('\n');
}

/** Lines of a stream of bytes; split at LF alone. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)]).toString('utf8');
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8');
}
