import type { Row, RowOf } from '#schemas/table.ts';
import type { articles } from '#schemas/tables/articles.ts';
import type { Document } from '../annotate/document.ts';
import { codePoints } from './offsets.ts';

/** The row of `articles`; its story is for `resolve` to find. */
export function articleRow(document: Document, rows: Readonly<Record<string, readonly Row[]>>): RowOf<typeof articles> {
  const { article, text, dateline } = document;
  // Words of the text are kept back where its rights forbid to show them.
  const printed = (kind: 'headline' | 'deck'): string | null => {
    if (article.rights === 'hash_only') return null;
    const block = document.blocks.find((b) => b.kind === kind);
    return block ? text.slice(block.start, block.end) : null;
  };
  return {
    article_id: article.article_id,
    title: article.title ?? printed('headline'),
    subtitle: article.subtitle ?? printed('deck'),
    byline: article.byline,
    publisher: article.publisher,
    url: article.url,
    language: article.language,
    published_on: document.publishedOn,
    published_on_basis: article.published_on !== null ? 'metadata' : dateline?.date ? 'dateline' : 'none',
    dateline_place: dateline?.place ? text.slice(dateline.place.start, dateline.place.end) : null,
    source_file: article.source_file,
    source_sha256: article.source_sha256,
    metadata_sha256: article.metadata_sha256,
    text_sha256: article.text_sha256,
    format: article.format,
    char_count: codePoints(text)(text.length),
    word_count: document.tokens.filter((t) => /[\p{L}\p{N}]/u.test(t.text)).length,
    sentence_count: document.sentences.length,
    story_id: null,
    duplicate_of: null,
    copy_kind: null,
    similarity: null,
    origin: article.origin ?? dateline?.origin ?? null,
    rights: article.rights,
    mention_count: rows.mentions!.length,
    statistic_count: rows.statistics!.length,
    event_count: rows.event_mentions!.length,
    quotation_count: rows.quotations!.length,
  };
}
