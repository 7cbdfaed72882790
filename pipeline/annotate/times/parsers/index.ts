import type { TimeParser } from '../reader.ts';
import { dayFirst, dayRange, monthFirst, nthWeekday, numericDate } from './calendar.ts';
import { clock } from './clock.ts';
import { length, many, partial, set, whole } from './durations.ts';
import { ago, holiday, inUnit, phrase, towards, weekday, window } from './relative.ts';
import { bareYear, decade, fiscal, quarter, season, weekOfYear, yearFirst } from './years.ts';

/** Every parser of time, in order: of two readings of equal length at one token the earlier in this list stands. */
export const timeParsers: readonly TimeParser[] = [
  numericDate,
  dayRange,
  dayFirst,
  monthFirst,
  nthWeekday,
  holiday,
  clock,
  ago,
  weekday,
  window,
  towards,
  inUnit,
  quarter,
  yearFirst,
  weekOfYear,
  season,
  decade,
  fiscal,
  set,
  phrase,
  bareYear,
  length,
  partial,
  whole,
  many,
];
