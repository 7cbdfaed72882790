import type { TimeMeasure } from '../../../resources/times.ts';
import type { NumberReading } from '../../quantities/numbers.ts';
import type { TimeParser, TimeReader } from '../reader.ts';
import type { Found, Reading } from '../reading.ts';

type Duration = Extract<Reading, { type: 'duration' }>;

/** The length `count` of the unit at token `at`; a null count is one that nobody stated. */
export function durationOf(
  reader: TimeReader,
  _first: number,
  count: number | null,
  at: number,
): { readonly end: number; readonly reading: Duration } | null {
  const unit = reader.unit(at);
  return unit ? { end: at + 1, reading: duration(count, unit) } : null;
}

function duration(count: number | null, { count: each, unit }: TimeMeasure): Duration {
  const isQuarter = unit === 'Q';
  const letter = isQuarter ? 'M' : unit.replace('T', '');
  const amount = count === null ? 'X' : String(Number((count * each * (isQuarter ? 3 : 1)).toPrecision(10)));
  const total = count === null ? 0 : count * each;
  const isWhole = Number.isInteger(total);
  const months = !isWhole ? 0 : unit === 'Y' ? total * 12 : isQuarter ? total * 3 : unit === 'M' ? total : 0;
  const days = !isWhole ? 0 : unit === 'W' ? total * 7 : unit === 'D' ? total : 0;
  return {
    type: 'duration',
    value: `P${unit.startsWith('T') ? 'T' : ''}${amount}${letter}`,
    months,
    days,
    toward: null,
  };
}

/** `three hours`, `16-month`, `two and a half years`, `a week`, `several days`; ages are none. */
export const length: TimeParser = (reader, at) => {
  const number = reader.number(at);
  if (number?.suffix) return glued(reader, at, number);
  const few = number === null && fewBefore(reader, at);
  const count = number ? number.value : few ? null : articleCount(reader, at);
  if (count === undefined) return null;
  const next = number?.end ?? (few || at + 1);
  const hyphen = reader.hyphen(next) && !reader.isApart(next) && !reader.isApart(next + 1) ? 1 : 0;
  const unit = reader.unit(next + hyphen);
  if (!unit || isOrdinalSecond(reader, next + hyphen, number !== null)) return null;
  let end = next + hyphen + 1;
  const parts = number ? smaller(reader, end, unit) : [];
  if (parts.length > 0)
    return isAge(reader, parts.at(-1)!.end) ? null : ofParts(reader, at, { count: count!, unit }, parts);
  if (isAge(reader, end)) return null;
  const half = halfAfter(reader, end);
  if (half) end = half;
  const confidence = number ? 0.9 : 0.75;
  return reader.found(at, end, duration(count === null ? null : count + (half ? 0.5 : 0), unit), confidence);
};

/** `3h`, `3.5years`, `90min`. */
function glued(reader: TimeReader, at: number, number: NumberReading): Found | null {
  const unit = reader.words.units.get(number.suffix.toLowerCase());
  return unit ? reader.found(at, number.end, duration(number.value, unit), 0.85) : null;
}

interface Counted {
  readonly count: number;
  readonly unit: TimeMeasure;
}

const order = ['Y', 'Q', 'M', 'W', 'D', 'TH', 'TM', 'TS'];

/** “two years [and six months]”, “1 year [1 month 21 days]”: smaller units that follow. */
function smaller(reader: TimeReader, from: number, above: TimeMeasure): (Counted & { readonly end: number })[] {
  const out: (Counted & { end: number })[] = [];
  let [at, last] = [from, above];
  for (;;) {
    const link = /^(?:and|,)$/.test(reader.lower(at)) ? 1 : 0;
    const number = reader.number(at + link);
    const unit = number?.suffix === '' ? reader.unit(number.end) : undefined;
    if (!unit || order.indexOf(unit.unit) <= order.indexOf(last.unit) || unit.count > 1 || last.count > 1) return out;
    at = number!.end + 1;
    last = unit;
    out.push({ count: number!.value, unit, end: at });
  }
}

/** One length of several units: `P2Y6M`. */
function ofParts(
  reader: TimeReader,
  first: number,
  whole: Counted,
  parts: readonly (Counted & { readonly end: number })[],
) {
  const all = [whole, ...parts].map(({ count, unit }) => ({ unit, reading: duration(count, unit) }));
  const write = (isTime: boolean): string =>
    all
      .filter(({ unit }) => unit.unit.startsWith('T') === isTime)
      .map(({ reading }) => reading.value.replace(/^PT?/, ''))
      .join('');
  const time = write(true);
  const sum = (field: 'months' | 'days'): number => all.reduce((total, { reading }) => total + reading[field], 0);
  const value = `P${write(false)}${time === '' ? '' : `T${time}`}`;
  const reading: Duration = { type: 'duration', value, months: sum('months'), days: sum('days'), toward: null };
  return reader.found(first, parts.at(-1)!.end, reading);
}

/** `half an hour`, `half hour`, `half a year`. */
export const partial: TimeParser = (reader, at) => {
  if (reader.lower(at) !== 'half') return null;
  const next = at + 1 + (/^an?$/.test(reader.lower(at + 1)) || reader.hyphen(at + 1) ? 1 : 0);
  const unit = reader.unit(next);
  if (!unit || reader.lower(next).endsWith('s') || /^(?:second|quarter)$/.test(reader.lower(next))) return null;
  return reader.found(at, next + 1, duration(0.5, unit), 0.8);
};

/** `all week`, `the full year`, `another month`. */
export const whole: TimeParser = (reader, at) => {
  if (!reader.is(at, 'whole')) return null;
  const next = at + 1 + (reader.hyphen(at + 1) && !reader.isApart(at + 1) ? 1 : 0);
  const unit = reader.unit(next);
  if (!unit || reader.lower(next).endsWith('s') || /^(?:second|quarter)$/.test(reader.lower(next))) return null;
  return reader.found(at, next + 1, duration(1, unit), 0.75);
};

/** "several", "a few", "many": where the unit begins, or 0. */
function fewBefore(reader: TimeReader, at: number): number {
  const a = /^an?$/.test(reader.lower(at)) ? 1 : 0;
  if (!reader.is(at + a, 'few')) return 0;
  const of = reader.lower(at + a + 1) === 'of' || reader.lower(at + a + 1) === 'more' ? 1 : 0;
  return reader.unit(at + a + 1 + of) && reader.lower(at + a + 1 + of).endsWith('s') ? at + a + 1 + of : 0;
}

/** `a week`, `an hour`; not "a second", "a day" as rate, "the day". */
function articleCount(reader: TimeReader, at: number): 1 | undefined {
  if (!/^an?$/.test(reader.lower(at)) || /^(?:second|minute|quarter)$/.test(reader.lower(at + 1))) return undefined;
  return reader.unit(at + 1) ? 1 : undefined;
}

/** "one second", "two seconds" are lengths; "second" alone is an ordinal. */
const isOrdinalSecond = (reader: TimeReader, at: number, isCounted: boolean): boolean =>
  /^(?:second|sec|quarter|quarters)$/.test(reader.lower(at)) &&
  !(isCounted && /^(?:second|sec|quarters)$/.test(reader.lower(at)));

const isAge = (reader: TimeReader, at: number): boolean => {
  const hyphen = reader.hyphen(at) ? 1 : 0;
  return /^olds?$/.test(reader.lower(at + hyphen)) || (reader.lower(at) === 'of' && reader.lower(at + 1) === 'age');
};

/** "a year and a half", "two years and a half": the token after it, or 0. */
const halfAfter = (reader: TimeReader, at: number): number =>
  reader.lower(at) === 'and' && reader.lower(at + 1) === 'a' && reader.lower(at + 2) === 'half' ? at + 3 : 0;

/** `every week`, `each year`, `every two months`, and the unit of a rate: `15 a year`. */
export const set: TimeParser = (reader, at) => {
  if (reader.is(at, 'every')) {
    const number = reader.number(at + 1);
    const weekday = number ? null : reader.weekday(at + 1);
    if (weekday !== null) return reader.found(at, at + 2, { type: 'set', value: `XXXX-WXX-${weekday}` });
    const length = durationOf(reader, at, number?.value ?? 1, number?.end ?? at + 1);
    return length && reader.found(at, length.end, { type: 'set', value: length.reading.value });
  }
  const isRate = /^an?$/.test(reader.lower(at)) && isAmount(reader, at - 1);
  const length = isRate ? durationOf(reader, at, 1, at + 1) : null;
  return length && reader.found(at, length.end, { type: 'set', value: length.reading.value }, 0.8);
};

const isAmount = (reader: TimeReader, at: number): boolean =>
  /\d$|^%$/.test(reader.text(at)) ||
  reader.numbers.cardinals.has(reader.lower(at)) ||
  reader.numbers.scales.has(reader.lower(at)) ||
  /^(?:times|once|twice|percent)$/.test(reader.lower(at));

/** `decades-long`, `for years`: many of a unit. */
export const many: TimeParser = (reader, at) => {
  const unit = reader.unit(at);
  if (!unit || !reader.lower(at).endsWith('s') || reader.text(at).length < 4 || unit.unit === 'TS') return null;
  const isLong = reader.hyphen(at + 1) && reader.lower(at + 2) === 'long';
  if (!isLong && reader.lower(at - 1) !== 'for') return null;
  return reader.found(at, at + (isLong ? 3 : 1), duration(null, unit), 0.7);
};
