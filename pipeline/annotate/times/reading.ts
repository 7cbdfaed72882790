import type { TimeUnit } from '../../resources/times.ts';

/** A day, month, quarter, season or year as far as the words say. */
export interface CalendarReading {
  readonly type: 'calendar';
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** `Q3`, `H1`, or the code of a season. */
  readonly part: string | null;
}

/** What the words of a time expression mean, before it is reckoned from the day of publication. */
export type Reading =
  | CalendarReading
  /** A decade (1990) or century (1900). */
  | { readonly type: 'era'; readonly start: number; readonly years: 10 | 100 }
  | { readonly type: 'weekday'; readonly weekday: number; readonly toward: -1 | 0 | 1 | null }
  /** `by` units from the day of publication, as fine as the unit: yesterday, last month, two years ago. */
  | {
      readonly type: 'shifted';
      readonly unit: Exclude<TimeUnit, 'TH' | 'TM' | 'TS'>;
      readonly by: number;
      readonly part: string | null;
    }
  /** A month or season of last, this or next year or the nearest one: "last March". */
  | { readonly type: 'toward'; readonly of: CalendarReading; readonly toward: -1 | 0 | 1 }
  /** A date in digits whose day and month may change places: "7/8/2007". */
  | { readonly type: 'either'; readonly one: CalendarReading; readonly other: CalendarReading }
  /** A day of the week within last, this or next week: "Friday of next week". */
  | { readonly type: 'weekdayOf'; readonly weekday: number; readonly weeks: number }
  /** The first (1) to fifth or last (-1) weekday of a month: "the second Tuesday of November". */
  | { readonly type: 'nth'; readonly weekday: number; readonly count: number; readonly of: Reading }
  /** The first (1) or last (-1) week of a year. */
  | { readonly type: 'weekOfYear'; readonly year: number; readonly count: 1 | -1 }
  /** So many days or months from another day: "two weeks before Christmas". */
  | { readonly type: 'offset'; readonly months: number; readonly days: number; readonly from: Reading }
  | { readonly type: 'reference'; readonly value: string }
  | { readonly type: 'clock'; readonly clock: string; readonly date: Reading | null }
  /** A length; `toward` where it ends or begins on the day of publication ("the past five years"). */
  | {
      readonly type: 'duration';
      readonly value: string;
      readonly months: number;
      readonly days: number;
      readonly toward: -1 | 1 | null;
    }
  | { readonly type: 'set'; readonly value: string }
  /** A day that has a name; see `time-holidays.txt` for the rules. */
  | { readonly type: 'feast'; readonly rule: string; readonly year: number | null }
  /** A year of accounts, which begins when its owner says. */
  | { readonly type: 'fiscal'; readonly year: number }
  /** Two ends written as one: "May 3-5", "2023-24". */
  | { readonly type: 'interval'; readonly from: CalendarReading; readonly to: CalendarReading };

/** What a parser found: a run of tokens and its meaning. */
export interface Found {
  readonly first: number;
  readonly end: number;
  readonly reading: Reading;
  readonly confidence: number;
}
