import type { Cell, ColumnInfo, Row, TableInfo } from './codebook.ts';
import { loadScript } from './scripts.ts';
import { type PackedColumn, unpack } from './unpack.ts';

/** A part of a table's rows; a column is unpacked when it is first asked for. */
export interface Part {
  readonly table: TableInfo;
  readonly rows: number;
  /** Has the column a cell that is not null? */
  has(column: string): boolean;
  column(name: string): readonly Cell[];
}

type PartList = readonly (readonly [rows: number, firstArticle: string | null])[];

const tables = new Map<string, TableInfo>();
const lists = new Map<string, PartList>();
const parts = new Map<string, Part>();
const texts = new Map<string, string>();

/** What the scripts of the data call. */
const receiver = {
  codebook(infos: readonly TableInfo[]): void {
    for (const info of infos) tables.set(info.name, info);
  },
  list(table: string, list: PartList): void {
    lists.set(table, list);
  },
  part(table: string, number: number, packed: Readonly<Record<string, PackedColumn>>): void {
    parts.set(`${table}-${number}`, partOf(tables.get(table)!, lists.get(table)![number]![0], packed));
  },
  text(articleId: string, text: string): void {
    texts.set(articleId, text);
  },
};
Object.assign(globalThis, { tearsheet: receiver });

function partOf(table: TableInfo, rows: number, packed: Readonly<Record<string, PackedColumn>>): Part {
  const columns = new Map<string, readonly Cell[]>();
  const infos = new Map<string, ColumnInfo>(table.columns.map((column) => [column.name, column]));
  return {
    table,
    rows,
    has: (name) => (packed[name] ?? 0) !== 0,
    column(name) {
      const known = columns.get(name);
      if (known) return known;
      const cells = unpack(infos.get(name)!, packed[name] ?? 0, rows);
      columns.set(name, cells);
      return cells;
    },
  };
}

/** Tables of the release, in the order of the codebook. */
export async function codebook(): Promise<readonly TableInfo[]> {
  await loadScript('data/codebook.js');
  return [...tables.values()];
}

/** A table by its name; the codebook has come before anything is shown. */
export const tableInfo = (name: string): TableInfo => {
  const info = tables.get(name);
  if (!info) throw new Error(`${name}: no table of this release`);
  return info;
};

/** The table whose keys begin so: `s` of `s_q3v5k2w7c4mz6xta` is statistics. */
export const tableOfKey = (key: string): TableInfo | undefined =>
  [...tables.values()].find(({ prefix }) => prefix === key.slice(0, key.indexOf('_')));

/** Of which parts a table's rows consist. */
export async function partList(table: string): Promise<PartList> {
  await loadScript(`data/${table}.js`);
  return lists.get(table)!;
}

/** A part of a table. */
export async function loadPart(table: string, number: number): Promise<Part> {
  await partList(table);
  await loadScript(`data/${table}-${number}.js`);
  return parts.get(`${table}-${number}`)!;
}

/** The text of an article whose rights are full. */
export async function loadText(articleId: string): Promise<string> {
  await loadScript(`texts/${articleId}.js`);
  return texts.get(articleId)!;
}

let allArticles: Promise<ReadonlyMap<string, Row>> | undefined;

/** Every article by its id, in the order of the release. */
export function articles(): Promise<ReadonlyMap<string, Row>> {
  allArticles ??= readArticles();
  return allArticles;
}

async function readArticles(): Promise<ReadonlyMap<string, Row>> {
  const list = await partList('articles');
  const read = await Promise.all(list.map((_, number) => loadPart('articles', number)));
  const rows = read.flatMap((part) => Array.from({ length: part.rows }, (_, index) => plainRow(part, index)));
  return new Map(rows.map((row) => [String(row.article_id), row]));
}

/** The cells that a part holds of a row. */
export const plainRow = (part: Part, index: number): Row =>
  Object.fromEntries(part.table.columns.map(({ name }) => [name, part.column(name)[index] ?? null]));

/** A row with every column of its table: what its article says is repeated, as in the other formats. */
export async function wholeRow(part: Part, index: number): Promise<Row> {
  const row = plainRow(part, index);
  if (!part.table.grounded) return row;
  const article = (await articles()).get(String(row.article_id)) ?? {};
  const repeated = ['source_file', 'text_sha256', 'url', 'publisher', 'published_on'];
  return {
    ...row,
    ...Object.fromEntries(repeated.map((name) => [name, article[name] ?? null])),
    evidence_url: `explorer/index.html#/${row.article_id}/${row[part.table.key]}`,
  };
}
