import { z } from 'zod';
import { articles } from '../tables/articles.ts';

const cells = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** What one article states and reports that may be joined with others, one NDJSON line: some columns of its rows, in the order that `resolve` lists. */
const joinables = z.strictObject({
  record_type: z.literal('joinables'),
  article_id: articles.columns.article_id,
  /** Of statistics. */
  statements: z.array(cells),
  /** Of event mentions, then how many people died. */
  reports: z.array(cells),
});

export type Joinables = z.output<typeof joinables>;
