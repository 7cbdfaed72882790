const millisecondsADay = 86_400_000;
const days = new Map<string, number>();
const dates = new Map<number, string>();

/** Days since 1970-01-01 of an ISO date; the few distinct dates of a corpus are reckoned once. */
export function daysOf(date: string): number {
  const known = days.get(date);
  if (known !== undefined) return known;
  const day = Date.parse(date) / millisecondsADay;
  if (days.size < 100_000) days.set(date, day);
  return day;
}

/** ISO date of days since 1970-01-01. */
export function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * millisecondsADay).toISOString().slice(0, 10);
  if (dates.size < 100_000) dates.set(day, date);
  return date;
}
