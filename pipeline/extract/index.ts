import { rowCheck } from '#schemas/derive/row-check.ts';
import { type Extraction, extraction } from '#schemas/stages/extraction.ts';
import type { Row, Table } from '#schemas/table.ts';
import { groundedTables } from '#schemas/tables/index.ts';
import type { Document } from '../annotate/document.ts';
import type { Resources } from '../resources/index.ts';
import type { Span } from '../span.ts';
import { articleRow } from './article-row.ts';
import { extractors } from './extractors.ts';
import { packShingles, shingles } from './shingles.ts';
import { sentenceAt, stampFor } from './stamp.ts';

/** Everything one article states: rows with their evidence, validated. Throws only on a programming error. */
export function extract(document: Document, resources: Resources): Extraction {
  const stamp = stampFor(document);
  const rows: Record<string, Row[]> = Object.fromEntries(groundedTables.map((t) => [t.name, []]));
  const keys = new Set<string>();
  for (const extractor of extractors) {
    for (const finding of extractor.find(document, resources)) {
      if (!isFresh(document, finding.span)) continue;
      const row = stamp.row(extractor, finding);
      const key = String(row[extractor.table.key]);
      if (keys.has(key)) continue;
      keys.add(key);
      rows[extractor.table.name]!.push(row);
    }
  }
  const about = aboutArticle.parse({
    record_type: 'extraction',
    article: articleRow(document, rows),
    license: document.article.license,
    text: document.text,
    entities: document.entities,
    shingles: packShingles(shingles(document)),
  });
  for (const table of groundedTables) rows[table.name] = rows[table.name]!.map((row) => validRow(table, row));
  return { ...about, rows } as Extraction;
}

const aboutArticle = extraction.omit({ rows: true });

/** Throws where the schema refuses the row. */
const validRow = (table: Table, row: Row): Row => rowCheck(table)(row) ?? (table.row.parse(row) as Row);

/** False in boilerplate and where a block says again what an earlier one said: that is not stated twice. */
function isFresh({ blocks, sentences }: Document, span: Span): boolean {
  const sentence = sentences[sentenceAt(sentences, span.start)];
  const block = sentence && blocks[sentence.block];
  return block !== undefined && block.repeats === null && block.kind !== 'boilerplate';
}
