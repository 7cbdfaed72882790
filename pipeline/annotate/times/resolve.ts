import { dayNumber, dayOf, isoDay, isoMonth, isoWeek, monthLength, readIsoDay, weekdayOf } from './calendar.ts';
import { dayOfFeast } from './feasts.ts';
import { calendar, full, interval, ofPart } from './in-year.ts';
import type { CalendarReading, Reading } from './reading.ts';
import { dated, type Ground, monthOf, type Resolved, unresolved, yearOf } from './resolved.ts';

/** Reckons a reading. Nothing is reckoned from an unknown day of publication, and a past tense gets no date after it. */
export function resolve(reading: Reading, ground: Ground): Resolved {
  switch (reading.type) {
    case 'calendar':
      return calendar(reading, ground);
    case 'interval':
      return interval(reading.from, reading.to, ground);
    case 'era':
      return era(reading.start, reading.years);
    case 'weekday':
      return weekday(reading.weekday, reading.toward, ground);
    case 'shifted':
      return shifted(reading, ground);
    case 'either':
      return either(reading, ground);
    case 'weekdayOf':
      return dayOfWeek(reading, ground);
    case 'nth':
      return nth(reading, ground);
    case 'weekOfYear':
      return weekOfYear(reading);
    case 'offset':
      return offset(reading, ground);
    case 'toward':
      return toward(reading.of, reading.toward, ground);
    case 'clock':
      return clock(reading.clock, reading.date, ground);
    case 'duration':
      return duration(reading, ground);
    case 'feast':
      return feast(reading, ground);
    case 'fiscal':
      return { ...unresolved('date', `FY${reading.year}`, 'stated'), precision: 'year' };
    case 'set':
      return unresolved('set', reading.value, 'stated');
    case 'reference':
      return unresolved('date', reading.value, 'none');
  }
}

/** The feast of the printed year, else the last or next one that the tense allows. */
function feast({ rule, year }: Extract<Reading, { type: 'feast' }>, { anchor, tense }: Ground): Resolved {
  const on = (day: number, basis: Resolved['basis']) => dated(isoDay(day), [day, day], 'day', basis);
  if (year !== null) return on(dayOfFeast(rule, year), 'stated');
  const now = anchor === null ? null : dayOf(anchor).year;
  const days = now === null ? [] : [-1, 0, 1].map((by) => dayOfFeast(rule, now + by));
  const day =
    tense === 'past'
      ? days.findLast((each) => each <= anchor!)
      : tense === 'future'
        ? days.find((each) => each >= anchor!)
        : undefined;
  const fixed = /^\d\d-\d\d$/.test(rule) ? `XXXX-${rule}` : null;
  return day === undefined ? { ...unresolved('date', fixed, 'none'), precision: 'day' } : on(day, 'relative');
}

function era(start: number, years: 10 | 100): Resolved {
  // Centuries are counted from the year 1, decades from their round number.
  const first = years === 100 ? start + 1 : start;
  const value = years === 100 ? String(start / 100).padStart(2, '0') : String(start / 10);
  return dated(
    value,
    [dayNumber(first, 1, 1), dayNumber(first + years - 1, 12, 31)],
    years === 100 ? 'century' : 'decade',
    'stated',
  );
}

function weekday(wanted: number, direction: -1 | 0 | 1 | null, { anchor, tense }: Ground): Resolved {
  const isToday = anchor !== null && weekdayOf(anchor) === wanted && direction === null;
  const way = direction === -1 ? 'past' : direction === 1 ? 'future' : isToday ? 'past' : tense;
  if (anchor === null || (way !== 'past' && way !== 'future')) {
    return { ...unresolved('date', `XXXX-WXX-${wanted}`, 'none'), precision: 'day' };
  }
  const back = (weekdayOf(anchor) - wanted + 7) % 7;
  const isStrict = direction === -1 || direction === 1;
  const day =
    way === 'past' ? anchor - (back === 0 && isStrict ? 7 : back) : anchor + ((7 - back) % 7 || (isStrict ? 7 : 0));
  return dated(isoDay(day), [day, day], 'day', 'relative');
}

function shifted({ unit, by, part }: Extract<Reading, { type: 'shifted' }>, { anchor }: Ground): Resolved {
  if (anchor === null) return unresolved(part !== null && part !== 'WE' ? 'time' : 'date', null, 'none');
  const { year, month } = dayOf(anchor);
  if (unit === 'D') return ofDay(anchor + by, part);
  if (unit === 'W') {
    const monday = anchor + by * 7 - weekdayOf(anchor) + 1;
    if (part === 'WE') return dated(`${isoWeek(monday)}-WE`, [monday + 5, monday + 6], 'day', 'relative');
    return dated(isoWeek(monday), [monday, monday + 6], 'week', 'relative');
  }
  if (unit === 'Y') return { ...yearRow(year + by), basis: 'relative' };
  const index = year * 12 + month - 1 + by * (unit === 'Q' ? 3 : 1);
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  if (y < 1) return unresolved('date', null, 'none');
  if (unit === 'Q') return { ...ofPart(y, `Q${Math.floor((m - 1) / 3) + 1}`), basis: 'relative' };
  return dated(isoMonth(y, m), monthOf(y, m), 'month', 'relative');
}

const yearRow = (year: number): Resolved =>
  year >= 1 && year < 10000
    ? dated(String(year).padStart(4, '0'), yearOf(year), 'year', 'stated')
    : unresolved('date', null, 'none');

function ofDay(day: number, part: string | null): Resolved {
  const row = dated(isoDay(day), [day, day], 'day', 'relative');
  return part === null ? row : { ...row, kind: 'time', value: `${row.value}T${part}` };
}

/** "7/8/2007": the reading that lies within a fortnight of publication, where the other does not; else the year is all that is sure. */
function either({ one, other }: Extract<Reading, { type: 'either' }>, ground: Ground): Resolved {
  const [a, b] = [calendar(one, ground), calendar(other, ground)];
  const isNear = ({ from }: Resolved): boolean =>
    ground.anchor !== null && from !== null && Math.abs(readIsoDay(from)! - ground.anchor) <= 14;
  if (isNear(a) !== isNear(b)) return isNear(a) ? a : b;
  return { ...unresolved('date', `${one.year}-XX-XX`, 'none'), precision: 'day' };
}

/** "Friday of next week". */
function dayOfWeek({ weekday, weeks }: Extract<Reading, { type: 'weekdayOf' }>, { anchor, tense }: Ground): Resolved {
  const isAhead = anchor !== null && weeks === 0 && weekday > weekdayOf(anchor);
  if (anchor === null || (isAhead && tense === 'past'))
    return { ...unresolved('date', `XXXX-WXX-${weekday}`, 'none'), precision: 'day' };
  return ofDay(anchor - weekdayOf(anchor) + weekday + 7 * weeks, null);
}

/** "the first Friday of July", "the last Monday of next month". */
function nth({ weekday, count, of }: Extract<Reading, { type: 'nth' }>, ground: Ground): Resolved {
  const within = resolve(of, ground);
  if (within.precision !== 'month' || within.from === null || within.to === null) {
    const month = /^XXXX-\d\d/.exec(within.value ?? '')?.[0];
    const value = month === undefined || count < 1 ? null : `${month}-WXX-${weekday}-#${count}`;
    return { ...unresolved('date', value, 'none'), precision: 'day' };
  }
  const [first, last] = [readIsoDay(within.from)!, readIsoDay(within.to)!];
  const day =
    count > 0
      ? first + ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7
      : last - ((weekdayOf(last) - weekday + 7) % 7);
  return day > last ? unresolved('date', null, 'none') : { ...ofDay(day, null), basis: within.basis };
}

function weekOfYear({ year, count }: Extract<Reading, { type: 'weekOfYear' }>): Resolved {
  // The fourth of January lies in the first ISO week, the twenty-eighth of December in the last.
  const inside = count === 1 ? dayNumber(year, 1, 4) : dayNumber(year, 12, 28);
  const monday = inside - weekdayOf(inside) + 1;
  return dated(isoWeek(monday), [monday, monday + 6], 'week', 'stated');
}

/** "two weeks before Christmas", "three days from tomorrow": null where the other day is not known. */
function offset({ months, days, from }: Extract<Reading, { type: 'offset' }>, ground: Ground): Resolved {
  const base = resolve(from, ground);
  if (base.precision !== 'day' || base.from === null) return unresolved('date', null, 'none');
  const { year, month, day } = dayOf(readIsoDay(base.from)! + days);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  if (y < 1 || y > 9999) return unresolved('date', null, 'none');
  const row = ofDay(dayNumber(y, m, Math.min(day, monthLength(y, m))), null);
  return { ...row, basis: base.basis };
}

/** "last March", "this summer", "next May". */
function toward(of: CalendarReading, way: -1 | 0 | 1, { anchor }: Ground): Resolved {
  if (anchor === null) return calendar(of, { anchor, tense: 'none', day: null });
  const now = dayOf(anchor);
  const last = of.month ?? { SP: 5, SU: 8, FA: 11, WI: 2 }[of.part ?? 'SP'] ?? 12;
  const year = now.year + (way === 0 ? 0 : way === -1 ? (last < now.month ? 0 : -1) : last > now.month ? 0 : 1);
  return { ...full(of, year), basis: 'relative' };
}

function clock(time: string, date: Reading | null, ground: Ground): Resolved {
  const on = date ? resolve(date, ground) : null;
  const value = on ? on.value : ground.day;
  const row = { ...unresolved('time', `${value ?? 'XXXX-XX-XX'}${time.startsWith('T') ? '' : 'T'}${time}`, 'none') };
  const precision = time.includes(':') ? (time.includes(':00') ? 'hour' : 'minute') : null;
  if (on) return { ...row, from: on.from, to: on.to, precision, basis: on.basis };
  return value === null ? { ...row, precision } : { ...row, from: value, to: value, precision, basis: 'inferred' };
}

function duration(reading: Extract<Reading, { type: 'duration' }>, { anchor }: Ground): Resolved {
  const row = unresolved('duration', reading.value, 'stated');
  if (reading.toward === null || anchor === null || reading.months + reading.days === 0) return row;
  const other = anchor + reading.toward * reading.days;
  const { year, month, day } = dayOf(other);
  const index = year * 12 + month - 1 + reading.toward * reading.months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  if (y < 1 || y > 9999) return row;
  const end = dayNumber(y, m, Math.min(day, monthLength(y, m)));
  const [from, to] = reading.toward === -1 ? [end, anchor] : [anchor, end];
  return { ...row, from: isoDay(from), to: isoDay(to), precision: 'range', basis: 'relative' };
}
