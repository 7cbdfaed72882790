import type { Article, Reject } from '#schemas/stages/article.ts';
import type { Layer } from './layers.ts';
import type { Limits, Warning } from './source.ts';

/** What `ingest` says of an input: an article, a refusal, or a remark. */
export type Outcome = Article | Reject | Warning;

/** Part of a text that the markup names. */
export type OutlinePart = Article['outline'][number];

/** A source that was opened: its metadata read. */
export interface OpenSource {
  readonly path: string;
  /** Number of the line that the bytes begin with. */
  readonly firstLine: number;
  /** Inflated, unless the format does that. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** SHA-256 of the bytes received, once they are read; null where they could not be. */
  digest(): Promise<string | null>;
  readonly sidecar: readonly Layer[];
  readonly defaults: readonly Layer[];
  /** The encoding that metadata declare. */
  readonly encoding: string | null;
  readonly limits: Limits;
}

/** A kind of file that may hold articles. */
export interface InputFormat {
  readonly name: Article['format'];
  /** In lower case, with the dot; each may be followed by `.gz`. */
  readonly extensions: readonly string[];
  /** Does it inflate `.gz` itself? */
  readonly inflates?: true;
  /** Throws a `Refusal` where the whole source is refused. */
  read(source: OpenSource): AsyncIterable<Outcome>;
}
