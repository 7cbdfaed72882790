import type { MetadataFile } from './listing.ts';

/** A reason why a file cannot be opened at all, found while listing. */
export interface SourceProblem {
  readonly code: 'path_outside' | 'symlink_loop' | 'unreadable';
  /** What is wrong and what to do, without the path: "points to /etc/passwd, outside the raw folder; copy the file". */
  readonly message: string;
}

/** A file that may hold articles. */
export interface Source {
  /** Path below the raw folder, with `/`. */
  readonly path: string;
  readonly problem?: SourceProblem | undefined;
  /** What describes it, strongest first: its sidecar, then `source.json` from the nearest folder outwards. */
  readonly metadata: readonly MetadataFile[];
  /** Number of the line that the bytes begin with, where they are a stretch of a file of lines; else 1. */
  readonly firstLine?: number | undefined;
  /** The bytes as received, in chunks; read once. */
  open(): AsyncIterable<Uint8Array>;
}

/** How much `ingest` reads of one input. */
export interface Limits {
  /** Largest text of an article, in UTF-8 bytes. */
  readonly textBytes: number;
  /** Largest file, page or line that is read for one article, in bytes after inflating. */
  readonly fileBytes: number;
  /** Largest ratio of inflated to compressed bytes, once a mebibyte is inflated. */
  readonly inflationRatio: number;
}

/** Limits for a largest text, 2 MiB where nothing is said. Markup may take eight times as much. */
export function limitsFor(textBytes: number = 2 * 1024 * 1024): Limits {
  return { textBytes, fileBytes: 8 * textBytes, inflationRatio: 200 };
}

/** A remark that refuses nothing: an unknown name, a sidecar without its article. */
export interface Warning {
  readonly record_type: 'warning';
  /** The file that the remark is about, below the raw folder. */
  readonly source_file: string;
  readonly message: string;
  /** What it is about, where that is worth one remark a file: the name of a field. */
  readonly topic?: string | undefined;
}

/** A warning; the message begins with the file's path. */
export const warningOf = (source_file: string, message: string, topic?: string): Warning => ({
  record_type: 'warning',
  source_file,
  message: `${source_file}: ${message}`,
  topic,
});
