import type { SourceFacts } from '../facts.ts';

type Cells = readonly (string | number)[];

/** A table in Markdown; cells are escaped, those of numbers stand right. */
export function table(header: readonly string[], rows: readonly Cells[]): string {
  const isNumeric = header.map(
    (_, i) => rows.length > 0 && rows.every((row) => /^[\d,.]+ ?%?$|^$/.test(String(row[i]))),
  );
  const line = (cells: Cells): string => `| ${cells.join(' | ')} |`;
  const rule = `|${isNumeric.map((numeric) => (numeric ? '---:' : '---')).join('|')}|`;
  return [line(header), rule, ...rows.map((row) => line(row.map((cell) => escaped(String(cell)))))].join('\n');
}

const escaped = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

/** A number as people write it in English: 12,430. */
export const grouped = (n: number): string => String(n).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** A count with its noun: 1 article, 12,430 articles. */
export const counted = (n: number, singular: string, plural = `${singular}s`): string =>
  `${grouped(n)} ${n === 1 ? singular : plural}`;

/** A share in percent, one decimal; never 0 or 100 unless it is. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '';
  const tenths = Math.round((part / whole) * 1000);
  const fair = part > 0 && tenths === 0 ? 1 : part < whole && tenths === 1000 ? 999 : tenths;
  return `${Math.floor(fair / 10)}.${fair % 10} %`;
}

/** Sources with their terms and rights. */
export const rightsTable = (sources: readonly SourceFacts[]): string =>
  table(
    ['source', 'licence', 'rights', 'articles'],
    sources.map(({ title, license, rights, articles }) => [title, license ?? 'not stated', rights, grouped(articles)]),
  );

/** Text of an article inside a line of Markdown: one line, no marks, not endless. */
export function inline(text: string, most = 200): string {
  const characters = [...text.slice(0, most * 5).replaceAll(/\s+/g, ' ')];
  const short = characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
  return short.replaceAll(/[\\`*_[\]<>#|]/g, '\\$&');
}
