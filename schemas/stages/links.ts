import { z } from 'zod';
import { articles } from '../tables/articles.ts';
import { entities, eventMentions, events, figures, statistics } from '../tables/index.ts';

const { article_id, story_id, duplicate_of, copy_kind, similarity, origin } = articles.columns;

/** What `resolve` knows of an article and its rows, one NDJSON line: what their columns are published with. */
const links = z.strictObject({
  record_type: z.literal('links'),
  article_id,
  /** The corpus's entity by the article's own, where it has another id. */
  entities: z.record(entities.columns.entity_id, entities.columns.entity_id),
  /** The figure of each statistic that has one. */
  figures: z.record(statistics.columns.statistic_id, figures.columns.figure_id),
  /** The event of each event mention that has one. */
  events: z.record(eventMentions.columns.event_mention_id, events.columns.event_id),
  /** Columns of the article's own row. */
  story: z.strictObject({ story_id, duplicate_of, copy_kind, similarity, origin }),
});

export type Links = z.output<typeof links>;
