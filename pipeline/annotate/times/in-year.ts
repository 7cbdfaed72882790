import { dayNumber, dayOf, isoDay, isoMonth, monthLength } from './calendar.ts';
import type { CalendarReading } from './reading.ts';
import { dated, type Ground, type Interval, monthOf, pad, type Resolved, unresolved, yearOf } from './resolved.ts';
import type { Tense } from './tense.ts';

/** A printed year, month, day or part of a year; a year that is not printed is the one that the tense allows. */
export function calendar(reading: CalendarReading, { anchor, tense }: Ground): Resolved {
  const { year, month, day, part } = reading;
  if (year !== null) return { ...full(reading, year), basis: 'stated' };
  const guess =
    anchor === null
      ? null
      : part !== null
        ? yearOfPart(part, anchor, tense)
        : month === null
          ? null
          : yearFor(month, day, anchor, tense);
  if (guess !== null) return { ...full(reading, guess), basis: 'relative' };
  const value = part === null ? `XXXX-${pad(month ?? 0)}${day === null ? '' : `-${pad(day)}`}` : `XXXX-${part}`;
  const precision = part === null ? (day === null ? 'month' : 'day') : partPrecision(part);
  return { ...unresolved('date', value, 'none'), precision };
}

/** A quarter or half year without its year: the last that had begun, or the next that has not ended. */
function yearOfPart(part: string, anchor: number, tense: Tense): number | null {
  const { year } = dayOf(anchor);
  const row = ofPart(year, part);
  if (row.from === null || (tense !== 'past' && tense !== 'future')) return null;
  const today = isoDay(anchor);
  return tense === 'past' ? year - (row.from > today ? 1 : 0) : year + (row.to! < today ? 1 : 0);
}

const partPrecision = (part: string): Resolved['precision'] =>
  part.startsWith('Q') ? 'quarter' : part.startsWith('H') ? 'range' : 'season';

/** A calendar reading in a year. */
export function full({ month, day, part }: CalendarReading, year: number): Resolved {
  if (part !== null) return ofPart(year, part);
  if (month === null) return dated(String(year), yearOf(year), 'year', 'stated');
  if (day === null) return dated(isoMonth(year, month), monthOf(year, month), 'month', 'stated');
  const number = dayNumber(year, month, day);
  return dated(isoDay(number), [number, number], 'day', 'stated');
}

/** Seasons have no first and last day: they differ by hemisphere and by custom. */
export function ofPart(year: number, part: string): Resolved {
  const value = `${year}-${part}`;
  const months = part.startsWith('Q') ? 3 : part.startsWith('H') ? 6 : 0;
  if (months === 0) return { ...unresolved('date', value, 'stated'), precision: 'season' };
  const first = (Number(part.slice(1)) - 1) * months + 1;
  const range: Interval = [dayNumber(year, first, 1), monthOf(year, first + months - 1)[1]];
  return dated(value, range, partPrecision(part), 'stated');
}

/** Year of a month or day whose year isn't printed: the nearest one that the tense allows, or null. */
function yearFor(month: number, day: number | null, anchor: number, tense: Tense): number | null {
  const now = dayOf(anchor);
  const place = (m: number, d: number): number => m * 32 + d;
  const [here, there] = [place(now.month, day === null ? 0 : now.day), place(month, day ?? 0)];
  const year = tense === 'past' ? now.year - (there > here ? 1 : 0) : now.year + (there < here ? 1 : 0);
  if (day !== null && day > monthLength(year, month)) return null;
  // “announced a debate on October 15”, printed on October 12: the tense is hardly that of the date.
  if (tense === 'past' && day !== null && year < now.year && isSoon(dayNumber(year + 1, month, day) - anchor))
    return null;
  if (tense === 'past' || tense === 'future') return year;
  if (there === here) return now.year;
  return day !== null && dayNumber(year, month, day) - anchor <= 60 && tense === 'present' ? year : null;
}

const isSoon = (days: number): boolean => days > 0 && days <= 30;

/** From one day or month to another. */
export function interval(from: CalendarReading, to: CalendarReading, ground: Ground): Resolved {
  const b = calendar(to, ground);
  // Both ends lie in the year that is found for the second.
  const year = from.year ?? (to.year === null && b.from !== null ? Number(b.from.slice(0, 4)) : null);
  const a = calendar({ ...from, year }, ground);
  const value = `${a.value}/${b.value}`;
  if (a.from === null || b.to === null || b.to < a.from)
    return { ...unresolved('date', value, 'none'), precision: 'range' };
  return { kind: 'date', value, from: a.from, to: b.to, precision: 'range', basis: b.basis };
}
