import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meet } from '#pipeline/resolve/figures/agree.ts';
import { bandsOf } from '#pipeline/resolve/figures/bands.ts';

const number = fc.oneof(
  fc.integer({ min: -200, max: 200 }),
  fc.double({ min: -1e12, max: 1e12, noNaN: true }),
  fc.constantFrom(0, 0.005, -0.005, 1e-9, 1, 2, 4, 1e300, -1e300),
);
const interval = fc.tuple(number, number).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);

test('intervals that have a number in common share a band', () => {
  fc.assert(
    fc.property(interval, interval, (one, other) => {
      fc.pre(meet(one, other));
      const bands = new Set(bandsOf(one));
      expect(bandsOf(other).some((band) => bands.has(band))).toBe(true);
    }),
  );
});

test('numbers far apart share none', () => {
  expect(bandsOf([14, 14])).toHaveLength(1);
  expect(bandsOf([100, 200])).toHaveLength(4);
  expect(bandsOf([14, 14])).not.toEqual(bandsOf([18, 18]));
  expect(bandsOf([-14, -14])).not.toEqual(bandsOf([14, 14]));
});
