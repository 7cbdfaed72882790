import type { TimeExpression } from '../document.ts';
import { dayNumber, isoDay, monthLength } from './calendar.ts';
import type { Tense } from './tense.ts';

/** What a reading comes to. */
export type Resolved = Pick<TimeExpression, 'kind' | 'value' | 'from' | 'to' | 'precision' | 'basis'>;

/** What is known besides the words: the day of publication, the tense, the day meant last in the sentence. */
export interface Ground {
  readonly anchor: number | null;
  readonly tense: Tense;
  readonly day: string | null;
}

/** First and last day, as day numbers. */
export type Interval = readonly [from: number, to: number];

/** A row that no day is known of. */
export const unresolved = (kind: Resolved['kind'], value: string | null, basis: Resolved['basis']): Resolved => ({
  kind,
  value,
  from: null,
  to: null,
  precision: null,
  basis,
});

/** A row of whole days, the first and the last. */
export const dated = (
  value: string,
  [from, to]: Interval,
  precision: Resolved['precision'],
  basis: Resolved['basis'],
): Resolved => ({
  kind: 'date',
  value,
  from: isoDay(from),
  to: isoDay(to),
  precision,
  basis,
});

/** Two digits. */
export const pad = (n: number): string => String(n).padStart(2, '0');
/** First and last day of a year. */
export const yearOf = (year: number): Interval => [dayNumber(year, 1, 1), dayNumber(year, 12, 31)];
/** First and last day of a month. */
export const monthOf = (year: number, month: number): Interval => [
  dayNumber(year, month, 1),
  dayNumber(year, month, monthLength(year, month)),
];
