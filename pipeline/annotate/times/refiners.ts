import type { TimeReader } from './reader.ts';
import type { CalendarReading, Found, Reading } from './reading.ts';

export type TimeRefiner = (reader: TimeReader, found: readonly Found[]) => Found[];

/** Joins neighbours: `join` gets two that follow each other and says what they are together, or null. */
const joining =
  (join: (reader: TimeReader, a: Found, b: Found) => Found | null): TimeRefiner =>
  (reader, found) => {
    const out: Found[] = [];
    for (const next of found) {
      const last = out.at(-1);
      const joined = last ? join(reader, last, next) : null;
      if (joined) out[out.length - 1] = joined;
      else out.push(next);
    }
    return out;
  };

/** Words between two finds, joined by spaces; null where there are more than two. */
function between(reader: TimeReader, a: Found, b: Found): string | null {
  const gap = b.first - a.end;
  if (gap < 0 || gap > 2) return null;
  return Array.from({ length: gap }, (_, k) => reader.lower(a.end + k)).join(' ');
}

/** `Wednesday, May 13`: the day of the week adds nothing to the date. */
const weekdayBeforeDate = joining((reader, a, b) => {
  const isDate = b.reading.type === 'calendar' && b.reading.day !== null;
  if (a.reading.type !== 'weekday' || a.reading.toward !== null || !isDate) return null;
  return /^,?$/.test(between(reader, a, b) ?? '-') ? { ...b, first: a.first } : null;
});

const isDay = ({ type, ...rest }: Reading): boolean =>
  type === 'weekday' ||
  type === 'weekdayOf' ||
  type === 'either' ||
  (type === 'shifted' && 'unit' in rest && rest.unit === 'D') ||
  (type === 'calendar' && 'day' in rest && rest.day !== null);

/** `11 p.m. on Tuesday`, `May 5 at 3 p.m.`: one point in time. */
const dateAndClock = joining((reader, a, b) => {
  const words = between(reader, a, b);
  if (words === null) return null;
  const joined = (clock: Reading, date: Reading): Found | null =>
    clock.type === 'clock' && clock.date === null && isDay(date)
      ? { first: a.first, end: b.end, reading: { ...clock, date }, confidence: Math.min(a.confidence, b.confidence) }
      : null;
  if (/^(?:on|,)?$/.test(words))
    return joined(a.reading, b.reading) ?? (words === 'on' ? null : joined(b.reading, a.reading));
  return /^,? ?at$/.test(words) ? joined(b.reading, a.reading) : null;
});

/** `Friday of next week`, `last week Sunday`: a day of that week. */
const dayOfWeek = joining((reader, a, b) => {
  if (!/^(?:of|,|on)?$/.test(between(reader, a, b) ?? '-')) return null;
  const [day, week] = a.reading.type === 'weekday' ? [a.reading, b.reading] : [b.reading, a.reading];
  if (day.type !== 'weekday' || day.toward !== null || week.type !== 'shifted' || week.unit !== 'W') return null;
  if (week.part !== null) return null;
  const reading: Reading = { type: 'weekdayOf', weekday: day.weekday, weeks: week.by };
  return { first: a.first, end: b.end, reading, confidence: 0.8 };
});

/** `two weeks before Christmas`, `three days from tomorrow`: one day reckoned from another. */
const offset = joining((reader, a, b) => {
  const word = /^(?:after|from|before|following)$/.exec(between(reader, a, b) ?? '')?.[0];
  if (word === undefined || a.reading.type !== 'duration' || a.reading.toward !== null) return null;
  const { months, days } = a.reading;
  const isNow = b.reading.type === 'reference' && b.reading.value === 'PRESENT_REF' && word === 'from';
  const from: Reading = isNow ? { type: 'shifted', unit: 'D', by: 0, part: null } : b.reading;
  if ((months === 0 && days === 0) || (!isNow && !isDay(from) && from.type !== 'feast')) return null;
  const way = word === 'before' ? -1 : 1;
  const reading: Reading = { type: 'offset', months: way * months, days: way * days, from };
  return { first: a.first, end: b.end, reading, confidence: 0.8 };
});

/** `early 2009`, `mid-2011`, `the end of May`, `later this year`: the words belong to the expression. */
const edges: TimeRefiner = (reader, found) => found.map((f) => ({ ...f, first: edgeBefore(reader, f) }));

function edgeBefore(reader: TimeReader, { first, reading }: Found): number {
  if (!/^(?:calendar|era|weekday|weekdayOf|shifted|toward)$/.test(reading.type)) return first;
  const hyphen = reader.hyphen(first - 1) && !reader.isApart(first) ? 1 : 0;
  const part = first - 1 - hyphen;
  if (reader.is(part, 'part')) return reader.lower(part - 1) === 'the' ? part - 1 : part;
  if (reader.lower(first - 1) === 'of' && reader.is(first - 2, 'edge')) {
    return reader.lower(first - 3) === 'the' ? first - 3 : first - 2;
  }
  return first;
}

/** `the end of the year`, `the beginning of the month`: this one. */
const edgeOfUnit: TimeRefiner = (reader, found) => {
  const added: Found[] = [];
  for (let i = reader.first; i < reader.end; i++) {
    if (!reader.is(i, 'edge') || reader.lower(i + 1) !== 'of' || reader.lower(i + 2) !== 'the') continue;
    const unit = reader.unit(i + 3);
    if (unit?.count !== 1 || !/^(?:year|month|week)$/.test(reader.lower(i + 3))) continue;
    const first = reader.lower(i - 1) === 'the' ? i - 1 : i;
    const letter = unit.unit as 'W' | 'M' | 'Y';
    added.push({ first, end: i + 4, reading: { type: 'shifted', unit: letter, by: 0, part: null }, confidence: 0.7 });
  }
  if (added.length === 0) return [...found];
  return [...found, ...added].sort((a, b) => a.first - b.first || b.end - a.end);
};

/** `between March and May 2024`, `from May 3 to June 5, 2024`: the first takes the year of the second. */
const sharedYear: TimeRefiner = (reader, found) =>
  found.map((a, i) => {
    const b = found[i + 1];
    if (a.reading.type !== 'calendar' || a.reading.year !== null || b?.reading.type !== 'calendar') return a;
    if (b.reading.year === null || !/^(?:to|and|until|through|-|–|—|or)$/.test(between(reader, a, b) ?? '')) return a;
    return { ...a, reading: { ...a.reading, year: yearBefore(a.reading, b.reading) } };
  });

const yearBefore = (a: CalendarReading, b: CalendarReading): number =>
  b.year! - (a.month !== null && b.month !== null && a.month > b.month ? 1 : 0);

/** Every refiner, in order. */
export const timeRefiners: readonly TimeRefiner[] = [
  edgeOfUnit,
  weekdayBeforeDate,
  dayOfWeek,
  offset,
  dateAndClock,
  sharedYear,
  edges,
];
