import type { Interval } from './agree.ts';

/** Numbers in a band differ by no more than a quarter or so; those nearer to zero than this are one band. */
const bandsPerDoubling = 3;
const least = -20;

/** Bands of an interval: two that have a number in common share one. */
export function bandsOf([low, high]: Interval): number[] {
  const [first, last] = [bandOf(low), bandOf(high)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function bandOf(value: number): number {
  if (value === 0) return 0;
  const size = Math.max(0, Math.floor(bandsPerDoubling * Math.log2(Math.abs(value))) - least);
  return value > 0 ? size : -size;
}
