import { z } from 'zod';
import { articles } from '../tables/articles.ts';
import { rejects } from '../tables/rejects.ts';
import { keyOf, rights, sha256, text } from '../vocabulary.ts';

const offset = z.int32().min(0);

/** What `ingest` hands on: an accepted article, one NDJSON line. Offsets are UTF-16 units into `text`. */
export const article = z.strictObject({
  record_type: z.literal('article'),
  article_id: keyOf('a'),
  source_file: text,
  source_sha256: sha256,
  metadata_sha256: sha256.nullable(),
  text_sha256: sha256,
  format: articles.columns.format,
  title: text.nullable(),
  subtitle: text.nullable(),
  byline: text.nullable(),
  publisher: text.nullable(),
  url: text.nullable(),
  /** Day of publication from metadata; a dateline is read later. */
  published_on: z.iso.date().nullable(),
  language: z.string().regex(/^[a-z]{2,3}$/),
  license: text.nullable(),
  rights,
  origin: text.nullable(),
  /** The decoded text as received, never normalised. */
  text: z.string().min(1),
  /** What the source's markup says of parts of the text (HTML, Markdown), in text order, not overlapping. */
  outline: z.array(
    z.strictObject({
      kind: z.enum(['headline', 'deck', 'heading', 'list_item', 'paragraph', 'caption']),
      start: offset,
      end: offset,
    }),
  ),
});

/** What `ingest` hands on for a refused input. */
export const reject = z.strictObject({ record_type: z.literal('reject'), ...rejects.columns });

/** One line of `ingest`'s output. */
export const ingested = z.discriminatedUnion('record_type', [article, reject]);

export type Article = z.output<typeof article>;
export type Reject = z.output<typeof reject>;
export type Ingested = z.output<typeof ingested>;
