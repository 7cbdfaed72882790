import { z } from 'zod';
import { count, keyOf } from '../vocabulary.ts';
import { extraction } from './extraction.ts';

const { article, text, entities, shingles } = extraction.shape;

/** What the corpus stage needs of an article before it reads rows: an extraction whose rows are counted, not carried. */
const sketch = z.strictObject({
  record_type: z.literal('sketch'),
  article,
  text,
  entities,
  shingles,
  /** Rows in mentions by entity. */
  mention_count: z.record(keyOf('e'), count),
});

export type Sketch = z.output<typeof sketch>;
