import { lastPlace } from '../../rounding.ts';
import type { Statistic } from './statement.ts';

type Interval = readonly [low: number, high: number];

/** Do two stated values agree: equal, equal after rounding, or within what “about”, “at least” and ranges leave open? */
export function valuesAgree(a: Statistic, b: Statistic): boolean {
  const [one, two] = [intervalOf(a), intervalOf(b)];
  return one[0] <= two[1] && two[0] <= one[1];
}

/** What a statement leaves open. A bound is taken to lie within a factor of two of the number: “at least 14” says nothing of 2,000. */
function intervalOf({ value, value_low, value_high, qualifier }: Statistic): Interval {
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
