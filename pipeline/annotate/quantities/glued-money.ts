import { multiply, readDigits } from './numbers.ts';
import type { QuantityParser, Scan } from './scan.ts';

/** `AUD1.5m`, `USD10m`, `$US55,931,000`: a currency written onto its number, so that the tokens part it elsewhere. */
export const gluedMoney: QuantityParser = (scan, at) => {
  const read = codeAndNumber(scan, at) ?? signAndNumber(scan, at);
  const money = read && scan.units.moneySymbols.get(read.sign);
  if (!read || !money) return null;
  return {
    first: at,
    end: read.end,
    numberFirst: at,
    numberEnd: read.end,
    value: read.value,
    low: null,
    high: null,
    kind: 'money',
    unit: money.code,
    unitTokens: null,
    unitText: read.sign,
    currency: money.code,
    per: null,
    qualifier: 'exact',
    isBare: false,
    confidence: money.confidence,
  };
};

interface Glued {
  readonly sign: string;
  readonly value: number;
  readonly end: number;
}

/** One token: three letters, digits, and a letter for millions. */
function codeAndNumber(scan: Scan, at: number): Glued | null {
  const match = /^([A-Z]{3})(\d[\d.,]{0,20})(k|m|bn|b)?$/.exec(scan.text(at));
  const number = match && readDigits(match[2]!);
  if (!match || number?.suffix !== '') return null;
  const scale = match[3] ? scan.numbers.scales.get(match[3])?.factor : 1;
  if (scale === undefined) return null;
  return { sign: match[1]!, value: multiply(number.value, scale), end: at + 1 };
}

/** `$|US55|,|931,000`. */
function signAndNumber(scan: Scan, at: number): Glued | null {
  const match = scan.text(at) === '$' ? /^([A-Z]{1,2})(\d{1,3})$/.exec(scan.text(at + 1)) : null;
  if (!match) return null;
  const isLonger = scan.text(at + 2) === ',' && !scan.isApart(at + 2) && !scan.isApart(at + 3);
  const rest = isLonger && /^\d{3}(?:,\d{3})*$/.test(scan.text(at + 3)) ? scan.text(at + 3) : '';
  const value = Number(match[2]! + rest.replaceAll(',', ''));
  return { sign: `$${match[1]!}`, value, end: at + (rest === '' ? 2 : 4) };
}
