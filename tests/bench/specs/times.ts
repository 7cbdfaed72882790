import type { Document, TimeExpression } from '#pipeline/annotate/document.ts';
import type { SpecResult } from './cases.ts';
import type { Finding, Verdict } from './judge.ts';

/** Expressions of time; ours means the same where its value is the TIMEX3 of the specification, or its days are the same. */
export const timesIn = ({ times }: Document): Finding[] =>
  times.map((time) => ({
    start: time.start,
    end: time.end,
    means: (result) => readings(result).some(isSame(time)),
    differs: (result) => differenceOf(time, readings(result)),
  }));

/** “two years ago” is a year, not a day; without a tense that says so, “Friday” is neither the last nor the next. */
function differenceOf({ value, from, to }: TimeExpression, wanted: readonly Reading[]): Verdict | null {
  if (from === null && (value === null || /^X|_REF$|^P/.test(value))) return 'left open';
  const isWithin = (day: string | null): boolean =>
    day !== null && from !== null && to !== null && from <= day && day <= to;
  return wanted.some((reading) => isWithin(reading.from) && isWithin(reading.to)) ? 'as fine as its words' : null;
}

const names =
  /\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?|christmas|halloween|easter|good|black|cyber|new|year'?s?|eve|day|thanksgiving|memorial|father'?s|presidents'?|earth|saint|patrick'?s)\b/g;

/** The text with capitals where English writes them. */
export const withCapitals = (text: string): string =>
  text.replace(names, (word) => word[0]!.toUpperCase() + word.slice(1));

interface Reading {
  readonly timex: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** All that a result may mean. */
function readings({ value, resolution }: SpecResult): Reading[] {
  if (typeof value === 'object' && value !== null) {
    const timex = String(value.Timex ?? value.timex ?? '');
    return ['PastResolution', 'FutureResolution'].map((name) => days(timex, value[name] as Fields | undefined));
  }
  const values = (resolution?.values ?? []) as Fields[];
  return values.map((fields) => days(String(fields.timex), fields));
}

type Fields = Readonly<Record<string, string | undefined>>;

function days(timex: string, fields: Fields = {}): Reading {
  const day = (text: string | undefined): string | null => /^\d{4}-\d\d-\d\d/.exec(text ?? '')?.[0] ?? null;
  const one = day(fields.date ?? (/^date/.test(fields.type ?? '') ? fields.value : undefined));
  const [start, end] = [day(fields.startDate ?? fields.start), day(fields.endDate ?? fields.end)];
  return { timex, from: start ?? one, to: end === null ? one : dayBefore(end) };
}

/** Their intervals end with the first day that is out. */
function dayBefore(iso: string): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

const isSame =
  (time: TimeExpression) =>
  ({ timex, from, to }: Reading): boolean =>
    plain(time.value) === plain(timex) ||
    (time.kind === 'date' && from !== null && time.from === from && time.to === to);

/** A day or year that nobody states may be written out or left out: `XXXX-XX-XXT15` is `T15`, `XXXX-SU` is `SU`. */
const plain = (timex: string | null): string | null =>
  timex
    ?.replace(/:00$/, '')
    .replace(/T(\d\d):00$/, 'T$1')
    .replace(/^XXXX-XX-XX(?=T)|^XXXX-(?=[A-Z]{2}$)/, '') ?? null;
