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
  return moneyAfter(scan, at + joint) ?? unitAfter(scan, at + joint) ?? bracketed(scan, at);
}

/** `20 (kg)`. */
function bracketed(scan: Scan, at: number): UnitReading | null {
  if (!/^[([]$/.test(scan.text(at)) || !/^[)\]]$/.test(scan.text(at + 2))) return null;
  const text = scan.text(at + 1);
  const unit = scan.units.symbols.get(text);
  return unit ? { end: at + 3, unit, money: null, text } : null;
}

function suffixUnit(scan: Scan, at: number, suffix: string): UnitReading | null {
  // "1.19deg C"
  const next = scan.text(at);
  const two = next === '' ? undefined : scan.units.gluedSymbols.get(`${suffix}${next}`);
  if (two) return { end: at + 1, unit: two, money: null, text: `${suffix} ${next}` };
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
  // "of the 30, 20 won seats"
  const isVerb = named?.end === at + 1 && /^VB[DN]$/.test(scan.tag(at));
  if (named && !isVerb) return { end: named.end, unit: null, money: named.value, text: scan.words(at, named.end) };
  const text = scan.text(at);
  const sign = /^[A-Z]{3}$|^[\p{Sc}元]$/u.test(text) ? scan.units.moneySymbols.get(text) : undefined;
  const isBefore = sign && !/^[A-Z]/.test(text) && /^\d/.test(scan.text(at + 1)) && scan.isApart(at);
  if (sign && !isBefore) return { end: at + 1, unit: null, money: sign, text };
  return null;
}

/** The measure whose name or symbol stands at token `at`, or null. */
export function unitAfter(scan: Scan, at: number): UnitReading | null {
  const named = phraseAt(scan.units.names, scan.tokens, at, scan.end);
  if (named) return { end: named.end, unit: named.value, money: null, text: scan.words(at, named.end) };
  const long = afterAdjective(scan, at);
  if (long) return { end: long.end, unit: long.value, money: null, text: scan.words(at + 1, long.end) };
  const glued = scan.text(at) !== '' && !scan.isApart(at) && !scan.isDash(at - 1);
  // "a pen 10 " long"
  const isLength = !glued && scan.isCue(at + 1, 'dimension');
  const symbols = glued || isLength ? scan.units.gluedSymbols : scan.units.symbols;
  const two = scan.isApart(at + 1) ? undefined : symbols.get(scan.text(at) + scan.text(at + 1));
  if (two) return { end: at + 2, unit: two, money: null, text: scan.text(at) + scan.text(at + 1) };
  // "200 lbs."
  const text = scan.text(at);
  const one = symbols.get(text.length > 2 && text.endsWith('.') ? text.slice(0, -1) : text);
  // "down 68 p", "164p"
  if (!one && scan.text(at) === 'p' && (glued || scan.text(at - 1) !== '.'))
    return { end: at + 1, unit: null, money: minorSign(scan, 'p'), text: 'p' };
  return one ? { end: at + 1, unit: one, money: null, text: scan.text(at) } : null;
}

/** “50 [previous] years”, “four [consecutive] quarters”: an adjective that leaves a length of time one. */
function afterAdjective(scan: Scan, at: number) {
  const named = scan.isCue(at, 'full-length') ? phraseAt(scan.units.names, scan.tokens, at + 1, scan.end) : null;
  return named?.value.kind === 'duration' || named?.value.kind === 'measurement' ? named : null;
}

/** A sign of money before a number: where it begins and what it is. */
export interface MoneyBefore {
  readonly first: number;
  readonly money: Money;
  /** The sign as printed, where it shares a token with the number. */
  readonly text?: string;
}

/** A sign of money that ends just before the number at `at`. */
export function moneyBefore(scan: Scan, at: number): MoneyBefore | null {
  const { moneySymbols } = scan.units;
  for (const length of [3, 2, 1]) {
    const first = at - length;
    if (first < scan.first) continue;
    if (!isOneSign(scan, first, at)) continue;
    const sign = Array.from({ length }, (_, k) => scan.text(first + k)).join('');
    const money = moneySymbols.get(sign) ?? (length > 1 ? moneySymbols.get(sign.toUpperCase()) : undefined);
    if (money) return { first, money };
  }
  return null;
}

/** Tokens that touch, or a country's letters before its dollar: `US $40`, `C $ 40`; not “a $40 fee”, “gave us $40”. */
function isOneSign(scan: Scan, first: number, end: number): boolean {
  const mayBeApart = /^(?:[a-z]{1,2}|U\.S\.)$/i.test(scan.text(first)) && !/^(?:DET|PRON|ADP)$/.test(scan.pos(first));
  for (let i = first + 1; i < end; i++) {
    if (scan.isApart(i) && !(i === end - 1 && scan.text(i) === '$' && mayBeApart)) return false;
  }
  return true;
}

/** The denominator of a rate and where it ends. */
export interface Per {
  readonly end: number;
  readonly per: string;
  /** It stands apart from the amount, behind what the amount is of. */
  readonly isFar?: boolean;
}

/** `per year`, `a day`, `an ounce`, `/ week`, `-a-day` after an amount, or null. */
export function readPer(scan: Scan, at: number): Per | null {
  const first = scan.isJoint(at) ? at + 1 : at;
  const word = scan.lower(first);
  const noun = first > at && scan.isJoint(first + 1) ? first + 2 : first + 1;
  // "$13 billion a year earlier", "5 percent a day ago"
  // "a year on," is later, "$9m a year on books" a rate
  const isLater = scan.lower(noun + 1) === 'on' && (scan.pos(noun + 2) === 'PUNCT' || scan.lower(noun + 2) === 'from');
  const isOther = isLater || /^(?:earlier|ago|before|later|previously|or)$/.test(scan.lower(noun + 1));
  if (isOther && word !== 'per') return null;
  if (word === 'per' && scan.lower(noun) === 'annum') return { end: noun + 1, per: 'year' };
  if (word === 'per' || word === '/') return perNoun(scan, noun);
  if (!/^(?:an?|every|each)$/.test(word) || !scan.units.per.has(scan.lower(noun))) return null;
  return { end: noun + 1, per: scan.lower(noun) };
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
