import { createHash } from 'node:crypto';
import { tables } from '#schemas/tables/index.ts';
import { releaseDocuments } from './documents.ts';
import { pathOf } from './format.ts';
import { formats } from './formats.ts';

/** SHA-256 in hex of every file of a release, by path. */
export type Digests = ReadonlyMap<string, string>;

/** Name of the file that holds them. */
export const checksumsPath = 'SHA256SUMS';

/** Text of SHA256SUMS, sorted by path, as `sha256sum -c` reads it. */
export const checksums = (digests: Digests): string => lines(digests, () => true);

/** Hash of what the input alone decides: without the run, what compares this release with the one before, and what names this hash. */
export function contentHash(digests: Digests): string {
  return createHash('sha256')
    .update(lines(digests, (path) => !outsideContent.has(path)))
    .digest('hex');
}

const outsideContent: ReadonlySet<string> = new Set([
  checksumsPath,
  'build.json',
  ...releaseDocuments.map(({ path }) => path),
  ...tables.filter((t) => t.name === 'changes').flatMap((t) => formats.map((format) => pathOf(format, t))),
]);

function lines(digests: Digests, belongs: (path: string) => boolean): string {
  const paths = [...digests.keys()].filter((path) => path !== checksumsPath && belongs(path)).sort();
  return paths.map((path) => `${digests.get(path)}  ${path}\n`).join('');
}

/** Reads SHA256SUMS back; lines that `sha256sum` would not take are returned as they are. */
export function readChecksums(text: string): { digests: Digests; strays: readonly string[] } {
  const digests = new Map<string, string>();
  const strays: string[] = [];
  for (const line of text.split('\n')) {
    const [, digest, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (digest && path) digests.set(path, digest);
    else if (line !== '') strays.push(line);
  }
  return { digests, strays };
}
