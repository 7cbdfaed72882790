import type { TimeParser, TimeReader } from '../reader.ts';
import type { CalendarReading, Found } from '../reading.ts';

const ofYear = (year: number, part: string | null = null): CalendarReading => ({
  type: 'calendar',
  year,
  month: null,
  day: null,
  part,
});

/** `2023`, `2023-24`, `1887` after a preposition, `mid-2011`, `fiscal 2024`. */
export const bareYear: TimeParser = (reader, at) => {
  const year = reader.year(at, reader.is(at - 1, 'dating'));
  if (year === null || isNumber(reader, at)) return null;
  const second =
    reader.hyphen(at + 1) && !reader.isApart(at + 1) && !reader.isApart(at + 2)
      ? laterYear(reader.text(at + 2), year)
      : null;
  if (second !== null) {
    return reader.found(at, at + 3, { type: 'interval', from: ofYear(year), to: ofYear(second) }, 0.9);
  }
  const isGlued = !reader.isApart(at) || !reader.isApart(at + 1);
  if (isGlued && isPartOfNumber(reader, at)) return null;
  return reader.found(at, at + 1, ofYear(year), year >= 1900 ? 0.85 : 0.75);
};

/** `fiscal 2024`, `fiscal year 2024`, `financial year 2024-25`, `FY2024`, `FY24`: named by the year in which it ends. */
export const fiscal: TimeParser = (reader, at) => {
  const glued = /^fy['’]?(\d{2}|\d{4})$/.exec(reader.lower(at));
  if (glued) return reader.found(at, at + 1, { type: 'fiscal', year: Number(glued[1]!.padStart(4, '20')) }, 0.9);
  if (!reader.is(at, 'fiscal')) return null;
  const next = at + 1 + (reader.lower(at + 1) === 'year' ? 1 : 0);
  const year = reader.year(next);
  if (year === null) return null;
  const second =
    reader.hyphen(next + 1) && !reader.isApart(next + 1) && !reader.isApart(next + 2)
      ? laterYear(reader.text(next + 2), year)
      : null;
  return reader.found(at, next + (second === null ? 1 : 3), { type: 'fiscal', year: second ?? year }, 0.9);
};

/** The end of `2023-24` or `2023-2024`, at most thirty years on. */
function laterYear(text: string, year: number): number | null {
  const end = /^\d\d$/.test(text)
    ? Math.floor(year / 100) * 100 + Number(text)
    : /^\d{4}$/.test(text)
      ? Number(text)
      : 0;
  return end > year && end <= year + 30 ? end : null;
}

/** What stands beside the digits says that they count or name something. */
function isNumber(reader: TimeReader, at: number): boolean {
  if (reader.is(at - 1, 'label') || reader.is(at + 1, 'counted')) return true;
  return reader.numbers.scales.get(reader.lower(at + 1))?.use === 'word';
}

/** Digits or letters touch the year: `555-2004`, `2004-X`, `F-2000`. */
function isPartOfNumber(reader: TimeReader, at: number): boolean {
  const joined = (k: number, beyond: number): boolean =>
    /^[-‑/.:+]$/.test(reader.text(k)) &&
    /[\p{L}\p{N}]/u.test(reader.text(beyond)) &&
    !reader.isApart(Math.max(k, beyond));
  if (joined(at - 1, at - 2) && !reader.isApart(at)) {
    return !/^(?:mid|pre|post|early|late)$/.test(reader.lower(at - 2));
  }
  return joined(at + 1, at + 2) && !reader.isApart(at + 1) && /^\p{N}|^\p{Lu}/u.test(reader.text(at + 2));
}

/** `1990s`, `the 1990s`, `'90s`, `the 80s`; `the 19th century`. */
export const decade: TimeParser = (reader, at) => {
  const the = reader.lower(at) === 'the' ? 1 : 0;
  const era = century(reader, at + the) ?? tens(reader, at + the, the === 1);
  return era && reader.found(at, era.end, { type: 'era', start: era.start, years: era.years }, 0.9);
};

type Era = { start: number; years: 10 | 100; end: number } | null;

function tens(reader: TimeReader, at: number, isNoun: boolean): Era {
  const glued = reader.lower(at + 1) === 's' && !reader.isApart(at + 1) ? 1 : 0;
  const text = reader.lower(at) + (glued ? 's' : '');
  const full = /^(1[5-9]|20)(\d0)['’]?s$/.exec(text);
  if (full) return { start: Number(full[1]) * 100 + Number(full[2]), years: 10, end: at + 1 + glued };
  // "the nineties"
  const spelled = isNoun && text.endsWith('ies') ? reader.numbers.cardinals.get(text.replace(/ies$/, 'y')) : undefined;
  if (spelled !== undefined && spelled >= 20) return { start: 1900 + spelled, years: 10, end: at + 1 };
  const short = /^['’]?([2-9]0)s$/.exec(text);
  if (!short || !(isNoun || /^['’]/.test(text))) return null;
  return { start: 1900 + Number(short[1]), years: 10, end: at + 1 + glued };
}

function century(reader: TimeReader, at: number): Era {
  const hyphen = reader.hyphen(at + 1) ? 1 : 0;
  if (reader.lower(at + 1 + hyphen) !== 'century') return null;
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(reader.lower(at));
  const count = digits ? Number(digits[1]) : reader.numbers.ordinals.get(reader.lower(at));
  if (count === undefined || count < 1 || count > 21) return null;
  return { start: (count - 1) * 100, years: 100, end: at + 2 + hyphen };
}

const quarters: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  final: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
};

/** `the third quarter`, `the first half of 2024`, `Q3 2024`. */
export const quarter: TimeParser = (reader, at) => {
  const short = /^q([1-4])$|^([1-4])q$/.exec(reader.lower(at));
  const half = shortHalf(reader, at);
  if (half) return half;
  const the = reader.lower(at) === 'the' ? 1 : 0;
  const months = short ? null : quarterOfMonths(reader, at, at + the);
  if (months) return months;
  // “the last quarter of 2024”; alone it is the one before this.
  const isLast = reader.lower(at + the) === 'last' && reader.lower(at + the + 2) === 'of';
  const count = short ? Number(short[1] ?? short[2]) : isLast ? 4 : quarters[reader.lower(at + the)];
  if (count === undefined) return null;
  const hyphen = short ? 0 : reader.hyphen(at + the + 1) ? 1 : 0;
  const noun = short ? 'quarter' : reader.lower(at + the + 1 + hyphen);
  const isHalf = noun === 'half' && count <= 2;
  if (noun !== 'quarter' && !isHalf) return null;
  let end = short ? at + 1 : at + the + 2 + hyphen;
  const of = reader.lower(end) === 'of' || reader.lower(end) === 'in' ? 1 : 0;
  const year = reader.year(end + of);
  if (year !== null) end += of + 1;
  else if (isHalf || reader.lower(end) === 'of') return null;
  const part = `${isHalf ? 'H' : 'Q'}${count}`;
  return reader.found(at, end, { type: 'calendar', year, month: null, day: null, part }, year === null ? 0.7 : 0.9);
};

/** `the first three months of 2024`, `the last six months of 2024`: a quarter or half of the year. */
function quarterOfMonths(reader: TimeReader, first: number, at: number): Found | null {
  const isLast = /^(?:last|final)$/.test(reader.lower(at));
  if (!isLast && reader.lower(at) !== 'first') return null;
  const count = reader.number(at + 1)?.value;
  if ((count !== 3 && count !== 6) || reader.lower(at + 2) !== 'months' || reader.lower(at + 3) !== 'of') return null;
  const year = reader.year(at + 4);
  const part = count === 3 ? `Q${isLast ? 4 : 1}` : `H${isLast ? 2 : 1}`;
  return year === null ? null : reader.found(first, at + 5, ofYear(year, part), 0.9);
}

/** `H1 2024`, `2H 2023`: only with its year. */
function shortHalf(reader: TimeReader, at: number): Found | null {
  const short = /^h([12])$|^([12])h$/.exec(reader.lower(at));
  const of = reader.lower(at + 1) === 'of' ? 1 : 0;
  const year = short ? reader.year(at + 1 + of) : null;
  return short && year !== null ? reader.found(at, at + 2 + of, ofYear(year, `H${short[1] ?? short[2]}`), 0.9) : null;
}

/** `2024 Q3`, `2017-Q1`, `2016H2`, `2016 the third quarter` is none. */
export const yearFirst: TimeParser = (reader, at) => {
  const text = reader.lower(at);
  const code = text.charCodeAt(0);
  if (code !== 49 && code !== 50) return null;
  const glued = text.length === 6 ? /^((?:19|20)\d\d)([qh][1-4])$/.exec(text) : null;
  if (glued) return reader.found(at, at + 1, ofYear(Number(glued[1]), glued[2]!.toUpperCase()), 0.9);
  const year = reader.year(at);
  const next = at + 1 + (reader.hyphen(at + 1) && !reader.isApart(at + 1) ? 1 : 0);
  const part = year === null ? null : /^(?:q[1-4]|h[12])$/.exec(reader.lower(next));
  return part && reader.found(at, next + 1, ofYear(year!, part[0].toUpperCase()), 0.9);
};

/** `the first week of 2015`, `the last week of 2016`. */
export const weekOfYear: TimeParser = (reader, at) => {
  const the = reader.lower(at) === 'the' ? 1 : 0;
  if (reader.lower(at + the + 1) !== 'week') return null;
  const word = reader.lower(at + the);
  const count = /^(?:last|final)$/.test(word) ? -1 : word === 'first' ? 1 : null;
  if (count === null || reader.lower(at + the + 2) !== 'of') return null;
  const year = reader.year(at + the + 3);
  return year === null ? null : reader.found(at, at + the + 4, { type: 'weekOfYear', year, count }, 0.85);
};

/** `summer 2024`, `the spring of 2010`, `last winter`, `in the autumn`. */
export const season: TimeParser = (reader, at) => {
  const the = reader.lower(at) === 'the' ? 1 : 0;
  const part = reader.words.seasons.get(reader.lower(at + the));
  if (part === undefined) return null;
  let end = at + the + 1;
  const of = reader.lower(end) === 'of' ? 1 : 0;
  const year = reader.year(end + of);
  if (year !== null) end += of + 1;
  else if (reader.lower(at + the) === 'fall' || of === 1 || !isSeason(reader, at, end)) return null;
  return reader.found(at, end, { type: 'calendar', year, month: null, day: null, part }, year === null ? 0.7 : 0.9);
};

const isSeason = (reader: TimeReader, at: number, end: number): boolean =>
  /^(?:in|since|until|by|during|before|after|over|this|last|next)$/.test(reader.lower(at - 1)) &&
  !/^(?:NOUN|PROPN)$/.test(reader.tokens[end]?.pos ?? '') &&
  !reader.hyphen(end);
