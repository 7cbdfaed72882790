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
import { keyIndex } from '../key-index.ts';
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

type CountOf = (key: Cell) => number;

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
  async open(table, release) {
    const mine: (Count & { countOf: CountOf })[] = [];
    for (const count of counts) {
      if (count.table === table && release.readable(count.counted)) {
        mine.push({ ...count, countOf: await tally(count, release) });
      }
    }
    if (mine.length === 0) return null;
    return {
      look: (rows, first) => {
        const problems: Problem[] = [];
        for (const { column, counted, countOf, isOfOrigins } of mine) {
          for (const [i, row] of rows.entries()) {
            const actual = countOf(row[table.key]!);
            const said = row[column] as number;
            if (said === actual || (isOfOrigins && said > 0 && said < actual)) continue;
            const message = `is ${said}, ${counted.name} has ${actual} rows of it; count again after the last change of rows`;
            problems.push({ code: 'count', file: pathOf(json, table), row: first + i + 1, column, message });
          }
        }
        return problems;
      },
    };
  },
};

async function tally({ table, counted, by }: Count, release: ReleaseIndex): Promise<CountOf> {
  const keys = keyIndex(table.prefix);
  let found: Uint32Array = new Uint32Array(1 << 10);
  for await (const cells of release.column(counted, by)) {
    for (const key of cells) {
      const number = keys.add(key);
      if (number === found.length) found = enlarged(found);
      found[number]!++;
    }
  }
  return (key) => found[keys.find(key)] ?? 0;
}

function enlarged(counts: Uint32Array): Uint32Array {
  const larger = new Uint32Array(2 * counts.length);
  larger.set(counts);
  return larger;
}
