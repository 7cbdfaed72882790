import type { Row, Table } from '#schemas/table.ts';
import { articles, rejects } from '#schemas/tables/index.ts';
import type { ReadRows } from './changes.ts';

/** source: an article or its metadata changed; pipeline: the code or its resources did. */
export type Cause = 'source' | 'pipeline';

/**
 * Tells why a cell (or, with `column` null, a row) differs. What one article decides changed by `source` where that article
 * came, went, or differs in its bytes, text or metadata. What the whole corpus decides — tables without evidence, columns
 * that `resolve` fills — changed by `source` where any input did: a new article may join any figure. All else is `pipeline`.
 */
export function causes(
  previous: ReadRows,
  current: ReadRows,
): (table: Table, row: Row, column: string | null) => Cause {
  const before = inputs(previous);
  const after = inputs(current);
  const moved = differing(before, after);
  return (table, row, column) => {
    const ofCorpus = column !== null && (table.resolved as readonly string[]).includes(column);
    const id = ofCorpus ? null : inputOf(table, row);
    return (id === null ? moved.size > 0 : moved.has(id)) ? 'source' : 'pipeline';
  };
}

/** The input that decides a row: its article, or the file of a reject; null where the whole corpus does. */
function inputOf(table: Table, row: Row): string | null {
  if (table.grounded || table.name === articles.name) return String(row.article_id);
  if (table.name === rejects.name) return rejectedFile(row);
  return null;
}

const rejectedFile = ({ source_file, record }: Row): string =>
  record === null ? `${source_file}` : `${source_file}#${record}`;

/** What identifies each input: by article, and by file for accepted and refused ones alike. */
function inputs(read: ReadRows): Map<string, string> {
  const found = new Map<string, string>();
  for (const row of read(articles)) {
    found.set(String(row.article_id), JSON.stringify(articleColumns.map((name) => row[name])));
    found.set(String(row.source_file), String(row.source_sha256));
  }
  for (const row of read(rejects)) found.set(rejectedFile(row), String(row.source_sha256));
  return found;
}

/** Bytes, text and the metadata that no extractor makes. */
const articleColumns = ['source_file', 'source_sha256', 'metadata_sha256', 'text_sha256', 'publisher', 'url', 'rights'];

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const [id, value] of before) if (after.get(id) !== value) moved.add(id);
  for (const id of after.keys()) if (!before.has(id)) moved.add(id);
  return moved;
}
