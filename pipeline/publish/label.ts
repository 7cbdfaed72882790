import type { Row } from '#schemas/table.ts';

/** Columns that together say what a row of a table is about. */
const telling: Readonly<Record<string, readonly string[]>> = {
  articles: ['title', 'publisher'],
  figures: ['measure', 'subject', 'place', 'period_start'],
  statistics: ['measure', 'subject', 'place', 'publisher'],
  events: ['event_type', 'actor', 'recipient', 'place', 'date_start'],
  event_mentions: ['event_type', 'actor', 'recipient', 'place', 'publisher'],
  affiliations: ['person', 'role', 'organization'],
  quotations: ['speaker', 'publisher'],
};

/** Columns of which one says what a row of any other table is about. */
const any = ['name', 'participant', 'quote', 'source_file'];

/** What a row is about, in its own words; null where it says nothing. */
export function labelOf(table: string, row: Row): string | null {
  const words = (telling[table] ?? any.filter((name) => typeof row[name] === 'string').slice(0, 1)).flatMap(
    (name) => row[name] ?? [],
  );
  return words.length > 0 ? words.join(', ') : null;
}
