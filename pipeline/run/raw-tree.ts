import path from 'node:path';
import { listTree, type TreeEntry } from '../files/tree.ts';
import { digestFile } from '../files.ts';
import { sha256 } from '../identity.ts';
import type { Run } from './context.ts';

/** SHA-256 of a file below the raw folder; null for what can't be read. */
export type DigestOf = (path: string) => string | null;

/** What lies below the raw folder, with the SHA-256 of every file. */
export interface RawTree {
  readonly entries: readonly TreeEntry[];
  readonly digestOf: DigestOf;
  /** Stands for the whole folder: paths, bytes, and what the disk refuses. */
  readonly fingerprint: string;
}

/** Looks at the raw folder. Bytes decide, never times: a file that was touched has not changed. */
export function rawTree({ raw }: Pick<Run, 'raw'>): RawTree {
  const entries = listTree(raw);
  const now = digestNow({ raw });
  const readable = entries.filter(({ kind, problem }) => kind === 'file' && !problem);
  const digests = new Map(readable.map(({ path: name }) => [name, now(name)]));
  const seen = entries.map(({ path: name, kind, problem }) => [name, kind, problem ?? null, digests.get(name) ?? null]);
  return {
    entries,
    digestOf: (name) => digests.get(name) ?? null,
    fingerprint: sha256(JSON.stringify(seen)),
  };
}

/** Digests of the files as they are when they are asked for. */
export function digestNow({ raw }: Pick<Run, 'raw'>): DigestOf {
  return (name) => {
    try {
      return digestFile(path.join(raw, name)).sha256;
    } catch {
      return null;
    }
  };
}
