import { columnsOf } from '#schemas/derive/columns.ts';
import type { Sketch } from '#schemas/stages/sketch.ts';
import type { Row, RowOf, Table } from '#schemas/table.ts';
import { type articles, entities, eventMentions, participants, statistics } from '#schemas/tables/index.ts';
import type { RoleFields } from '../resources/roles.ts';
import type { StatisticWords } from '../resources/statistics.ts';
import { joinEntities } from './entities.ts';
import { tollsOf } from './event-tolls.ts';
import { joinEvents } from './events.ts';
import { joinFigures } from './figures.ts';
import { findStories, type Story } from './stories.ts';

/** A sketch whose text is published already. */
export type Brief = Omit<Sketch, 'text'>;

/** What only the whole corpus knows. */
export interface Corpus {
  readonly articles: readonly Row[];
  readonly entities: readonly Row[];
  readonly figures: readonly Row[];
  readonly events: readonly Row[];
  /** A row with the corpus's entities, figure and event in it. */
  link(table: Table, row: Row): Row;
}

/** What `resolve` reads of the lexicons. */
export interface CorpusWords extends Pick<StatisticWords, 'synonyms' | 'tolls'> {
  readonly roleFields: RoleFields;
}

/** Joins articles into stories, names into entities, statements into figures, reports into events. Order does not matter. */
export function resolve(
  sketches: readonly Brief[],
  rowsOf: (table: Table) => Iterable<Row>,
  { synonyms, tolls, roleFields }: CorpusWords,
): Corpus {
  const stories = findStories(sketches);
  const originKeyOf = (articleId: string): string => stories.get(articleId)!.originKey;
  const joined = joinEntities(
    sketches.map(({ article, entities, mention_count }) => {
      const mentionCount = new Map(Object.entries(mention_count));
      return { article, entities, mentionCount, originKey: originKeyOf(article.article_id) };
    }),
    roleFields,
  );
  const publishedOn = new Map(sketches.map(({ article }) => [article.article_id, article.published_on]));
  const entityById = new Map(joined.rows.map((row) => [row.entity_id, row]));

  const linkEntities = (table: Table, row: Row): Row => {
    const linked: Record<string, Row[string]> = { ...row };
    for (const name of entityColumns(table)) {
      const id = row[name];
      if (typeof id === 'string') linked[name] = joined.idOf(String(row.article_id), id);
    }
    return linked;
  };
  const linkedRows = function* <T extends Table>(table: T): Generator<RowOf<T>> {
    for (const row of rowsOf(table)) yield linkEntities(table, row) as RowOf<T>;
  };

  const figures = joinFigures([...linkedRows(statistics)], {
    originKeyOf,
    publishedOn: (articleId) => publishedOn.get(articleId) ?? null,
    synonyms,
    tolls,
  });
  const deaths = tollsOf(rowsOf(participants), rowsOf(statistics));
  const events = joinEvents([...linkedRows(eventMentions)], {
    originKeyOf,
    entityOf: (id) => entityById.get(id),
    tollOf: (mentionId) => deaths.get(mentionId) ?? null,
  });

  return {
    articles: sketches.map(({ article }) => withStory(article, stories.get(article.article_id)!)),
    entities: joined.rows,
    figures: figures.rows,
    events: events.rows,
    link(table, row) {
      const linked = linkEntities(table, row);
      if (table.name === statistics.name) {
        return { ...linked, figure_id: figures.figureOf.get(String(row.statistic_id)) ?? null };
      }
      if (table.name === eventMentions.name) {
        return { ...linked, event_id: events.eventOf.get(String(row.event_mention_id)) ?? null };
      }
      return linked;
    },
  };
}

function withStory(article: RowOf<typeof articles>, story: Story): Row {
  const { story_id, duplicate_of, similarity, origin } = story;
  return { ...article, story_id, duplicate_of, similarity, origin };
}

/** Columns that name an entity. */
const entityColumns = (table: Table): string[] =>
  columnsOf(table)
    .filter((column) => column.references === entities.name)
    .map((column) => column.name);
