import type { Cell, TableInfo } from './codebook.ts';
import { locate, type RowSet } from './row-set.ts';

/** A way to sort a table: by columns, each from the largest on. */
export interface Order {
  readonly name: string;
  readonly title: string;
  readonly by: readonly string[];
}

const asFound: Order = { name: '', title: 'order of the articles', by: [] };
const surest: Order = { name: 'confidence', title: 'surest first', by: ['confidence'] };

const orders: Readonly<Record<string, readonly Order[]>> = {
  articles: [{ name: '', title: 'newest first', by: ['published_on'] }],
  rejects: [{ name: '', title: 'order of the files', by: [] }],
  entities: [
    { name: '', title: 'most named first', by: ['mention_count'] },
    { name: 'origins', title: 'most origins first', by: ['origin_count', 'mention_count'] },
  ],
  figures: [
    { name: '', title: 'most reported first', by: ['origin_count', 'statement_count'] },
    { name: 'value', title: 'largest first', by: ['best'] },
    { name: 'newest', title: 'latest period first', by: ['period_end', 'origin_count'] },
  ],
  events: [
    { name: '', title: 'most reported first', by: ['origin_count', 'mention_count'] },
    { name: 'newest', title: 'latest first', by: ['date_start', 'origin_count'] },
  ],
  statistics: [asFound, surest, { name: 'value', title: 'largest first', by: ['value'] }],
};

/** The ways in which a table can be sorted; the first is usual. */
export const ordersOf = (table: TableInfo): readonly Order[] =>
  orders[table.name] ?? (table.grounded ? [asFound, surest] : [asFound]);

/** Numbers of rows in another order; rows that are alike keep theirs. */
export function sorted(set: RowSet, rows: readonly number[], { by }: Order): readonly number[] {
  if (by.length === 0) return rows;
  const keys = rows.map((row) => {
    const { part, index } = locate(set, row);
    return by.map((name) => part.column(name)[index] ?? null);
  });
  const places = rows.map((_, i) => i).sort((a, b) => compare(keys[a]!, keys[b]!) || a - b);
  return places.map((place) => rows[place]!);
}

function compare(a: readonly Cell[], b: readonly Cell[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i]!;
    if (left === right) continue;
    // What is not known comes last.
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? 1 : -1;
  }
  return 0;
}
