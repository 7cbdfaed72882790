import type { Links } from '#schemas/stages/links.ts';
import type { Sketch } from '#schemas/stages/sketch.ts';
import type { Row, RowOf, Table } from '#schemas/table.ts';
import { type articles, eventMentions, participants, statistics } from '#schemas/tables/index.ts';
import type { EntityWords } from '../resources/entity-words.ts';
import type { StatisticWords } from '../resources/statistics.ts';
import { joinEntities } from './entities.ts';
import { tollsOf } from './event-tolls.ts';
import { joinEvents } from './events.ts';
import { joinFigures } from './figures.ts';
import { linkedRows } from './links.ts';
import { type Slim, slim } from './slim.ts';
import { findStories, type Story } from './stories.ts';

/** A sketch whose text is published already, with its shingles unpacked. */
export type Brief = Omit<Sketch, 'text' | 'shingles'> & { readonly shingles: Uint32Array };

/** What only the whole corpus knows. */
export interface Corpus {
  readonly articles: readonly Row[];
  readonly entities: readonly Row[];
  readonly figures: readonly Row[];
  readonly events: readonly Row[];
  /** What the rows of each article are linked to, in the order of the sketches. */
  readonly links: Iterable<Links>;
}

/** What `resolve` reads of the lexicons. */
export interface CorpusWords extends Pick<StatisticWords, 'synonyms' | 'tolls'>, EntityWords {}

/** Joins articles into stories, names into entities, statements into figures, reports into events. Order does not matter. */
export function resolve(
  sketches: readonly Brief[],
  rowsOf: (table: Table) => Iterable<Row>,
  { synonyms, tolls, ...words }: CorpusWords,
): Corpus {
  const stories = findStories(sketches);
  const originKeyOf = (articleId: string): string => stories.get(articleId)!.originKey;
  const joined = joinEntities(
    sketches.map(({ article, entities, mention_count }) => {
      const mentionCount = new Map(Object.entries(mention_count));
      return { article, entities, mentionCount, originKey: originKeyOf(article.article_id) };
    }),
    words,
  );
  const publishedOn = new Map(sketches.map(({ article }) => [article.article_id, article.published_on]));
  const entityById = new Map(joined.rows.map((row) => [row.entity_id, row]));

  const entityLinks = sketches.map(({ article, entities }): Links => {
    const { article_id } = article;
    const own = entities.map(({ entity_id }) => [entity_id, joined.idOf(article_id, entity_id)] as const);
    const renamed = Object.fromEntries(own.filter(([from, to]) => from !== to));
    return { record_type: 'links', article_id, entities: renamed, figures: {}, events: {} };
  });
  const rowsWithEntities = <T extends Table>(table: T): Slim<T>[] =>
    [...linkedRows(table, slim(rowsOf(table)), entityLinks)] as Slim<T>[];

  const statements = rowsWithEntities(statistics);
  const figures = joinFigures(statements, {
    originKeyOf,
    publishedOn: (articleId) => publishedOn.get(articleId) ?? null,
    synonyms,
    tolls,
  });
  const deaths = tollsOf(rowsOf(participants), slim(rowsOf(statistics)));
  const reports = rowsWithEntities(eventMentions);
  const events = joinEvents(reports, {
    originKeyOf,
    entityOf: (id) => entityById.get(id),
    tollOf: (mentionId) => deaths.get(mentionId) ?? null,
  });

  const figureLinks = byArticle(statements, (row) => row.statistic_id, figures.figureOf);
  const eventLinks = byArticle(reports, (row) => row.event_mention_id, events.eventOf);
  return {
    articles: sketches.map(({ article }) => withStory(article, stories.get(article.article_id)!)),
    entities: joined.rows,
    figures: figures.rows,
    events: events.rows,
    links: entityLinks.map((links) => ({
      ...links,
      figures: figureLinks.get(links.article_id) ?? {},
      events: eventLinks.get(links.article_id) ?? {},
    })),
  };
}

/** What a map knows of the rows of each article. */
function byArticle<R extends { readonly article_id: string }>(
  rows: readonly R[],
  idOf: (row: R) => string,
  found: ReadonlyMap<string, string>,
): Map<string, Record<string, string>> {
  const ids = new Map<string, Record<string, string>>();
  for (const row of rows) {
    const id = idOf(row);
    const to = found.get(id);
    if (to === undefined) continue;
    const known = ids.get(row.article_id);
    if (known) known[id] = to;
    else ids.set(row.article_id, { [id]: to });
  }
  return ids;
}

function withStory(article: RowOf<typeof articles>, story: Story): Row {
  const { story_id, duplicate_of, similarity, origin } = story;
  return { ...article, story_id, duplicate_of, similarity, origin };
}
