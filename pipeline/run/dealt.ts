import path from 'node:path';
import { z } from 'zod';
import { isFolder, readIfPresent } from '../files.ts';
import { Unusable } from './unusable.ts';

/** What was found of all articles at once, and claims for partitions. The folder has its name only when it is whole. */
export const dealtFolder = (parts: string): string => path.join(parts, 'dealt');

/** Where partitions write their parts. */
export const resolvedFolder = (parts: string): string => path.join(parts, 'resolved');

/** Claims lie in so many files by kind and key, those without any left out: a partition reads some whole and nothing else. */
export const bucketCount = 256;

/** Names of files of what was dealt. */
export const dealtFiles = {
  head: 'head.json',
  entities: 'entities.ndjson',
  /** Stories, and what entities articles' own ones are. */
  bases: 'bases.ndjson',
  claims: 'claims',
  bucket: (bucket: number): string => `claims/${String(bucket).padStart(3, '0')}.tsv`,
} as const;

/** By which code, under which limit and of which articles. */
const dealtHead = z.strictObject({ code: z.string(), max_text: z.int(), corpus: z.string() });

export type DealtHead = z.output<typeof dealtHead>;

/** The head of what was dealt; null where nothing was. Throws where other code did. */
export function readDealt(parts: string, code: string): DealtHead | null {
  const folder = dealtFolder(parts);
  if (!isFolder(folder)) return null;
  const bytes = readIfPresent(path.join(folder, dealtFiles.head));
  const head = bytes && dealtHead.safeParse(JSON.parse(Buffer.from(bytes).toString()));
  if (!head?.success) throw new Unusable(`${folder}: has no ${dealtFiles.head} that can be read; ${anew(parts)}`);
  if (head.data.code !== code)
    throw new Unusable(`${folder}: was made by another version of the program or its word lists; ${anew(parts)}`);
  return head.data;
}

/** How what was dealt is made again. */
export const anew = (parts: string): string =>
  `remove ${dealtFolder(parts)} and ${resolvedFolder(parts)}, then run resolve --deal and all partitions again`;
