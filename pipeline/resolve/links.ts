import { columnsOf } from '#schemas/derive/columns.ts';
import type { Links } from '#schemas/stages/links.ts';
import type { Row, Table } from '#schemas/table.ts';
import { articles, entities, eventMentions, statistics } from '#schemas/tables/index.ts';
import { eventKind } from './event-claims.ts';
import { figureKind } from './figure-claims.ts';
import type { Member } from './joined.ts';
import { alone, groupsOf, leading } from './lines.ts';
import type { Room } from './room.ts';
import type { Kept } from './shelf.ts';

/** What is known of an article before its rows are joined. */
export type Base = Pick<Links, 'article_id' | 'entities' | 'story'>;

/** Before an article is compared with others. */
export const noStory: Links['story'] = {
  ...{ story_id: null, duplicate_of: null, copy_kind: null, similarity: null, origin: null },
};

/** Does `resolve` fill a column of this table's rows, which articles state? */
export const isLinked = (table: Table): boolean =>
  table === articles ||
  (table.grounded && (table === statistics || table === eventMentions || entityColumns(table).length > 0));

/** A function that gives a row of this table the corpus's story, entities, figure and event. */
export function linkerFor(table: Table): (row: Row, links: Omit<Links, 'record_type' | 'article_id'>) => Row {
  const columns = entityColumns(table);
  return (row, links) => {
    const linked: Record<string, Row[string]> = { ...row };
    for (const name of columns) {
      const id = row[name];
      if (typeof id === 'string') linked[name] = links.entities[id] ?? id;
    }
    if (table === articles) Object.assign(linked, links.story);
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

/** Takes what articles and rows are linked to, in any order, then renews the links on a shelf: a line for each article, by its id. */
export function linking(kept: Kept, room: Room) {
  const sorter = room.sorter();
  return {
    /** What is known of an article otherwise than before. */
    addBase: (base: Base): void => sorter.add(`${base.article_id}\t!${JSON.stringify(base)}`),
    /** A row that belongs to something; to nothing any more, where the id is empty. */
    tell: (kind: string, [articleId, id]: Member, to: string): void =>
      sorter.add(`${articleId}\t${JSON.stringify([kind, id, to])}`),
    remove: (articleId: string): void => sorter.add(`${articleId}\t`),
    close(isThere: (articleId: string) => boolean): void {
      for (const [beginning, news] of groupsOf(sorter.sorted(), (line) => leading(line, 1))) {
        kept.change(beginning, ([before]) => {
          if (!isThere(beginning.slice(0, -1))) return [];
          const told = news.map((line) => line.slice(beginning.length));
          return [`${beginning}${JSON.stringify(renewed(before, told))}`];
        });
      }
    },
  };
}

const column = { [figureKind]: 'figures', [eventKind]: 'events' } as const;

/** An article's links after what came; of an article without any before, its base is among the news. */
function renewed(before: string | undefined, news: readonly string[]): Links {
  const was =
    before === undefined ? { figures: {}, events: {} } : (JSON.parse(before.slice(before.indexOf('\t') + 1)) as Links);
  const found = { figures: new Map(Object.entries(was.figures)), events: new Map(Object.entries(was.events)) };
  let base = was as Base;
  for (const line of news) {
    if (line.startsWith('!')) base = JSON.parse(line.slice(1)) as Base;
    else {
      const [kind, id, to] = JSON.parse(line) as [keyof typeof column, string, string];
      if (to === '') found[column[kind]].delete(id);
      else found[column[kind]].set(id, to);
    }
  }
  const { article_id, entities: named, story } = base;
  const sorted = (map: ReadonlyMap<string, string>) =>
    Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  const [figures, events] = [sorted(found.figures), sorted(found.events)];
  return { record_type: 'links', article_id, entities: named, figures, events, story };
}

/** Links that are put in order at a time. */
const most = 1 << 17;

/** Links as NDJSON, in the order of the articles; `byId` has these in the order of their ids, in which links are kept. */
export function* inOrder(kept: Pick<Kept, 'lines'>, byId: Uint32Array, atOnce = most): Generator<string> {
  // Where lines of a piece of file are few, they must not hold all of it.
  const held = byId.length > atOnce ? alone : (line: string): string => line;
  for (let from = 0; from < byId.length; from += atOnce) {
    const ordered: string[] = Array.from({ length: Math.min(atOnce, byId.length - from) }, () => '');
    let at = 0;
    for (const line of kept.lines()) {
      const place = byId[at++]! - from;
      if (place >= 0 && place < ordered.length) ordered[place] = held(line.slice(line.indexOf('\t') + 1));
    }
    yield* ordered;
  }
}
