import type { Outcome } from '#pipeline/ingest/format.ts';
import { ingest } from '#pipeline/ingest/index.ts';
import { layerReader } from '#pipeline/ingest/layers.ts';
import { listSources } from '#pipeline/ingest/listing.ts';
import { type Limits, limitsFor } from '#pipeline/ingest/source.ts';
import type { Article, Reject } from '#schemas/stages/article.ts';

/** A raw folder in memory: paths and what the files hold. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const prose =
  'The river burst its banks on Tuesday night and flooded the lower town, officials said. ' +
  'Firefighters brought about forty people to safety in boats.';

export const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content, 'utf8') : content;

/** Bytes in chunks of a length, as a disk gives them. */
export async function* chunked(bytes: Uint8Array, length = 1 << 16): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** All that `ingest` says of a raw folder. */
export async function ingestAll(files: Files, limits: Limits = limitsFor(), chunk = 1 << 16): Promise<Outcome[]> {
  const read = async (path: string): Promise<Uint8Array> => bytesOf(files[path]!);
  const { sources, warnings } = listSources(Object.keys(files).map((path) => ({ path, kind: 'file' })));
  const context = { limits, readLayer: layerReader(read) };
  const outcomes: Outcome[] = [...warnings];
  for (const source of sources) {
    const open = () => chunked(bytesOf(files[source.path]!), chunk);
    for await (const outcome of ingest({ ...source, open }, context)) outcomes.push(outcome);
  }
  return outcomes;
}

export const articlesIn = (outcomes: readonly Outcome[]): Article[] =>
  outcomes.filter((outcome) => outcome.record_type === 'article');

export const rejectsIn = (outcomes: readonly Outcome[]): Reject[] =>
  outcomes.filter((outcome) => outcome.record_type === 'reject');

export const warningsIn = (outcomes: readonly Outcome[]): string[] =>
  outcomes.filter((outcome) => outcome.record_type === 'warning').map(({ message }) => message);

/** The only article of a raw folder; fails where there is another outcome. */
export async function articleOf(files: Files): Promise<Article> {
  const outcomes = await ingestAll(files);
  const [article] = articlesIn(outcomes);
  if (outcomes.length !== 1 || !article) throw new Error(`not one article: ${JSON.stringify(outcomes)}`);
  return article;
}

/** The only reject of a raw folder, remarks aside. */
export async function rejectOf(files: Files, limits?: Limits): Promise<Reject> {
  const outcomes = await ingestAll(files, limits);
  const [reject, ...more] = rejectsIn(outcomes);
  if (!reject || more.length > 0 || articlesIn(outcomes).length > 0) {
    throw new Error(`not one reject: ${JSON.stringify(outcomes)}`);
  }
  return reject;
}

/** Everything that an asynchronous sequence gives. */
export async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}
