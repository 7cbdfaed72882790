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

/** Size of the last place that a number is printed to: 0.1 of 15.8, 100 of 2,300; whole numbers below twenty are counted, not rounded. */
function lastPlace(value: number): number {
  if (Number.isInteger(value)) {
    let unit = 1;
    while (unit * 10 <= Math.abs(value) * 0.07 && value % (unit * 10) === 0) unit *= 10;
    return unit === 1 ? 0.99 : unit;
  }
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return 10 ** -decimals;
}
