import type { Article, Reject } from '#schemas/stages/article.ts';
import type { Sketch } from '#schemas/stages/sketch.ts';
import { sha256 } from '../identity.ts';
import { openBundle } from './bundled-lines.ts';

/** Where an article was found: the part of it that no reader looks at. */
export type Label = Pick<Article, 'source_file' | 'source_sha256'>;

/** Key of what an article states: its text and all metadata, but not the name of its file or what surrounds it there. */
export const extractionKey = (article: Article): string =>
  sha256(JSON.stringify({ ...article, source_file: '', source_sha256: '' }));

/** What an article stated: its sketch or its reject, what may be joined as a line, and the rows of each table, a line each. */
export interface Stated {
  readonly record: Sketch | Reject;
  readonly joinables: Buffer;
  /** 32 hexadecimal digits that stand for all of it. */
  readonly print: string;
  readonly rows: readonly (readonly [table: string, lines: Buffer])[];
}

/**
 * What an article stated, wherever it was found then, as it is stated where it lies now. Nothing is validated again: sketch
 * and rows were when they were made, and the cache looks at its checksums.
 */
export function relabel(bundle: Buffer, label: Label, key: string): Stated {
  const [head, states, ...rows] = openBundle(bundle);
  const record = JSON.parse(head![1].toString()) as Sketch | Reject;
  const joinables = states?.[1] ?? Buffer.alloc(0);
  const { source_file, source_sha256 } = label;
  const print = sha256(JSON.stringify([key, source_file, source_sha256])).slice(0, 32);
  // A reject is always of this run.
  if (record.record_type === 'reject' || isThere(record.article, label)) return { record, joinables, print, rows };
  return {
    ...{ joinables, print },
    record: { ...record, article: { ...record.article, source_file, source_sha256 } },
    rows: rows.map(([table, lines]) => [table, relabelled(lines.toString(), source_file)]),
  };
}

const isThere = (article: Label, { source_file, source_sha256 }: Label): boolean =>
  article.source_file === source_file && article.source_sha256 === source_sha256;

function relabelled(lines: string, source_file: string): Buffer {
  const rows = lines.split('\n').slice(0, -1);
  return Buffer.from(rows.map((row) => `${JSON.stringify({ ...JSON.parse(row), source_file })}\n`).join(''));
}
