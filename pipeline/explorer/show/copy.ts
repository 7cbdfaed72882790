import type { Cell, ColumnInfo, Row, TableInfo } from '../data/codebook.ts';
import { articles } from '../data/store.ts';

/** A row in a form that can be pasted elsewhere. */
export type CopyForm = 'CSV' | 'JSON' | 'Citation';
export const copyForms: readonly CopyForm[] = ['CSV', 'JSON', 'Citation'];

/** The row as text. */
export async function copyOf(form: CopyForm, table: TableInfo, row: Row): Promise<string> {
  if (form === 'CSV') return csvOf(table.columns, row);
  if (form === 'JSON') return `${JSON.stringify(row, null, 2)}\n`;
  return citationOf(table, row, (await articles()).get(String(row.article_id)));
}

/** Header and record, quoted as RFC 4180 has it. */
function csvOf(columns: readonly ColumnInfo[], row: Row): string {
  const cells = columns.map(({ name }) => csvCell(row[name] ?? null));
  return `${columns.map(({ name }) => name).join(',')}\n${cells.join(',')}\n`;
}

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Who published the words, where, when, and what proves them. */
function citationOf(table: TableInfo, row: Row, article: Row | undefined): string {
  const source = article ?? row;
  const where = [
    source.byline,
    source.title && `“${source.title}”`,
    source.publisher,
    source.published_on,
    source.url ?? source.source_file,
  ];
  const words = row.sentence ?? row.quote ?? row.text;
  const proof = [
    `${table.name} ${row[table.key]}`,
    row.char_start !== undefined ? `characters ${row.char_start}–${row.char_end}` : null,
    source.text_sha256 ? `text SHA-256 ${source.text_sha256}` : null,
  ];
  const told = where.filter((part) => part !== null && part !== undefined && part !== '').join(', ');
  return `${words ? `“${words}” – ` : ''}${told || String(row[table.key])}. [${proof.filter((part) => part !== null).join('; ')}]\n`;
}
