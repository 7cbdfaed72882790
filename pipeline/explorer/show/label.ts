import type { Row } from '../data/codebook.ts';
import { visible } from '../text/visible.ts';
import { day, withUnit } from './numbers.ts';

const said = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
const joined = (parts: readonly (string | null)[], by: string): string => parts.filter((p) => p !== null).join(by);

/** A word for each table, where one row is meant. */
export const singular: Readonly<Record<string, string>> = {
  articles: 'Article',
  rejects: 'Reject',
  mentions: 'Name',
  entities: 'Entity',
  affiliations: 'Role',
  statistics: 'Number',
  figures: 'Figure',
  event_mentions: 'Event report',
  participants: 'Participant',
  events: 'Event',
  dates: 'Date',
  quotations: 'Quotation',
};

/** What a row says, in a line. */
export function labelOf(table: string, row: Row): string {
  const label = (labels[table] ?? (() => null))(row);
  return visible(label || said(row.quote) || said(row[Object.keys(row)[0] ?? '']) || '—');
}

const labels: Readonly<Record<string, (row: Row) => string | null>> = {
  articles: (row) => said(row.title) ?? said(row.source_file),
  rejects: (row) => `${row.source_file}: ${said(row.reason_code)?.replaceAll('_', ' ')}`,
  mentions: (row) => said(row.quote),
  entities: (row) => said(row.name),
  affiliations: (row) =>
    joined(
      [said(row.person), joined([row.is_former ? 'former' : null, said(row.role)], ' '), said(row.organization)],
      ', ',
    ),
  statistics: (row) => joined([quantity(row), measured(row)], ' · '),
  figures: (row) => joined([rangeOf(row), measured(row)], ' · '),
  event_mentions: (row) => happening(row),
  participants: (row) => joined([said(row.role), said(row.participant)], ': '),
  events: (row) => happening(row),
  dates: (row) => joined([said(row.quote), said(row.value)], ' = '),
  quotations: (row) => joined([said(row.speaker), said(row.text) && `“${row.text}”`], ': '),
};

/** Money and percent by their codes; of all else the words of the text, where there are any. */
export const unitOf = (row: Row): string | null =>
  row.unit === null || row.unit === '%' || (row.currency ?? null) !== null
    ? said(row.unit)
    : (said(row.unit_text) ?? unitWords[String(row.unit)] ?? said(row.unit));

/** Codes that a reader would not know. */
const unitWords: Readonly<Record<string, string>> = {
  a: 'years',
  mo: 'months',
  wk: 'weeks',
  d: 'days',
  h: 'hours',
  min: 'minutes',
  s: 'seconds',
  har: 'hectares',
  L: 'litres',
};

const measured = (row: Row): string | null => joined([said(row.measure), said(row.subject)], ', ') || null;

const qualifiers: Readonly<Record<string, string>> = {
  approximate: 'about',
  at_least: 'at least',
  at_most: 'at most',
  more_than: 'more than',
  less_than: 'less than',
};

/** The value of a statistic with hedge and unit. */
function quantity(row: Row): string {
  const unit = unitOf(row);
  const shown = (value: unknown): string | null => (typeof value === 'number' ? withUnit(value, unit) : null);
  const range = joined([shown(row.value_low), shown(row.value_high)], '–');
  const value = shown(row.value) ?? (range || said(row.value_text) || '?');
  const hedge = qualifiers[String(row.qualifier)];
  return joined([row.polarity === 'negative' ? 'not' : null, hedge ?? null, value], ' ');
}

/** Best value of a figure, with its range where there is one. */
export function rangeOf(row: Row): string {
  const unit = unitOf(row);
  const best = withUnit(Number(row.best), unit);
  if (row.low === row.high) return best;
  return `${best} (${withUnit(Number(row.low), null)}–${withUnit(Number(row.high), unit)})`;
}

function happening(row: Row): string {
  const type = String(row.event_type);
  const kind = joined([type.slice(0, 1) + type.slice(1).toLowerCase(), said(row.event_mode)], ' / ');
  const who = joined([said(row.actor), said(row.recipient)], ' → ');
  const date = said(row.date_start);
  return joined([kind, who || null, said(row.place), date && day(date)], ' · ');
}
