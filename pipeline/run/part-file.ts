import path from 'node:path';
import { z } from 'zod';
import type { Versions } from '../bundle.ts';
import { syncTree } from '../files/releases.ts';
import { isFile, newFolder, openLines, removeFolder, replaceFile } from '../files.ts';
import { sha256 } from '../identity.ts';
import type { Lines } from './filters.ts';
import type { Shard } from './shard.ts';
import { Unusable } from './unusable.ts';

/**
 * First line of what a task wrote: which share of how many, and which code made it under which limit. Shares are null where an
 * engine deals out the work. What partitions resolved names the articles, too.
 */
export const partHead = z.strictObject({
  record_type: z.literal('part'),
  shard: z.int().min(0).nullable(),
  of: z.int().min(1).nullable(),
  code: z.string(),
  max_text: z.int(),
  corpus: z.string().optional(),
});

/** Last line: how many lines stand between. A part without it is not whole. */
export const partEnd = z.strictObject({ record_type: z.literal('end'), lines: z.int() });

export type PartHead = z.output<typeof partHead>;

/** Stands for the code and the data that decide what a part holds. */
export const codeOf = ({ ingest, extract }: Versions): string => sha256(JSON.stringify([ingest, extract])).slice(0, 16);

/** Stands for the code and the data that decide how articles are joined. */
export const resolvingCodeOf = ({ all }: Versions): string => sha256(all).slice(0, 16);

/** Where a share is written. */
export const partPath = (folder: string, { index, count }: Shard): string =>
  path.join(folder, `part-${padded(index)}-of-${padded(count)}.ndjson`);

const padded = (n: number): string => String(n).padStart(5, '0');

/** Has the part been written? It has its name only when it is whole. */
export const isWritten = (file: string): boolean => isFile(file);

/** Writes a part under another name and renames it: whoever sees the file sees all of it, whatever was killed before. */
export async function writePart(file: string, head: PartHead, lines: Lines): Promise<void> {
  const folder = newFolder(path.dirname(file));
  if (folder === null)
    throw new Unusable(
      `${path.dirname(file)}: no folder can be made here; name another by --parts, or check its rights`,
    );
  const fresh = path.join(folder, path.basename(file));
  try {
    const sink = openLines(fresh);
    sink.write(JSON.stringify(head));
    let count = 0;
    for await (const line of lines) {
      sink.write(line);
      count++;
    }
    sink.write(JSON.stringify({ record_type: 'end', lines: count } satisfies z.output<typeof partEnd>));
    sink.close();
    await syncTree(folder);
    replaceFile(fresh, file);
  } finally {
    removeFolder(folder);
  }
}
