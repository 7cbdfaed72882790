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

/** Drops the evidence of rows. They have the same columns. */
export function* slim(rows: Iterable<Row>): Generator<Row> {
  let names: string[] | undefined;
  let blank: Row = {};
  for (const row of rows) {
    if (!names) {
      names = Object.keys(row).filter(isRead);
      // Parsed, then copied: an object to which names are added one by one would become a slow one.
      blank = JSON.parse(JSON.stringify(row, names)) as Row;
    }
    const kept: Record<string, Row[string]> = { ...blank };
    for (const name of names) kept[name] = row[name]!;
    yield kept;
  }
}
