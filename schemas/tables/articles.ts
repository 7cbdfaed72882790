import { z } from 'zod';
import { column } from '../column.ts';
import { table } from '../table.ts';
import { copyKind, count, keyOf, rights, sha256, text } from '../vocabulary.ts';

/** Accepted articles. */
export const articles = table({
  name: 'articles',
  title: 'Articles',
  description: 'One row is an article that was accepted and read.',
  key: 'article_id',
  prefix: 'a',
  resolved: ['story_id', 'duplicate_of', 'copy_kind', 'similarity'],
  columns: {
    article_id: column(keyOf('a'), {
      title: 'Article',
      description: 'Key: hash of the canonical URL where there is one, else of the text.',
      example: 'a_q3v5k2w7c4mz6xta',
    }),
    title: column(text.nullable(), {
      title: 'Title',
      description: 'Headline from the metadata, else the headline found in the text.',
      example: 'Flood kills at least 14',
    }),
    subtitle: column(text.nullable(), {
      title: 'Subtitle',
      description: 'Deck or summary line below the headline.',
      example: 'Thousands leave their homes along the river',
    }),
    byline: column(text.nullable(), {
      title: 'Byline',
      description: 'Who wrote it, as printed.',
      example: 'Ana Zupan',
    }),
    publisher: column(text.nullable(), { title: 'Publisher', description: 'The outlet.', example: 'Northline' }),
    url: column(text.nullable(), {
      title: 'URL',
      description: 'Address of the article.',
      example: 'https://northline.example/2026/05/14/flood',
    }),
    language: column(z.string().regex(/^[a-z]{2,3}$/), {
      title: 'Language',
      description: 'ISO 639 code, from the metadata or detected.',
      example: 'en',
    }),
    published_on: column(z.iso.date().nullable(), {
      title: 'Published on',
      description: 'Day of publication; null where neither metadata nor dateline state it.',
      example: '2026-05-14',
    }),
    published_on_basis: column(z.enum(['metadata', 'dateline', 'none']), {
      title: 'Basis of the date',
      description: 'How the day of publication is known.',
      example: 'metadata',
    }),
    dateline_place: column(text.nullable(), {
      title: 'Dateline place',
      description: 'Place named at the head of the report, as printed.',
      example: 'MARIBOR, Slovenia',
    }),
    source_file: column(text, {
      title: 'Source file',
      description: 'Path below the raw folder; for files that hold many articles followed by # and the line or record.',
      example: 'northline-wire/flood.txt',
    }),
    source_sha256: column(sha256, {
      title: 'Source SHA-256',
      description: 'SHA-256 of the bytes received: the file, or the line or record of a file that holds many articles.',
      example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    }),
    metadata_sha256: column(sha256.nullable(), {
      title: 'Metadata SHA-256',
      description:
        'SHA-256 of what metadata files beside the source (sidecar, source.json) state of it; null where they state nothing.',
      example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    }),
    text_sha256: column(sha256, {
      title: 'Text SHA-256',
      description: "SHA-256 of the article's text as UTF-8.",
      example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    }),
    format: column(z.enum(['text', 'markdown', 'html', 'jsonl', 'warc']), {
      title: 'Format',
      description: 'Format of the source file.',
      example: 'text',
    }),
    char_count: column(count, {
      title: 'Characters',
      description: 'Length of the text.',
      unit: 'Unicode code points',
      example: 2310,
    }),
    word_count: column(count, {
      title: 'Words',
      description: 'Tokens that hold a letter or a digit.',
      unit: 'words',
      example: 391,
    }),
    sentence_count: column(count, {
      title: 'Sentences',
      description: 'Sentences found.',
      unit: 'sentences',
      example: 19,
    }),
    story_id: column(keyOf('st').nullable(), {
      title: 'Story',
      description:
        'Articles that go back to one text (copies, abridgements) share it; an article of its own has its own.',
      example: 'st_q3v5k2w7c4mz6xta',
    }),
    duplicate_of: column(keyOf('a').nullable(), {
      title: 'Duplicate of',
      description: 'The article whose text this one copies.',
      example: 'a_q3v5k2w7c4mz6xta',
      references: 'articles',
    }),
    copy_kind: column(copyKind.nullable(), {
      title: 'Kind of copy',
      description:
        'exact: the very text of `duplicate_of`. near: that text shortened, reordered or edited by somebody else. update: another version of it from the same outlet. Empty where an article copies none: independent reports of one happening are met in events and figures.',
      example: 'near',
    }),
    similarity: column(z.number().min(0).max(1).nullable(), {
      title: 'Similarity',
      description: 'Share of this text (word shingles) that also stands in the article it duplicates.',
      unit: '1',
      example: 0.87,
    }),
    origin: column(text.nullable(), {
      title: 'Origin',
      description: 'The wire or outlet that the text goes back to, where credited or stated in the metadata.',
      example: 'Northline',
    }),
    rights: column(rights, {
      title: 'Rights',
      description:
        'What may be shown of the text: full: all of it, in texts/; snippet: quotes with their sentences; hash_only: no quote, sentence, printed number, words of a quotation or headline, only where they stand, the hash of the text and what was read off (names, measures, values). snippet where nobody said.',
      example: 'full',
    }),
    mention_count: column(count, { title: 'Mentions', description: 'Rows in mentions.', unit: 'rows', example: 41 }),
    statistic_count: column(count, {
      title: 'Statistics',
      description: 'Rows in statistics.',
      unit: 'rows',
      example: 7,
    }),
    event_count: column(count, {
      title: 'Event mentions',
      description: 'Rows in event_mentions.',
      unit: 'rows',
      example: 5,
    }),
    quotation_count: column(count, {
      title: 'Quotations',
      description: 'Rows in quotations.',
      unit: 'rows',
      example: 4,
    }),
  },
});
