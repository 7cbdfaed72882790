import type { Row, RowOf, Table } from '#schemas/table.ts';

/** Columns by which nothing is joined, and which take most of a row. */
const unread = [
  'source_file',
  'text_sha256',
  'url',
  'publisher',
  'quote',
  'sentence',
  'extractor',
  'confidence',
] as const;

/** A row without its evidence: all rows of a table are held at once while they are joined. */
export type Slim<T extends Table> = Omit<RowOf<T>, (typeof unread)[number]>;

const isRead = (name: string): boolean => !(unread as readonly string[]).includes(name);

/** Drops the evidence of rows. */
export function* slim(rows: Iterable<Row>): Generator<Row> {
  for (const row of rows) {
    const kept: Record<string, Row[string]> = {};
    for (const name in row) if (isRead(name)) kept[name] = row[name]!;
    yield kept;
  }
}
