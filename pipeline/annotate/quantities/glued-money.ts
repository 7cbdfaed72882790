import { type NumberReading, readDigits, scaled } from './numbers.ts';
import type { Scan } from './scan.ts';
import type { MoneyBefore } from './unit.ts';

/** A currency and the number that it is written onto, so that the tokens part them elsewhere. */
export interface GluedMoney {
  /** Where the number's token stands. */
  readonly at: number;
  readonly number: NumberReading;
  readonly money: MoneyBefore;
}

/** `AUD1.5m`, `USD10m`, `$US55,931,000`, `$US160 million`; null where none begins at token `at`. */
export function gluedMoney(scan: Scan, at: number): GluedMoney | null {
  const read = codeAndNumber(scan, at) ?? signAndNumber(scan, at);
  const money = read && scan.units.moneySymbols.get(read.sign);
  if (!read || !money) return null;
  const { value, end, suffix } = read;
  const number = { value, end, suffix, digits: true, scaled: false };
  return {
    at,
    number: scaled(scan.tokens, number, scan.end, scan.numbers),
    money: { first: at, money, text: read.sign },
  };
}

interface Glued {
  readonly sign: string;
  readonly value: number;
  readonly suffix: string;
  readonly end: number;
}

/** One token: three letters, digits, and a letter for millions. */
function codeAndNumber(scan: Scan, at: number): Glued | null {
  const match = /^([A-Z]{3}|PS)(\d[\d.,]{0,20})(k|m|bn|b)?$/.exec(scan.text(at));
  // "PS2.7m" is what some wires make of a pound sign; "PS5" is none.
  if (match?.[1] === 'PS' && !/\d[.,]\d|[a-z]$/.test(match[0])) return null;
  const number = match && readDigits(match[2]!);
  if (!match || number?.suffix !== '') return null;
  return { sign: match[1]!, value: number.value, suffix: match[3] ?? '', end: at + 1 };
}

/** `$|US55|,|931,000`. */
function signAndNumber(scan: Scan, at: number): Glued | null {
  const match = scan.text(at) === '$' ? /^([A-Z]{1,2})(\d{1,3}(?:\.\d+)?)(k|m|bn|b)?$/.exec(scan.text(at + 1)) : null;
  if (!match) return null;
  const isLonger = scan.text(at + 2) === ',' && !scan.isApart(at + 2) && !scan.isApart(at + 3);
  const rest = isLonger && /^\d{3}(?:,\d{3})*$/.test(scan.text(at + 3)) ? scan.text(at + 3) : '';
  const value = Number(match[2]! + rest.replaceAll(',', ''));
  return { sign: `$${match[1]!}`, value, suffix: match[3] ?? '', end: at + (rest === '' ? 2 : 4) };
}
