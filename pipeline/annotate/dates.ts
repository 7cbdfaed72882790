import type { LayoutLexicon } from '../resources/layout.ts';

/** A day as printed, perhaps without its year. */
export interface PrintedDay {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

/** Reads "May 14", "Thursday, May 14, 2026", "14 May 2026" or "2026-05-14" that is nothing else; else null. */
export function parsePrintedDay(text: string, { months, weekdays }: LayoutLexicon): PrintedDay | null {
  if (text.length > 40) return null;
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text.trim());
  if (iso !== null) return validDay(Number(iso[3]), Number(iso[2]), Number(iso[1]));
  const words = text
    .toLowerCase()
    .split(/[\s.,]+/)
    .filter((word) => word !== '');
  if (weekdays.has(words[0] ?? '')) words.shift();
  const [first = '', second = '', third, extra] = words;
  if (extra !== undefined || (third !== undefined && !/^(?:18|19|20|21)\d\d$/.test(third))) return null;
  const month = months.get(first) ?? months.get(second);
  const day = months.has(first) ? second : first;
  if (month === undefined || !/^\d{1,2}(?:st|nd|rd|th)?$/.test(day)) return null;
  return validDay(Number.parseInt(day, 10), month, third === undefined ? null : Number(third));
}

/** ISO 8601 form of a day whose year is printed, else null. */
export function isoDay({ day, month, year }: PrintedDay): string | null {
  if (year === null) return null;
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** Is the line a date and nothing else, as printed under a headline? */
export const isDateLine = (line: string, lexicon: LayoutLexicon): boolean => dayOfLine(line, lexicon) !== null;

/** The day that a line under a headline gives. */
export const dayOfLine = (line: string, lexicon: LayoutLexicon): PrintedDay | null =>
  line.length > 60
    ? null
    : parsePrintedDay(line.replace(/^(?:(?:last )?updated|published|posted)(?: on)?:? /i, ''), lexicon);

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function validDay(day: number, month: number, year: number | null): PrintedDay | null {
  const isLeap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  const length = month === 2 && !isLeap ? 28 : (monthLengths[month - 1] ?? 0);
  return day >= 1 && day <= length ? { day, month, year } : null;
}
