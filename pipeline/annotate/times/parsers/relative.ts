import { phraseAt } from '../../../resources/phrases.ts';
import type { TimeParser, TimeReader } from '../reader.ts';
import type { CalendarReading, Found, Reading } from '../reading.ts';
import { durationOf } from './durations.ts';

/** `yesterday`, `this morning`, `annually`, `recently`: see `time-phrases.txt`. */
export const phrase: TimeParser = (reader, at) => {
  const found = phraseAt(reader.words.phrases, reader.tokens, at, reader.end);
  if (!found || (reader.hyphen(found.end) && !reader.isApart(found.end))) return null;
  // Titles of papers and programmes: "Latin America Daily Briefing", "USA Today".
  if (reader.isCapital(at) && at > reader.first && !/^[“"‘'—–:(-]$/.test(reader.text(at - 1))) return null;
  const { kind, value, part } = found.value;
  return reader.found(at, found.end, phraseReading(kind, value, part));
};

function phraseReading(kind: string, value: string, part: string | null): Reading {
  if (kind === 'set') return { type: 'set', value };
  const days = /^D([+-]\d)$/.exec(value);
  return days ? { type: 'shifted', unit: 'D', by: Number(days[1]), part } : { type: 'reference', value };
}

/** `Christmas Day`, `New Year's Eve`: days that have a name. */
export const holiday: TimeParser = (reader, at) => {
  if (!reader.isCapital(at)) return null;
  const found = phraseAt(reader.words.holidays, reader.tokens, at, reader.end);
  if (!found) return null;
  // “Christmas sales”, “a Halloween costume”: of no one year.
  const isWhole = /(?:day|eve)$/.test(reader.lower(found.end - 1));
  const isOfNoun = found.end < reader.end && /^(?:NOUN|PROPN|ADJ|CCONJ)$/.test(reader.tokens[found.end]!.pos);
  if (!isWhole && isOfNoun) {
    const value = /^\d\d-\d\d$/.test(found.value) ? `XXXX-${found.value}` : 'XXXX-XX-XX';
    return reader.found(at, found.end, { type: 'reference', value }, 0.6);
  }
  const of = reader.lower(found.end) === 'of' ? 1 : 0;
  const year = reader.year(found.end + of);
  const end = found.end + (year === null ? 0 : of + 1);
  return reader.found(at, end, { type: 'feast', rule: found.value, year }, 0.8);
};

/** `Wednesday`, `last Tuesday`, `Friday morning`. */
export const weekday: TimeParser = (reader, at) => {
  const toward = direction(reader, at);
  const first = toward === null ? at : at + 1;
  const day = reader.weekday(first);
  if (day === null || isName(reader, first)) return null;
  if (reader.lower(first).endsWith('days')) {
    return reader.found(first, first + 1, { type: 'set', value: `XXXX-WXX-${day}` }, 0.7);
  }
  const reading: Reading = { type: 'weekday', weekday: day, toward };
  return withPart(reader, at, first + 1, reading);
};

/** "Black Friday", "Sunday Times", "Sun Microsystems": abbreviations need a full stop or a date beside them. */
function isName(reader: TimeReader, at: number): boolean {
  const isShort = reader.text(at).length < 6;
  if (isShort)
    return !(reader.lower(at).endsWith('.') || reader.month(at + 2) !== null || reader.month(at + 1) !== null);
  const [before, after] = [reader.tokens[at - 1], reader.tokens[at + 1]];
  const isNext =
    after !== undefined && after.pos === 'PROPN' && reader.isCapital(at + 1) && reader.month(at + 1) === null;
  return isNext || (before?.lower ?? '') === 'black' || before?.lower === 'super' || before?.lower === 'bloody';
}

function withPart(reader: TimeReader, first: number, end: number, date: Reading): Found {
  const part = reader.words.dayparts.get(reader.lower(end));
  if (part === undefined) return reader.found(first, end, date);
  return reader.found(first, end + 1, { type: 'clock', clock: part, date });
}

const direction = (reader: TimeReader, at: number): -1 | 0 | 1 | null =>
  reader.is(at, 'last') ? -1 : reader.is(at, 'next') ? 1 : reader.is(at, 'this') ? 0 : null;

/** `last month`, `this year`, `the previous quarter`, `next week`, `this weekend`, `last March`, `last summer`. */
export const towards: TimeParser = (reader, at) => {
  const the = reader.lower(at) === 'the' ? 1 : 0;
  const toward = direction(reader, at + the);
  if (toward === null || (the === 1 && toward === 0)) return null;
  const next = at + the + 1;
  const unit = reader.unit(next);
  if (unit && !reader.lower(next).endsWith('s')) {
    if (unit.unit.startsWith('T') || unit.count !== 1) return the === 1 ? windowOf(reader, at, next, toward) : null;
    // “the previous month”: before the one that was told of, whichever that is.
    if (reader.is(at + the, 'told')) return reader.found(at, next + 1, { type: 'reference', value: 'PAST_REF' }, 0.7);
    const letter = unit.unit as 'D' | 'W' | 'M' | 'Q' | 'Y';
    return reader.found(at, next + 1, { type: 'shifted', unit: letter, by: toward, part: null }, 0.85);
  }
  if (reader.lower(next) === 'weekend') {
    return reader.found(at, next + 1, { type: 'shifted', unit: 'W', by: toward, part: 'WE' }, 0.8);
  }
  const month = reader.month(next);
  const part = month === null ? reader.words.seasons.get(reader.lower(next)) : null;
  if (month === null && part === undefined) return null;
  const of: CalendarReading = { type: 'calendar', year: null, month, day: null, part: part ?? null };
  return reader.found(at, next + 1, { type: 'toward', of, toward }, 0.8);
};

/** `later in the year`, `earlier in the week`: this one. */
export const inUnit: TimeParser = (reader, at) => {
  if (!/^(?:earlier|later)$/.test(reader.lower(at)) || reader.lower(at + 1) !== 'in') return null;
  if (reader.lower(at + 2) !== 'the' || !/^(?:week|month|year)$/.test(reader.lower(at + 3))) return null;
  const unit = reader.unit(at + 3)!.unit as 'W' | 'M' | 'Y';
  return reader.found(at, at + 4, { type: 'shifted', unit, by: 0, part: null }, 0.7);
};

/** `the last hour`, `the past decade`: a length that ends or begins now. */
function windowOf(reader: TimeReader, first: number, at: number, toward: -1 | 0 | 1): Found | null {
  const length = toward === 0 ? null : durationOf(reader, at, 1, at + 1);
  return length && reader.found(first, length.end, { ...length.reading, toward: toward === -1 ? -1 : 1 });
}

/** `in the past five years`, `the next six months`, `the last few days`, `the coming weeks`. */
export const window: TimeParser = (reader, at) => {
  const the = reader.is(at, 'article') || reader.lower(at) === 'these' ? 1 : 0;
  const toward =
    reader.is(at + the, 'past') || reader.is(at + the, 'last') ? -1 : reader.is(at + the, 'next') ? 1 : null;
  if (toward === null) return null;
  const next = at + the + 1;
  const number = reader.number(next);
  const few = reader.is(next, 'few') ? 1 : 0;
  const isDecade = number === null && (reader.is(at + the, 'past') || few === 1 || reader.lower(next).endsWith('s'));
  const count = number?.value ?? (isDecade ? (few || reader.lower(next).endsWith('s') ? null : 1) : undefined);
  if (count === undefined) return null;
  const length = durationOf(reader, at, count, number?.end ?? next + few);
  return length && reader.found(at, length.end, { ...length.reading, toward });
};

/** `two years ago`, `a week ago`. */
export const ago: TimeParser = (reader, at) => {
  const number = reader.number(at);
  const count = number?.value ?? (/^an?$/.test(reader.lower(at)) ? 1 : null);
  const end = number?.end ?? at + 1;
  const unit = count === null ? undefined : reader.unit(end);
  if (!unit || count === null || !reader.is(end + 1, 'ago')) return null;
  const by = -count * unit.count;
  if (unit.unit.startsWith('T') || !Number.isInteger(by)) {
    return reader.found(at, end + 2, { type: 'reference', value: 'PAST_REF' }, 0.7);
  }
  const letter = unit.unit as 'D' | 'W' | 'M' | 'Q' | 'Y';
  return reader.found(at, end + 2, { type: 'shifted', unit: letter, by, part: null });
};
