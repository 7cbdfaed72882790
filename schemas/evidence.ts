import { z } from 'zod';
import { column } from './column.ts';

/** The tear sheet: the columns that end every grounded table. `extract()` fills them; no extractor does. */
export const evidenceColumns = {
  article_id: column(z.string().regex(/^a_[a-z2-7]{16}$/), {
    title: 'Article',
    description: 'The article that states this.',
    example: 'a_q3v5k2w7c4mz6xta',
    references: 'articles',
  }),
  source_file: column(z.string().min(1), {
    title: 'Source file',
    description: 'Path below the raw folder; for files that hold many articles followed by # and the line.',
    example: 'northline-wire/flood.txt',
  }),
  text_sha256: column(z.string().regex(/^[0-9a-f]{64}$/), {
    title: 'Text SHA-256',
    description: "SHA-256 of the article's text as UTF-8: the offsets hold for exactly this text.",
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  }),
  url: column(z.string().min(1).nullable(), {
    title: 'URL',
    description: 'Address of the article, where it is known.',
    example: 'https://northline.example/2026/05/14/flood',
  }),
  publisher: column(z.string().min(1).nullable(), {
    title: 'Publisher',
    description: 'The outlet that published the article, where it is known.',
    example: 'Northline',
  }),
  published_on: column(z.iso.date().nullable(), {
    title: 'Published on',
    description: 'Day of publication, where metadata or dateline state it; never guessed.',
    example: '2026-05-14',
  }),
  char_start: column(z.int32().min(0), {
    title: 'Start',
    description: "Where the quote begins in the article's text, counted from 0.",
    unit: 'Unicode code points',
    example: 1204,
  }),
  char_end: column(z.int32().min(1), {
    title: 'End',
    description: 'Where the quote ends: the first code point after it.',
    unit: 'Unicode code points',
    example: 1229,
  }),
  quote: column(z.string().min(1).nullable(), {
    title: 'Quote',
    description:
      "The article's exact characters from start to end; null only where the article's rights forbid to show them.",
    example: 'at least 14 people',
  }),
  sentence: column(z.string().min(1).nullable(), {
    title: 'Sentence',
    description: "The whole sentence around the quote; null only where the article's rights forbid to show it.",
    example: 'Floods killed at least 14 people on Thursday.',
  }),
  extractor: column(z.string().regex(/^[a-z-]+@[0-9]+$/), {
    title: 'Extractor',
    description: 'Name and version of the extractor that found this.',
    example: 'statistics@1',
  }),
  confidence: column(z.number().min(0).max(1), {
    title: 'Confidence',
    description: 'How sure the extractor is that the row says what the sentence says.',
    unit: '1',
    example: 0.93,
  }),
  evidence_url: column(z.string().regex(/^explorer\/index\.html#\/a_[a-z2-7]{16}\/[a-z]+_[a-z2-7]{16}$/), {
    title: 'Evidence in the explorer',
    description: 'Opens the explorer where the article states this; relative to the folder of the release.',
    example: 'explorer/index.html#/a_q3v5k2w7c4mz6xta/s_q3v5k2w7c4mz6xta',
  }),
} as const;

/** Where the explorer shows a row: below the folder of the release. */
export const evidenceUrl = (articleId: string, key: string): string => `explorer/index.html#/${articleId}/${key}`;

/** Name of an evidence column. */
export type EvidenceColumn = keyof typeof evidenceColumns;
