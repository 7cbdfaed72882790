import { type Amount, meaningOf, readAmount } from './amounts.ts';
import { multiply } from './numbers.ts';
import { type Draft, draft, type QuantityParser, type Scan } from './scan.ts';

/** `5 feet 11 inches`, `3 dollars and 50 cents`, `2 hours 1 minute 39 seconds`: one quantity in several units, published in the largest. */
export const compound: QuantityParser = (scan, at) => {
  const whole = readAmount(scan, at);
  if (!whole?.after || whole.number.scaled || !Number.isInteger(whole.value)) return null;
  const link = /^(?:and|,)$/.test(scan.lower(whole.end)) ? 1 : 0;
  const part = readAmount(scan, whole.end + link);
  if (part && !part.after && !part.before) return spoken(scan, whole, part);
  if (!part?.after || part.number.scaled || part.before) return null;
  const [major, minor] = [meaningOf(scan, whole), meaningOf(scan, part)];
  const ratio =
    major.kind === 'money' ? hundredth(whole.after.money, part.after.money) : partOf(major.unit, minor.unit);
  if (ratio === null || part.value * ratio >= 1) return null;
  const least = major.kind === 'money' || !Number.isInteger(part.value) ? null : third(minor.unit, minor.end, ratio);
  return {
    first: whole.first,
    end: least?.end ?? minor.end,
    numberFirst: whole.numberFirst,
    numberEnd: least?.numberEnd ?? part.number.end,
    value: multiply(whole.value + part.value * ratio + (least?.value ?? 0), major.factor),
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

  /** `39 seconds` behind `2 hours 1 minute`: what it adds, in the largest unit. */
  function third(unit: string | null, from: number, ratio: number) {
    const at = from + (/^(?:and|,)$/.test(scan.lower(from)) ? 1 : 0);
    const last = readAmount(scan, scan.lower(at) === 'and' ? at + 1 : at);
    if (!last?.after || last.number.scaled || last.before) return null;
    const { unit: own, end } = meaningOf(scan, last);
    const share = partOf(unit, own);
    return share === null || last.value * share >= 1
      ? null
      : { end, numberEnd: last.number.end, value: last.value * share * ratio };
  }

  function partOf(one: string | null, other: string | null): number | null {
    const count = one === null || other === null ? undefined : scan.units.parts.get(`${one} ${other}`);
    return count === undefined ? null : 1 / count;
  }
};

/** `15 dollars 50`, `thirteen dollars forty-five`: cents that go without their name, with nothing counted behind them. */
function spoken(scan: Scan, whole: Amount, part: Amount): Draft | null {
  const isCents = Number.isInteger(part.value) && part.value >= 10 && part.value < 100 && !part.number.scaled;
  const isClosed = /^(?:[.,;:!?)]|more|less|each|apiece)?$/.test(scan.lower(part.number.end));
  if (whole.after?.money?.factor !== 1 || whole.before || part.number.suffix !== '' || !isCents || !isClosed)
    return null;
  if (scan.timeAt(part.numberFirst)) return null;
  const { kind, unit, unitText, currency, confidence } = meaningOf(scan, whole);
  return draft(whole.first, part.number.end, {
    ...{ kind, unit, unitText, currency, numberFirst: whole.numberFirst },
    value: multiply(whole.value + part.value / 100, 1),
    confidence: Math.min(confidence, 0.7),
  });
}

type Money = { readonly code: string | null; readonly factor: number } | null;

/** Cents of dollars, pence of pounds: the smaller coin of the same country. */
const hundredth = (major: Money, minor: Money): number | null =>
  major?.factor === 1 && minor !== null && minor.factor < 1 && (major.code === minor.code || minor.code === 'USD')
    ? minor.factor
    : null;
