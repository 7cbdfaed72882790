import { meaningOf, readAmount } from './amounts.ts';
import { multiply } from './numbers.ts';
import type { QuantityParser } from './scan.ts';

/** `5 feet 11 inches`, `3 dollars and 50 cents`, `two years and six months`: one quantity in two units, published in the larger. */
export const compound: QuantityParser = (scan, at) => {
  const whole = readAmount(scan, at);
  if (!whole?.after || whole.number.scaled || !Number.isInteger(whole.value)) return null;
  const link = /^(?:and|,)$/.test(scan.lower(whole.end)) ? 1 : 0;
  const part = readAmount(scan, whole.end + link);
  if (!part?.after || part.number.scaled || part.before) return null;
  const [major, minor] = [meaningOf(scan, whole), meaningOf(scan, part)];
  const ratio =
    major.kind === 'money' ? hundredth(whole.after.money, part.after.money) : partOf(major.unit, minor.unit);
  if (ratio === null || part.value * ratio >= 1) return null;
  return {
    first: whole.first,
    end: minor.end,
    numberFirst: whole.numberFirst,
    numberEnd: part.number.end,
    value: multiply(whole.value + part.value * ratio, major.factor),
    low: null,
    high: null,
    kind: major.kind,
    unit: major.unit,
    unitTokens: null,
    unitText: major.unitText,
    currency: major.currency,
    per: null,
    qualifier: 'exact',
    isBare: false,
    confidence: Math.min(major.confidence, minor.confidence),
  };

  function partOf(one: string | null, other: string | null): number | null {
    const count = one === null || other === null ? undefined : scan.units.parts.get(`${one} ${other}`);
    return count === undefined ? null : 1 / count;
  }
};

type Money = { readonly code: string | null; readonly factor: number } | null;

/** Cents of dollars, pence of pounds: the smaller coin of the same country. */
const hundredth = (major: Money, minor: Money): number | null =>
  major?.factor === 1 && minor !== null && minor.factor < 1 && (major.code === minor.code || minor.code === 'USD')
    ? minor.factor
    : null;
