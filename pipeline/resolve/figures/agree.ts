import { lastPlace } from '../../rounding.ts';
import type { Statistic } from './statement.ts';

export type Interval = readonly [low: number, high: number];

/** Do two stated values agree: equal, equal after rounding, or within what “about”, “at least” and ranges leave open? */
export const valuesAgree = (a: Statistic, b: Statistic): boolean => meet(intervalOf(a), intervalOf(b));

/** Have two intervals a number in common? */
export const meet = (one: Interval, two: Interval): boolean => one[0] <= two[1] && two[0] <= one[1];

/** What a statement leaves open. A bound is taken to lie within a factor of two of the number: “at least 14” says nothing of 2,000. */
export function intervalOf({ value, value_low, value_high, qualifier }: Statistic): Interval {
  if (value === null) return [value_low ?? Number.NEGATIVE_INFINITY, value_high ?? Number.POSITIVE_INFINITY];
  const size = Math.abs(value);
  switch (qualifier) {
    case 'at_least':
    case 'more_than':
      return [value, value + size];
    case 'at_most':
    case 'less_than':
      return [value - size / 2, value];
    case 'approximate':
      return [value - size * 0.05, value + size * 0.05];
    default: {
      const half = lastPlace(value) / 2;
      return [value - half, value + half * 0.999];
    }
  }
}

/** A stated value and the text that it goes back to. */
export interface Stated {
  readonly row: Statistic;
  readonly origin: string;
}

/** Does each value agree with all of other origins? Linear: no lower end may lie above another origin's upper end. */
export function originsAgree(stated: readonly Stated[]): boolean {
  const ends = new Map<string, { low: number; high: number }>();
  for (const { row, origin } of stated) {
    const [low, high] = intervalOf(row);
    const known = ends.get(origin);
    ends.set(origin, known ? { low: Math.max(known.low, low), high: Math.min(known.high, high) } : { low, high });
  }
  const origins = [...ends];
  const highest = twoLeast(origins.map(([origin, { low }]) => [origin, -low]));
  const lowest = twoLeast(origins.map(([origin, { high }]) => [origin, high]));
  return highest.every(([one, low]) => lowest.every(([other, high]) => one === other || -low <= high));
}

/** The two origins with the least numbers. */
function twoLeast(all: readonly (readonly [origin: string, value: number])[]) {
  let least: readonly [string, number] | undefined;
  let second: readonly [string, number] | undefined;
  for (const one of all) {
    if (least === undefined || one[1] < least[1]) [least, second] = [one, least];
    else if (second === undefined || one[1] < second[1]) second = one;
  }
  return [least, second].filter((one) => one !== undefined);
}
