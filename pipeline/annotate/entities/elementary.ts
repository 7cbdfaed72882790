import { exponential } from '../linear/exponential.ts';

// Made of sums, products, quotients and square roots alone, whose bits are the same on any machine: those of Math.exp,
// Math.log10 and Math.cos may differ between engines.

/** e to a number of at most nought, in steps of a 64th of the exponent. */
export const decay = (exponent: number): number => exponential(Math.min(0, Math.round(64 * exponent)));

const twoToTen = 0.3010299956639812;
const bits = 24;

/** Decimal logarithm of a number from 1, to six places: its binary digits by squaring. */
export function decades(value: number): number {
  let rest = value;
  let whole = 0;
  for (; rest >= 2; rest /= 2) whole++;
  let part = 0;
  for (let bit = 0.5, i = 0; i < bits; i++, bit /= 2) {
    rest *= rest;
    if (rest < 2) continue;
    rest /= 2;
    part += bit;
  }
  return (whole + part) * twoToTen;
}

const radian = 0.017453292519943295;

/** Cosine of an angle from -90 to 90 degrees, to four places. */
export function cosine(degrees: number): number {
  const square = degrees * degrees * radian * radian;
  return 1 - (square / 2) * (1 - (square / 12) * (1 - (square / 30) * (1 - square / 56)));
}
