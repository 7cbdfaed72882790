import { z } from 'zod';
import { articles } from '../tables/articles.ts';
import { entities, eventMentions, events, figures, statistics } from '../tables/index.ts';

/** What `resolve` knows of the rows of one article, one NDJSON line: ids by which the rows are published. */
const links = z.strictObject({
  record_type: z.literal('links'),
  article_id: articles.columns.article_id,
  /** The corpus's entity by the article's own, where it has another id. */
  entities: z.record(entities.columns.entity_id, entities.columns.entity_id),
  /** The figure of each statistic that has one. */
  figures: z.record(statistics.columns.statistic_id, figures.columns.figure_id),
  /** The event of each event mention that has one. */
  events: z.record(eventMentions.columns.event_mention_id, events.columns.event_id),
});

export type Links = z.output<typeof links>;
