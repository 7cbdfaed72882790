import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cosine, decades, decay } from '#pipeline/annotate/entities/elementary.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

it('falls like e to the power', () => {
  expect([decay(0), decay(1)]).toEqual([1, 1]);
  fc.assert(
    fc.property(number(-10, 0), (x) => {
      expect(Math.abs(decay(x) / Math.exp(x) - 1)).toBeLessThan(0.01);
    }),
  );
});

it('counts decades', () => {
  expect([decades(1), decades(1024)]).toEqual([0, 10 * 0.3010299956639812]);
  fc.assert(
    fc.property(number(1, 1e10), (x) => {
      expect(decades(x)).toBeCloseTo(Math.log10(x), 6);
    }),
  );
});

it('is the cosine', () => {
  fc.assert(
    fc.property(number(-90, 90), (degrees) => {
      expect(cosine(degrees)).toBeCloseTo(Math.cos((degrees * Math.PI) / 180), 4);
    }),
  );
});
