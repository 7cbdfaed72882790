import { columnsOf } from '#schemas/derive/columns.ts';
import type { Links } from '#schemas/stages/links.ts';
import type { Row, Table } from '#schemas/table.ts';
import { entities, eventMentions, statistics } from '#schemas/tables/index.ts';

/** Does `resolve` fill a column of this table? */
export const isLinked = (table: Table): boolean =>
  table === statistics || table === eventMentions || entityColumns(table).length > 0;

/** A function that gives a row of this table the corpus's entities, figure and event. */
export function linkerFor(table: Table): (row: Row, links: Links) => Row {
  const columns = entityColumns(table);
  return (row, links) => {
    const linked: Record<string, Row[string]> = { ...row };
    for (const name of columns) {
      const id = row[name];
      if (typeof id === 'string') linked[name] = links.entities[id] ?? id;
    }
    if (table === statistics) linked.figure_id = links.figures[String(row.statistic_id)] ?? null;
    if (table === eventMentions) linked.event_id = links.events[String(row.event_mention_id)] ?? null;
    return linked;
  };
}

/**
 * Links the rows of a table. Both come in the order of the articles, the rows of one article side by side, so that one
 * article's links are held at a time. Throws where a row's article has no links: that is a programming error.
 */
export function* linkedRows(table: Table, rows: Iterable<Row>, links: Iterable<Links>): Generator<Row> {
  const link = linkerFor(table);
  const rest = links[Symbol.iterator]();
  let current: Links | undefined;
  for (const row of rows) {
    while (current?.article_id !== row.article_id) {
      const { done, value } = rest.next();
      if (done) throw new Error(`${table.name}: no links for article ${row.article_id}`);
      current = value;
    }
    yield link(row, current!);
  }
}

/** Columns that name an entity. */
const entityColumns = (table: Table): string[] =>
  columnsOf(table)
    .filter((column) => column.references === entities.name)
    .map((column) => column.name);
