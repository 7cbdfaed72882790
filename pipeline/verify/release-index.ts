import type { Cell, Table } from '#schemas/table.ts';
import { articles } from '#schemas/tables/index.ts';
import { sha256 } from '../identity.ts';
import { arrow } from '../publish/arrow.ts';
import { checksumsPath, readChecksums } from '../publish/checksums.ts';
import { textPath } from '../publish/documents.ts';
import { pathOf } from '../publish/format.ts';
import { arrowFile } from './files/arrow-file.ts';
import type { ReleaseReader } from './release-reader.ts';

/** What a check may ask of the rest of the release; each answer is read once. */
export interface ReleaseIndex {
  readonly reader: ReleaseReader;
  readonly paths: ReadonlySet<string>;
  /** Is the file there with the bytes that SHA256SUMS says? Others are reported and not parsed: parsers may never return. */
  intact(path: string): boolean;
  /** Can columns of this table be read? Where not, that is reported once and what depends on them is not judged. */
  readable(table: Table): boolean;
  /** A column of any table, from its Arrow file; empty where that can not be read. */
  column(table: Table, name: string): readonly Cell[];
  /** Row of each key of a table. */
  rowsByKey(table: Table): ReadonlyMap<Cell, number>;
  /** The row of an article, in the columns that evidence repeats. */
  article(id: string): ArticleFacts | undefined;
  /** An article's text; null where it is not shipped. */
  text(articleId: string): string | null;
}

/** What evidence columns repeat of their article, with its rights. */
export type ArticleFacts = Readonly<Record<(typeof articleColumns)[number], Cell>>;

const articleColumns = ['source_file', 'text_sha256', 'url', 'publisher', 'published_on', 'rights'] as const;

/** Reads what checks ask for. */
export function releaseIndex(reader: ReleaseReader): ReleaseIndex {
  const paths = new Set(reader.list());
  const sums = digestsIn(reader, paths);
  const sound = new Map<string, boolean>();
  const keys = new Map<Table, ReadonlyMap<Cell, number>>();
  const texts = latest<string | null>(64);
  let facts: ReadonlyMap<string, ArticleFacts> | undefined;
  const intact = (path: string): boolean => {
    const known = sound.get(path) ?? (paths.has(path) && sha256(reader.read(path)) === sums.get(path));
    sound.set(path, known);
    return known;
  };
  const readable = (table: Table): boolean => intact(pathOf(arrow, table));
  const column = (table: Table, name: string): readonly Cell[] => {
    if (!readable(table)) return [];
    try {
      return [...arrowFile(reader.read(pathOf(arrow, table)), table).column(name)];
    } catch {
      return [];
    }
  };
  return {
    reader,
    paths,
    intact,
    readable,
    column,
    rowsByKey: (table) => {
      const known = keys.get(table) ?? new Map(column(table, table.key).map((key, row) => [key, row]));
      keys.set(table, known);
      return known;
    },
    article(id) {
      facts ??= articleFacts(column);
      return facts.get(id);
    },
    text: (id) => texts(id, () => (paths.has(textPath(id)) ? utf8(reader.read(textPath(id))) : null)),
  };
}

function digestsIn(reader: ReleaseReader, paths: ReadonlySet<string>): ReadonlyMap<string, string> {
  if (!paths.has(checksumsPath)) return new Map();
  return readChecksums(utf8(reader.read(checksumsPath))).digests;
}

/** Keeps a byte order mark, which is a character of the text. */
const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();

function articleFacts(column: ReleaseIndex['column']): ReadonlyMap<string, ArticleFacts> {
  const cells = articleColumns.map((name) => column(articles, name));
  const facts = (row: number) => Object.fromEntries(articleColumns.map((name, i) => [name, cells[i]![row]!]));
  return new Map(column(articles, articles.key).map((id, row) => [String(id), facts(row) as ArticleFacts]));
}

/** Remembers the last few answers: rows of one article stand together. */
function latest<V>(size: number): (key: string, make: () => V) => V {
  const known = new Map<string, V>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = make();
    if (known.size >= size) known.delete(known.keys().next().value!);
    known.set(key, value);
    return value;
  };
}
