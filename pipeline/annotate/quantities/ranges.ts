import { phraseBefore } from '../../resources/phrases.ts';
import { type Amount, meaningOf, readAmount } from './amounts.ts';
import { multiply } from './numbers.ts';
import type { Draft, QuantityParser, Scan } from './scan.ts';
import { readPer } from './unit.ts';

/** `between 10 and 15`, `10 to 15 per cent`, `$15-20 billion`, `eight or nine`. Both ends share unit and scale. */
export const range: QuantityParser = (scan, at) => {
  const a = readAmount(scan, at);
  if (!a) return null;
  const link = linkAt(scan, a, at);
  const b = link === 0 ? null : readAmount(scan, a.end + link);
  if (!b || !mayJoin(scan, a, b) || (scan.lower(a.end) === 'to' && isChange(scan, at, a, b))) return null;
  const meaning = meaningOf(scan, b.before || !a.before ? b : { ...b, before: a.before });
  const isScaled = b.number.scaled && !a.number.scaled && a.value < 1000;
  const scale = isScaled ? b.value / bareValue(scan, b) : inThousands(scan, a, b) ? 1000 : 1;
  const low = multiply(multiply(a.value, scale), meaning.factor);
  const high = multiply(b.value, meaning.factor);
  if (!(low < high)) return null;
  const { kind, unit, unitTokens, unitText, currency } = meaning;
  const per = readPer(scan, kind === 'count' && unitTokens ? unitTokens[1] : meaning.end);
  const draft: Draft = {
    first: a.first,
    end: kind === 'count' ? meaning.end : Math.max(meaning.end, per?.end ?? 0),
    numberFirst: a.first,
    numberEnd: b.number.end,
    value: null,
    low,
    high,
    kind: per && kind === 'count' ? 'rate' : kind,
    unit,
    unitTokens,
    unitText,
    currency,
    per: per?.per ?? null,
    qualifier: 'range',
    isBare: false,
    confidence: Math.min(0.85, meaning.confidence),
  };
  return draft;
};

/** How many tokens link a range after its first amount; 0 where none do. */
function linkAt(scan: Scan, a: Amount, at: number): number {
  const word = scan.lower(a.end);
  const between = /^(?:and|to)$/.test(word) && isBetween(scan, at);
  if (word === 'and') return between ? 1 : 0;
  if (between) return word === 'to' ? 1 : 0;
  // "an 8- to 16-meter mirror"
  if (scan.isDash(a.end) && !scan.isApart(a.end) && scan.lower(a.end + 1) === 'to') return 2;
  if (scan.isDash(a.end)) return !scan.isApart(a.end) === !scan.isApart(a.end + 1) ? 1 : 0;
  if (word === 'or') return Number.isInteger(a.value) && !a.number.digits ? 1 : 0;
  // "grades 20 through 100"
  if (word === 'through') return a.number.digits && scan.number(a.end + 1)?.digits ? 1 : 0;
  return word === 'to' ? 1 : 0;
}

/** "between 10 and 15", "between roughly 10 and 15". */
function isBetween(scan: Scan, at: number): boolean {
  const first = phraseBefore(scan.units.hedgesBefore, scan.tokens, at, scan.first)?.first ?? at;
  return scan.lower(first - 1) === 'between';
}

/** "rose 300 to 16,369", "fell from 5.2 to 4.9" and "dropped by 8,100 to 137,000" are a change and its result. */
function isChange(scan: Scan, at: number, a: Amount, b: Amount): boolean {
  const isFrom = scan.lower(at - 1) === 'from';
  if (isFrom) return !scan.isCue(at - 2, 'extent') && isMoved(scan, at - 2);
  // "lost 10 to 15 percent": the first has no unit of its own.
  if (!isFrom && !a.before && !a.after && b.after?.unit) return false;
  if (scan.lower(at - 1) === 'by') return true;
  let before = at - 1;
  while (/^(?:ADV|ADP)$/.test(scan.pos(before)) && !scan.isCue(before, 'up') && !scan.isCue(before, 'down')) before--;
  return ways.some((cue) => scan.isCue(before, cue));
}

const ways = ['rise', 'fall', 'up', 'down', 'rise-noun', 'fall-noun'];

/** A word of change in the clause before “from”: “raised its forecast for growth from 3% to 4%”. */
function isMoved(scan: Scan, from: number): boolean {
  for (let i = from; i >= Math.max(scan.first, from - 10); i--) {
    if (/^[,;:—]$/.test(scan.text(i)) && i < from) return false;
    if (scan.isCue(i, 'extent')) return false;
    if ([...ways, 'shift', 'level-at'].some((cue) => scan.isCue(i, cue))) return true;
  }
  return false;
}

function mayJoin(scan: Scan, a: Amount, b: Amount): boolean {
  const [one, two] = [a.after?.unit, b.after?.unit];
  if (one && two && (one.code !== two.code || one.factor !== two.factor)) return false;
  if (one && !two) return false;
  if (a.before && b.before && a.before.money.code !== b.before.money.code) return false;
  if (a.before && two) return false;
  // "3-1" is a score, "2023-24" a season, "555-1234" a telephone number.
  const next = b.end;
  if (scan.isDash(a.end)) {
    if (scan.isJoint(next) && scan.number(next + 1)) return false;
    if (scan.isDash(a.first - 1) && !scan.isApart(a.first)) return false;
    return Boolean(two || a.before || b.after?.money) || meaningOf(scan, b).unitTokens !== null;
  }
  return true;
}

/** “$50-100,000”: the thousands of the second number are those of the first as well. */
const inThousands = (scan: Scan, a: Amount, b: Amount): boolean =>
  scan.isDash(a.end) &&
  /^\d{1,3}$/.test(scan.text(a.numberFirst)) &&
  /^\d{1,3},000$/.test(scan.text(b.numberFirst)) &&
  a.value * 1000 < b.value &&
  b.value < a.value * 20_000;

/** The second number without its scale word: `20` of "20 billion". */
function bareValue(scan: Scan, b: Amount): number {
  const text = scan.text(b.numberFirst).replaceAll(',', '');
  const digits = Number.parseFloat(text);
  if (Number.isFinite(digits)) return digits;
  return scan.numbers.cardinals.get(scan.lower(b.numberFirst)) ?? b.value;
}
