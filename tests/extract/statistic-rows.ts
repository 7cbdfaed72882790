import { extract } from '#pipeline/extract/index.ts';
import type { RowOf } from '#schemas/table.ts';
import type { statistics } from '#schemas/tables/statistics.ts';
import { documentOf, resources } from '../document.ts';

export type Statistic = RowOf<typeof statistics>;

/** The statistics of a text that was printed on 14 May 2026, unless another day or none is given. */
export const rowsOf = (text: string, publishedOn: string | null = '2026-05-14'): Statistic[] =>
  extract(documentOf(text, { published_on: publishedOn }), resources()).rows.statistics as Statistic[];

/** The row whose quote this is. */
export function row(text: string, quote: string, publishedOn?: string | null): Statistic {
  const found = rowsOf(text, publishedOn).find((r) => r.quote === quote);
  if (!found) throw new Error(`no statistic "${quote}" in "${text}"`);
  return found;
}
