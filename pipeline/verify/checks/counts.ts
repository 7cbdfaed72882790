import type { Cell, Table } from '#schemas/table.ts';
import {
  articles,
  entities,
  eventMentions,
  events,
  figures,
  mentions,
  quotations,
  statistics,
} from '#schemas/tables/index.ts';
import { pathOf } from '../../publish/format.ts';
import { json } from '../../publish/json.ts';
import type { TableCheck } from '../check.ts';
import type { Problem } from '../problem.ts';
import type { ReleaseIndex } from '../release-index.ts';

interface Count {
  readonly table: Table;
  readonly column: string;
  readonly counted: Table;
  readonly by: string;
  /** Rows of copied text count once: there may be more rows than the column says, and at least one. */
  readonly isOfOrigins?: true;
}

/** Columns that count the rows of another table. */
const counts: readonly Count[] = [
  { table: articles, column: 'mention_count', counted: mentions, by: 'article_id' },
  { table: articles, column: 'statistic_count', counted: statistics, by: 'article_id' },
  { table: articles, column: 'event_count', counted: eventMentions, by: 'article_id' },
  { table: articles, column: 'quotation_count', counted: quotations, by: 'article_id' },
  { table: entities, column: 'mention_count', counted: mentions, by: 'entity_id' },
  { table: figures, column: 'statement_count', counted: statistics, by: 'figure_id', isOfOrigins: true },
  { table: events, column: 'mention_count', counted: eventMentions, by: 'event_id' },
];

/** Counts in a row are those of the rows that they count. */
export const countsHold: TableCheck = {
  name: 'counts',
  open(table, release) {
    const mine = counts
      .filter((c) => c.table === table && release.readable(c.counted))
      .map((c) => ({ ...c, found: tally(c, release) }));
    if (mine.length === 0) return null;
    return (rows, first) => {
      const problems: Problem[] = [];
      for (const { column, counted, found, isOfOrigins } of mine) {
        for (const [i, row] of rows.entries()) {
          const actual = found.get(row[table.key]!) ?? 0;
          const said = row[column] as number;
          if (said === actual || (isOfOrigins && said > 0 && said < actual)) continue;
          const message = `is ${said}, ${counted.name} has ${actual} rows of it; count again after the last change of rows`;
          problems.push({ code: 'count', file: pathOf(json, table), row: first + i + 1, column, message });
        }
      }
      return problems;
    };
  },
};

function tally({ counted, by }: Count, release: ReleaseIndex): ReadonlyMap<Cell, number> {
  const found = new Map<Cell, number>();
  for (const key of release.column(counted, by)) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}
