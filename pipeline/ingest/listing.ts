import { stemOf } from './names.ts';
import { releaseDescriptionName } from './release-description.ts';
import { type SourceProblem, type Warning, warningOf } from './source.ts';

/** Something below the raw folder, as the disk lists it. */
export interface Entry {
  /** Path below the raw folder, with `/`. */
  readonly path: string;
  /** What it is; for a link that was followed, what it leads to. */
  readonly kind: 'file' | 'directory' | 'other';
  readonly problem?: SourceProblem | undefined;
}

/** A file that describes articles: a sidecar, or `source.json` for a folder. */
export interface MetadataFile {
  readonly path: string;
  readonly role: 'sidecar' | 'defaults';
  readonly problem?: SourceProblem | undefined;
}

/** A file that may hold articles, and the files that describe it, strongest first. */
export interface ListedSource {
  readonly path: string;
  readonly problem?: SourceProblem | undefined;
  readonly metadata: readonly MetadataFile[];
}

/** What a raw folder holds. */
export interface Listing {
  /** In code-unit order of their paths. */
  readonly sources: readonly ListedSource[];
  readonly warnings: readonly Warning[];
}

const sidecarEnd = '.meta.json';
const defaultsName = 'source.json';
/** Files directly below the raw folder that tell of the whole, and are no articles. */
const ownNames: ReadonlySet<string> = new Set(['expected-rejects.json', releaseDescriptionName]);
const documentation = /^(?:readme(?:\.md)?|licen[cs]e(?:\.(?:md|txt)|[^.]*))$/i;

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'));
const isSidecar = (path: string): boolean => path.endsWith(sidecarEnd);
const isArticle = (path: string): boolean =>
  !isSidecar(path) && nameOf(path) !== defaultsName && !ownNames.has(path) && !documentation.test(nameOf(path));

/** Which files may hold articles, and what describes each. Takes the listing in any order. */
export function listSources(entries: Iterable<Entry>): Listing {
  const files = [...entries].filter(({ path, kind }) => kind !== 'directory' && !isHidden(path));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const articles = files.filter(({ path }) => isArticle(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const described = new Set<string>();
  const sources = articles.map((file): ListedSource => {
    const metadata = metadataOf(file.path, byPath);
    for (const { path } of metadata) described.add(path);
    return { path: file.path, problem: problemOf(file), metadata };
  });
  const orphans = [...byPath.keys()].filter((path) => isSidecar(path) && !described.has(path)).sort();
  return { sources, warnings: orphans.map(orphanWarning) };
}

const problemOf = ({ kind, problem }: Entry): SourceProblem | undefined =>
  problem ?? (kind === 'other' ? { code: 'unreadable', message: 'neither a file nor a folder; remove it' } : undefined);

function metadataOf(path: string, files: ReadonlyMap<string, Entry>): MetadataFile[] {
  const sidecar = files.get(stemOf(path) + sidecarEnd);
  const found: MetadataFile[] = sidecar ? [fileOf(sidecar, 'sidecar')] : [];
  for (let end = path.lastIndexOf('/'); ; end = path.lastIndexOf('/', end - 1)) {
    const defaults = files.get(path.slice(0, end + 1) + defaultsName);
    if (defaults) found.push(fileOf(defaults, 'defaults'));
    if (end <= 0) return found;
  }
}

const fileOf = (entry: Entry, role: MetadataFile['role']): MetadataFile => ({
  path: entry.path,
  role,
  problem: problemOf(entry),
});

const orphanWarning = (path: string): Warning =>
  warningOf(
    path,
    `describes nothing: no ${nameOf(path).slice(0, -sidecarEnd.length)}.txt or the like lies beside it; rename or remove it`,
  );
