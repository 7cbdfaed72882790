import { evidenceUrl } from '#schemas/evidence.ts';
import type { Row, Table } from '#schemas/table.ts';
import type { Document, Sentence } from '../annotate/document.ts';
import { contentKey } from '../identity.ts';
import { firstThat, type Span } from '../span.ts';
import type { Extractor, Finding } from './extractor.ts';
import { codePoints } from './offsets.ts';

/** Turns findings into rows: adds key and evidence, leaves to `resolve` what only the corpus knows. */
export interface Stamp {
  /** The key that a finding's row has or will have. */
  key(table: Table, finding: Pick<Finding<Table>, 'span' | 'row'>): string;
  row(extractor: Extractor, finding: Finding<Table>): Row;
}

/** Key of a row: table, article, span in code points, and the columns that the table names as its identity. */
function keyOf(table: Table, articleId: string, span: Span, row: Row): string {
  const identity = table.identity.map((name) => row[name] ?? null);
  return contentKey(table.prefix, [table.name, articleId, span.start, span.end, ...identity]);
}

const blanks = new Map<Table, Row>();

/** The columns that `resolve` fills, empty. */
function unresolved(table: Table): Row {
  const known = blanks.get(table) ?? Object.fromEntries(table.resolved.map((column) => [column, null]));
  blanks.set(table, known);
  return known;
}

/** Prepares the evidence columns of one document. */
export function stampFor(document: Document): Stamp {
  const { article, text } = document;
  const at = codePoints(text);
  const shown = article.rights !== 'hash_only';
  const source = {
    article_id: article.article_id,
    source_file: article.source_file,
    text_sha256: article.text_sha256,
    url: article.url,
    publisher: article.publisher,
    published_on: document.publishedOn,
  };
  const points = (span: Span): Span => ({ start: at(span.start), end: at(span.end) });
  const key: Stamp['key'] = (table, { span, row }) => keyOf(table, article.article_id, points(span), row as Row);
  return {
    key,
    row({ name, version, table }, finding) {
      const { start, end } = points(finding.span);
      const id = key(table, finding);
      return {
        [table.key]: id,
        ...unresolved(table),
        ...(finding.row as Row),
        ...source,
        char_start: start,
        char_end: end,
        quote: shown ? text.slice(finding.span.start, finding.span.end) : null,
        sentence: shown ? sentenceAround(document, finding.span) : null,
        extractor: `${name}@${version}`,
        confidence: Math.round(finding.confidence * 100) / 100,
        evidence_url: evidenceUrl(article.article_id, id),
      };
    },
  };
}

/** The sentence that holds the span; from the first to the last where it runs over several. */
function sentenceAround({ sentences, text }: Document, span: Span): string {
  const first = sentences[sentenceAt(sentences, span.start)];
  const last = sentences[sentenceAt(sentences, span.end - 1)];
  return text.slice(Math.min(first?.start ?? span.start, span.start), Math.max(last?.end ?? span.end, span.end));
}

/** Index of the last sentence that begins at or before the offset, at least 0. */
export const sentenceAt = (sentences: readonly Sentence[], offset: number): number =>
  Math.max(0, firstThat(sentences, ({ start }) => start > offset) - 1);
