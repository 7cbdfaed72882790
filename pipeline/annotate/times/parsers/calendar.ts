import { monthLength } from '../calendar.ts';
import type { TimeParser, TimeReader } from '../reader.ts';
import type { CalendarReading, Found } from '../reading.ts';
import { towards } from './relative.ts';

const calendar = (year: number | null, month: number | null, day: number | null): CalendarReading => ({
  type: 'calendar',
  year,
  month,
  day,
  part: null,
});

const exists = (year: number | null, month: number, day: number): boolean => day <= monthLength(year ?? 2000, month);

/** `2025-01-31`, `7/24/2003`, `24.7.2003`: day and month are told apart or it is none. */
export const numericDate: TimeParser = (reader, at) => {
  const text = reader.text(at);
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? splitIso(reader, at);
  if (iso) {
    const [year, month, day] = [Number(iso[1]), Number(iso[2]), Number(iso[3])];
    if (month < 1 || month > 12 || day < 1 || !exists(year, month, day)) return null;
    return reader.found(at, at + (text.length > 4 ? 1 : 5), calendar(year, month, day), 0.95);
  }
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$|^(\d{1,2})\/(\d{1,2})\/(\d\d)$/.exec(text);
  if (!slashed) return null;
  const [a, b] = [Number(slashed[1] ?? slashed[4]), Number(slashed[2] ?? slashed[5])];
  const year = slashed[3] === undefined ? fullYear(Number(slashed[6])) : Number(slashed[3]);
  const [month, day] = a > 12 ? [b, a] : [a, b];
  if (month < 1 || month > 12 || day < 1 || !exists(year, month, day)) return null;
  const isClear = a > 12 !== b > 12 || a === b;
  const one = calendar(year, month, day);
  if (!isClear && (day > 12 || !exists(year, day, month))) return null;
  return reader.found(at, at + 1, isClear ? one : { type: 'either', one, other: calendar(year, day, month) });
};

/** `07` is 2007, `71` is 1971. */
const fullYear = (short: number): number => short + (short < 50 ? 2000 : 1900);

function splitIso(reader: TimeReader, at: number): readonly string[] | null {
  if (reader.text(at).length !== 4 || reader.isApart(at + 1) || reader.text(at + 1) !== '-') return null;
  const text = [0, 1, 2, 3, 4].map((k) => reader.text(at + k)).join('');
  return /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
}

/** `January 5, 2025`, `Jan. 5`, `April 2nd`, `May 3-5`, `January 2025`, `October`. */
export const monthFirst: TimeParser = (reader, at) => {
  const month = reader.month(at);
  if (month === null) return null;
  const isShort = /^\p{Lu}\p{Ll}{2,3}$/u.test(reader.text(at)) && !reader.isApart(at + 1) && at + 2 < reader.end;
  const dot = isShort && reader.text(at + 1) === '.' ? 1 : 0;
  const next = at + 1 + dot;
  const day = reader.day(next);
  if (day !== null && !isCount(reader, next)) return withDay(reader, at, next, month, day);
  const spelled = withSpelledDay(reader, at, next, month);
  if (spelled) return spelled;
  const comma = reader.text(next) === ',' ? 1 : 0;
  const of = reader.lower(next) === 'of' ? 1 : 0;
  const year = reader.year(next + comma + of, true);
  if (year !== null && (comma === 0 || reader.year(next + comma) !== null)) {
    return reader.found(at, next + comma + of + 1, calendar(year, month, null), 0.95);
  }
  return isBareMonth(reader, at) ? reader.found(at, next, calendar(null, month, null), 0.8) : null;
};

/** `May twenty-first`, `September the tenth, 2001`; not “in May two people died”. */
function withSpelledDay(reader: TimeReader, at: number, next: number, month: number): Found | null {
  const the = reader.lower(next) === 'the' ? 1 : 0;
  const spelled = reader.spelledDay(next + the);
  const isOrdinal = spelled !== null && reader.numbers.ordinals.has(reader.lower(spelled.end - 1));
  if (!spelled || !isOrdinal || !exists(null, month, spelled.day)) return null;
  if (/^(?:NOUN|PROPN|ADJ)$/.test(reader.tokens[spelled.end]?.pos ?? '')) return null;
  const comma = reader.text(spelled.end) === ',' ? 1 : 0;
  const year = reader.year(spelled.end + comma);
  const end = year === null ? spelled.end : spelled.end + comma + 1;
  return reader.found(at, end, calendar(year, month, spelled.day), 0.85);
}

/** Does the number count something ("In March 12 people died")? */
const isCount = (reader: TimeReader, at: number): boolean =>
  reader.is(at + 1, 'counted') || reader.numbers.scales.get(reader.lower(at + 1))?.use === 'word';

/** “May 3 [to] 5”, “April 9th [through] 17th”, “between May 3 [and] 5”; nothing is counted behind it. */
function isLink(reader: TimeReader, first: number, at: number): boolean {
  const word = reader.lower(at);
  const isJoined =
    /^(?:to|through|until|till)$/.test(word) || (word === 'and' && reader.lower(first - 1) === 'between');
  return isJoined && !/^(?:NOUN|PROPN|NUM|SYM)$/.test(reader.tokens[at + 2]?.pos ?? '') && !isCount(reader, at + 1);
}

/** `4-22 January 1995`, `from 3 to 12 of September`, `between 4 and 22 January`. */
export const dayRange: TimeParser = (reader, at) => {
  const code = reader.lower(at).charCodeAt(0);
  if (code < 48 || code > 57) return null;
  const before = reader.lower(at - 1);
  const link = reader.lower(at + 1);
  const isLinked =
    reader.hyphen(at + 1) ||
    (before === 'from' && /^(?:to|until|till|through)$/.test(link)) ||
    (before === 'between' && link === 'and');
  const last = isLinked ? reader.day(at + 2) : null;
  const from = last === null ? null : reader.day(at);
  if (from === null || last === null || last <= from) return null;
  const of = reader.lower(at + 3) === 'of' ? 1 : 0;
  const month = reader.month(at + 3 + of);
  if (month === null || !exists(null, month, last)) return null;
  const next = at + 4 + of;
  const comma = reader.text(next) === ',' ? 1 : 0;
  const year = reader.year(next + comma);
  const [a, b] = [calendar(year, month, from), calendar(year, month, last)];
  return reader.found(at, year === null ? next : next + comma + 1, { type: 'interval', from: a, to: b });
};

/** `the first Friday of July`, `the last Monday in May 2021`, `the third Wednesday of next month`. */
export const nthWeekday: TimeParser = (reader, at) => {
  const the = reader.lower(at) === 'the' ? 1 : 0;
  const weekday = reader.weekday(at + the + 1);
  if (weekday === null) return null;
  const word = reader.lower(at + the);
  const count = word === 'last' || word === 'final' ? -1 : reader.numbers.ordinals.get(word);
  if (count === undefined || count > 5 || !/^(?:of|in)$/.test(reader.lower(at + the + 2))) return null;
  const of = monthFirst(reader, at + the + 3) ?? towards(reader, at + the + 3);
  const isMonth =
    (of?.reading.type === 'calendar' && of.reading.month !== null && of.reading.day === null) ||
    (of?.reading.type === 'shifted' && of.reading.unit === 'M');
  return of && isMonth ? reader.found(at, of.end, { type: 'nth', weekday, count, of: of.reading }, 0.9) : null;
};

function withDay(reader: TimeReader, first: number, at: number, month: number, day: number) {
  if (!exists(null, month, day)) return null;
  let end = at + 1;
  const last = reader.hyphen(end) || isLink(reader, first, end) ? reader.day(end + 1) : null;
  if (last !== null && last > day && exists(null, month, last)) end += 2;
  const comma = reader.text(end) === ',' || reader.lower(end) === 'of' ? 1 : 0;
  const year = reader.year(end + comma, true);
  if (year !== null) end += comma + 1;
  const from = calendar(year, month, day);
  if (!exists(year, month, day)) return null;
  const isRange = last !== null && last > day;
  const to = calendar(year, month, last);
  return reader.found(first, end, isRange ? { type: 'interval', from, to } : from, 0.95);
}

/** Names that are words as well ("May", "March", "Mar-a-Lago") need company; all need to look like a time. */
function isBareMonth(reader: TimeReader, at: number): boolean {
  if (reader.hyphen(at + 1) && !reader.isApart(at + 1)) return false;
  if (reader.hyphen(at - 1) && !reader.isApart(at)) return false;
  const isWord = /^(?:may|march|mar)$/.test(reader.lower(at));
  if (reader.is(at - 1, 'before')) return !(isWord && /^(?:and|or|at|for|of|to)$/.test(reader.lower(at - 1)));
  if (isWord || reader.text(at).length < 4) return false;
  return !(reader.isCapital(at + 1) && reader.isCapital(at - 1)) && reader.tokens[at + 1]?.text !== '’s';
}

/** `13 April 2024`, `11 December`, `the 5th of May`. */
export const dayFirst: TimeParser = (reader, at) => {
  const the = reader.lower(at) === 'the' ? 1 : 0;
  const day = reader.day(at + the);
  if (day === null) return spelledFirst(reader, at, at + the);
  const of = reader.lower(at + the + 1) === 'of' ? 1 : 0;
  if (the === 1 && of === 0 && !/[a-z]$/.test(reader.lower(at + the))) return null;
  const month = reader.month(at + the + 1 + of);
  if (month === null || !exists(null, month, day)) return null;
  let end = at + the + 2 + of;
  if (reader.text(end) === '.' && reader.text(end - 1).length <= 4 && reader.year(end + 1) !== null) end++;
  const comma = reader.text(end) === ',' && reader.year(end + 1) !== null ? 1 : 0;
  const year = reader.year(end + comma, true);
  if (year !== null) end += comma + 1;
  if (!exists(year, month, day)) return null;
  return reader.found(at, end, calendar(year, month, day), year === null ? 0.9 : 0.95);
};

/** `the twenty-first of May`, `the tenth of September, 2001`. */
function spelledFirst(reader: TimeReader, first: number, at: number): Found | null {
  const spelled = reader.spelledDay(at);
  const month = spelled && reader.lower(spelled.end) === 'of' ? reader.month(spelled.end + 1) : null;
  if (!spelled || month === null || !reader.numbers.ordinals.has(reader.lower(spelled.end - 1))) return null;
  if (!exists(null, month, spelled.day)) return null;
  const end = spelled.end + 2;
  const comma = reader.text(end) === ',' ? 1 : 0;
  const year = reader.year(end + comma);
  const reading = calendar(year, month, spelled.day);
  return reader.found(first, year === null ? end : end + comma + 1, reading, 0.85);
}
