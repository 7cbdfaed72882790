import { phraseAt } from '../../resources/phrases.ts';
import type { Money, Unit } from '../../resources/units.ts';
import type { NumberReading } from './numbers.ts';
import type { Scan } from './scan.ts';

/** A unit after a number: where it ends and what it is. */
export interface UnitReading {
  readonly end: number;
  readonly unit: Unit | null;
  readonly money: Money | null;
  /** Words of the unit as printed. */
  readonly text: string;
}

/** The unit that follows a number, written onto it or apart; null where none does. */
export function readUnit(scan: Scan, number: NumberReading): UnitReading | null {
  const at = number.end;
  if (number.suffix !== '') return suffixUnit(scan, at, number.suffix);
  const joint = scan.isJoint(at) && number.digits ? 1 : scan.isJoint(at) ? 1 : 0;
  return moneyAfter(scan, at + joint) ?? unitAfter(scan, at + joint);
}

function suffixUnit(scan: Scan, at: number, suffix: string): UnitReading | null {
  const unit = scan.units.gluedSymbols.get(suffix);
  if (unit) return { end: at, unit, money: null, text: suffix };
  const money = minorSign(scan, suffix);
  return money && { end: at, unit: null, money, text: suffix };
}

/** `164p`: pence; a sign of its own in British market reports. */
const minorSign = (scan: Scan, text: string): Money | null =>
  text === 'p' ? { ...scan.units.moneySymbols.get('GBP')!, factor: 0.01, confidence: 0.8 } : null;

function moneyAfter(scan: Scan, at: number): UnitReading | null {
  const named = phraseAt(scan.units.moneyNames, scan.tokens, at, scan.end);
  if (named) return { end: named.end, unit: null, money: named.value, text: scan.words(at, named.end) };
  const text = scan.text(at);
  const sign = /^[A-Z]{3}$|^[€£¥₹₽₩₺₪$]$/.test(text) ? scan.units.moneySymbols.get(text) : undefined;
  const isBefore = sign && !/^[A-Z]/.test(text) && /^\d/.test(scan.text(at + 1)) && scan.isApart(at);
  if (sign && !isBefore) return { end: at + 1, unit: null, money: sign, text };
  return null;
}

function unitAfter(scan: Scan, at: number): UnitReading | null {
  const named = phraseAt(scan.units.names, scan.tokens, at, scan.end);
  if (named) return { end: named.end, unit: named.value, money: null, text: scan.words(at, named.end) };
  const glued = scan.text(at) !== '' && !scan.isApart(at) && !scan.isDash(at - 1);
  const symbols = glued ? scan.units.gluedSymbols : scan.units.symbols;
  const two = scan.isApart(at + 1) ? undefined : symbols.get(scan.text(at) + scan.text(at + 1));
  if (two) return { end: at + 2, unit: two, money: null, text: scan.text(at) + scan.text(at + 1) };
  const one = symbols.get(scan.text(at));
  if (glued && !one && scan.text(at) === 'p')
    return { end: at + 1, unit: null, money: minorSign(scan, 'p'), text: 'p' };
  return one ? { end: at + 1, unit: one, money: null, text: scan.text(at) } : null;
}

/** A sign of money that ends just before the number at `at`: where it begins and what it is. */
export function moneyBefore(scan: Scan, at: number): { readonly first: number; readonly money: Money } | null {
  const { moneySymbols } = scan.units;
  for (const length of [3, 2, 1]) {
    const first = at - length;
    if (first < scan.first) continue;
    if (!isOneSign(scan, first, at)) continue;
    const money = moneySymbols.get(Array.from({ length }, (_, k) => scan.text(first + k)).join(''));
    if (money) return { first, money };
  }
  return null;
}

/** Tokens that touch, or a country's letters before its dollar: `US $40`. */
function isOneSign(scan: Scan, first: number, end: number): boolean {
  for (let i = first + 1; i < end; i++) {
    if (scan.isApart(i) && !(i === end - 1 && scan.text(i) === '$' && /^(?:[A-Z]{2}|U\.S\.)$/.test(scan.text(first))))
      return false;
  }
  return true;
}

/** `per year`, `a day`, `an ounce`, `/ week` after an amount: the denominator and where it ends, or null. */
export function readPer(scan: Scan, at: number): { readonly end: number; readonly per: string } | null {
  const word = scan.lower(at);
  if (word === 'per' || word === '/') return perNoun(scan, at + 1);
  if (!/^(?:an?|every|each)$/.test(word) || !scan.units.per.has(scan.lower(at + 1))) return null;
  return { end: at + 2, per: scan.lower(at + 1) };
}

/** `year`, `100,000 people`, `square foot`. */
function perNoun(scan: Scan, at: number): { end: number; per: string } | null {
  const number = scan.number(at);
  const noun = number?.end ?? at;
  const unit = phraseAt(scan.units.names, scan.tokens, noun, scan.end);
  const isWord = /^(?:NOUN|PROPN|X)$/.test(scan.pos(noun)) && /^\p{L}/u.test(scan.text(noun));
  const end = unit?.end ?? (isWord ? noun + 1 : 0);
  return end === 0 ? null : { end, per: scan.words(at, end) };
}
