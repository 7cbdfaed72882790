import type { Row, TableInfo } from './codebook.ts';
import { articles, codebook, loadPart, type Part, partList, plainRow } from './store.ts';

/** A row of a table that points at its evidence. */
export interface EvidenceRow {
  readonly table: TableInfo;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly part: Part;
  readonly index: number;
  readonly row: Row;
}

/** All rows of an article, by where their quotes begin. */
export async function rowsOfArticle(articleId: string): Promise<readonly EvidenceRow[]> {
  const known = recent.get(articleId);
  if (known) return known;
  const order = await articleOrder();
  const tables = (await codebook()).filter(({ grounded }) => grounded);
  const read = await Promise.all(tables.map((table) => rowsIn(table, articleId, order)));
  const rows = read.flat().sort((a, b) => a.start - b.start || b.end - a.end);
  if (recent.size > 20) recent.clear();
  recent.set(articleId, rows);
  return rows;
}

const recent = new Map<string, readonly EvidenceRow[]>();
let order: Promise<ReadonlyMap<string, number>> | undefined;

function articleOrder(): Promise<ReadonlyMap<string, number>> {
  order ??= articles().then((all) => new Map([...all.keys()].map((id, index) => [id, index])));
  return order;
}

/** An article lies in one part of each table: the last that begins with it or with one before it. */
async function rowsIn(table: TableInfo, articleId: string, order: ReadonlyMap<string, number>): Promise<EvidenceRow[]> {
  const list = await partList(table.name);
  const place = order.get(articleId) ?? -1;
  const number = list.findLastIndex(([, first]) => (order.get(first ?? '') ?? 0) <= place);
  if (number < 0) return [];
  const part = await loadPart(table.name, number);
  const ids = part.column('article_id');
  const rows: EvidenceRow[] = [];
  for (let index = ids.indexOf(articleId); index >= 0 && ids[index] === articleId; index++) {
    const row = plainRow(part, index);
    const { char_start, char_end } = row;
    const span = { start: Number(char_start), end: Number(char_end) };
    rows.push({ table, key: String(row[table.key]), ...span, part, index, row });
  }
  return rows;
}
