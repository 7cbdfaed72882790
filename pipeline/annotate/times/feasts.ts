import { dayNumber, monthLength, weekdayOf } from './calendar.ts';

/**
 * The day of a feast in a year, as days since 1970-01-01: `12-25` a fixed day, `11-4#4` the fourth Thursday of November
 * (`-1` the last), `E+1` a day after Easter Sunday. `+n` behind a rule counts days on.
 */
export function dayOfFeast(rule: string, year: number): number {
  const match = /^(?:E|(\d\d)-(?:(\d)#(-?\d)|(\d\d)))([+-]\d+)?$/.exec(rule);
  if (!match) throw new Error(`time-holidays.txt: "${rule}" is no rule; write 12-25, 11-4#4, 05-1#-1 or E+1`);
  const [, month, weekday, count, day, shift] = match;
  const later = Number(shift ?? 0);
  if (month === undefined) return easter(year) + later;
  if (day !== undefined) return dayNumber(year, Number(month), Number(day)) + later;
  return nth(year, Number(month), Number(weekday), Number(count)) + later;
}

function nth(year: number, month: number, weekday: number, count: number): number {
  const first = dayNumber(year, month, 1);
  if (count > 0) return first + ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7;
  const last = dayNumber(year, month, monthLength(year, month));
  return last - ((weekdayOf(last) - weekday + 7) % 7);
}

/** Easter Sunday of the Western churches (the anonymous Gregorian computus). */
function easter(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayNumber(year, Math.floor(f / 31), (f % 31) + 1);
}
