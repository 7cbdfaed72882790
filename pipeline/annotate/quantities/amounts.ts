import { countedNoun, unitOfNoun } from './counted.ts';
import { gluedMoney } from './glued-money.ts';
import { multiply, type NumberReading } from './numbers.ts';
import type { Draft, QuantityParser, Scan } from './scan.ts';
import { afterRow, afterSuspended } from './suspended.ts';
import { type MoneyBefore, moneyBefore, readPer, readUnit, type UnitReading } from './unit.ts';

/** One number with all that belongs to it, before it is known to stand alone or in a range. */
export interface Amount {
  readonly first: number;
  readonly number: NumberReading;
  readonly numberFirst: number;
  readonly value: number;
  readonly before: MoneyBefore | null;
  readonly after: UnitReading | null;
  readonly end: number;
}

/** The number at token `at` with the sign of money before and the unit after it, or null; read once, however many parsers ask. */
export function readAmount(scan: Scan, at: number): Amount | null {
  const known = scan.amounts.get(at);
  if (known !== undefined) return known;
  const read = amountAt(scan, at);
  scan.amounts.set(at, read);
  return read;
}

function amountAt(scan: Scan, at: number): Amount | null {
  const glued = gluedMoney(scan, at);
  const sign = glued ?? signedNumber(scan, at);
  const numberFirst = sign ? sign.at : at;
  const number = glued?.number ?? scan.number(numberFirst);
  if (!number) return null;
  const before = sign ? sign.money : null;
  const isMillions = before || isMoneyWord(scan, number) || countsMany(scan, number);
  const scaled = isMillions ? moneyScale(scan, number) : number;
  const own = scaledMoney(scan, readUnit(scan, scaled));
  if (scaled.suffix !== '' && !own) return null;
  const shared = own || before ? null : sharedUnit(scan, scaled);
  const first = before ? before.first : at;
  return {
    first,
    number: scaled,
    numberFirst,
    value: own?.scale ? multiply(scaled.value, own.scale) : scaled.value,
    before,
    after: own ?? shared,
    end: own?.end ?? scaled.end,
  };
}

/** `75 USD [million]`: the size stands behind the currency. */
function scaledMoney(scan: Scan, unit: UnitReading | null): (UnitReading & { readonly scale?: number }) | null {
  const scale = unit?.money && /^[A-Z]{3}$/.test(unit.text) ? scan.numbers.scales.get(scan.lower(unit.end)) : undefined;
  return unit && scale?.use === 'word' ? { ...unit, end: unit.end + 1, scale: scale.factor } : unit;
}

/** The unit that stands behind a later number: `8- to 16-[meter]`, `5 and 10 [per cent]`. */
function sharedUnit(scan: Scan, number: NumberReading): UnitReading | null {
  const dashed = afterSuspended(scan, number.end);
  const at = dashed > number.end ? dashed : number.digits && !number.scaled ? afterRow(scan, number.end) : number.end;
  return at === number.end ? null : readUnit(scan, { ...number, end: at });
}

/** A sign of money at `at`, and where its number stands. */
function signedNumber(scan: Scan, at: number) {
  if (/^\d/.test(scan.text(at))) return null;
  for (const length of [1, 2, 3]) {
    const money = moneyBefore(scan, at + length);
    if (money?.first === at && scan.number(at + length)) return { at: at + length, money };
  }
  return null;
}

/** `40b`, `3m`, `25|k`: letters that mean millions only beside money. */
function moneyScale(scan: Scan, number: NumberReading): NumberReading {
  const isGlued = number.suffix === '' && !scan.isApart(number.end);
  const word = number.suffix === '' ? scan.lower(number.end) : number.suffix.toLowerCase();
  const scale =
    number.scaled || (number.suffix === '' && !isGlued && word === 'm') ? undefined : scan.numbers.scales.get(word);
  if (!number.digits || !scale || (scale.use !== 'money' && scale.use !== 'short')) return number;
  const end = number.suffix === '' ? number.end + 1 : number.end;
  return { ...number, value: multiply(number.value, scale.factor), end, scaled: true, suffix: '' };
}

/** `2.7m people`, `25k`: a plural noun follows, so that m is no metre. */
function countsMany(scan: Scan, number: NumberReading): boolean {
  const isGlued = number.suffix === '' && number.digits && !scan.isApart(number.end);
  if (!/^[mk]$/.test(isGlued ? scan.text(number.end) : number.suffix)) return false;
  const noun = countedNoun(scan, number.end + (isGlued ? 1 : 0));
  return noun !== null && /^NNP?S$/.test(scan.tokens[noun[1] - 1]!.tag);
}

/** `25k euros`: the money stands behind. */
function isMoneyWord(scan: Scan, number: NumberReading): boolean {
  const apart = number.suffix === '' && !scan.isApart(number.end) ? 1 : 0;
  const scale = apart ? scan.text(number.end) : number.suffix;
  return number.digits && /^(?:k|m|b)$/i.test(scale) && scan.units.moneyNames.next.has(scan.lower(number.end + apart));
}

type Meaning = Pick<Draft, 'kind' | 'unit' | 'unitTokens' | 'unitText' | 'currency'> & {
  readonly factor: number;
  readonly end: number;
  readonly confidence: number;
};

/** What kind of quantity the amount is: money, a measure, or a count of the noun after it. */
export function meaningOf(scan: Scan, { before, after, end, number }: Amount): Meaning {
  const money = before?.money ?? after?.money;
  if (money) {
    const text = after?.money ? after.text : (before!.text ?? scan.words(before!.first, moneyEnd(scan, before!.first)));
    const isMinor = before && after?.money && after.money.factor !== 1;
    const sure = before && after?.money ? Math.max(before.money.confidence, after.money.confidence) : money.confidence;
    const code = after?.money && after.money.confidence > money.confidence ? after.money.code : money.code;
    return {
      kind: 'money',
      unit: code,
      unitTokens: null,
      unitText: text,
      currency: code,
      factor: isMinor ? 1 : money.factor,
      end: after?.money ? end : number.end,
      confidence: sure,
    };
  }
  if (after?.unit) {
    const { code, kind, factor } = after.unit;
    return { kind, unit: code, unitTokens: null, unitText: after.text, currency: null, factor, end, confidence: 0.9 };
  }
  const dashed = afterSuspended(scan, number.end);
  const joint = scan.isJoint(number.end) ? 1 : 0;
  const noun = countedNoun(scan, dashed > number.end ? dashed : number.end + joint);
  const unitText = noun && scan.words(unitOfNoun(scan, noun), noun[1]);
  return {
    kind: 'count',
    unit: null,
    unitTokens: noun,
    unitText,
    currency: null,
    factor: 1,
    end: number.end,
    confidence: noun ? 0.85 : 0.6,
  };
}

/** Where the sign of money that begins at `first` ends. */
function moneyEnd(scan: Scan, first: number): number {
  let end = first + 1;
  while (end < scan.end && !scan.number(end) && end < first + 3) end++;
  return end;
}

/** Tokens of a minus before the number: `-|5`, parted from what stands before, `minus|5`, `minus|-|5`; 0 for none. */
function minusBefore(scan: Scan, { first: at, after }: Amount): 0 | 1 | 2 {
  const isGlued = /^[-−–]$/.test(scan.text(at - 1)) && !scan.isApart(at);
  // A dash at the head of a line may be that of a list.
  if (isGlued && scan.isApart(at - 1)) return at - 1 > scan.first || after?.unit ? 1 : 0;
  if (isBelowZero(scan, at, after)) return 1;
  const word = isGlued ? 2 : 1;
  return scan.lower(at - word) === 'minus' && !scan.number(at - word - 1) ? word : 0;
}

/** “fell to - 20 degrees Celsius”: a dash after a preposition parts nothing. */
const isBelowZero = (scan: Scan, at: number, after: UnitReading | null): boolean =>
  /^[-−–]$/.test(scan.text(at - 1)) &&
  /^(?:Cel|\[degF\])$/.test(after?.unit?.code ?? '') &&
  (scan.pos(at - 2) === 'ADP' || /^(?:TO|VB)$/.test(scan.tag(at - 2)));

/** “two million barrels of oil [a day]”: the denominator behind what the measure is of. */
function perAfterOf(scan: Scan, kind: Draft['kind'], end: number) {
  if (kind !== 'measurement' || scan.lower(end) !== 'of') return null;
  const noun = countedNoun(scan, end + 1);
  const per = noun && readPer(scan, noun[1]);
  return per && { ...per, isFar: true };
}

/** A single number: `$40 billion`, `16%`, `2,300 residents`, `180 millimeters`. */
export const amount: QuantityParser = (scan, at) => {
  const read = readAmount(scan, at);
  if (!read) return null;
  const { kind, unit, unitTokens, unitText, currency, factor, end, confidence } = meaningOf(scan, read);
  const per = readPer(scan, kind === 'count' && unitTokens ? unitTokens[1] : end) ?? perAfterOf(scan, kind, end);
  const sign = minusBefore(scan, read);
  return {
    first: read.first - sign,
    end: kind === 'count' || per?.isFar ? end : Math.max(end, per?.end ?? 0),
    numberFirst: read.numberFirst - (read.numberFirst === read.first ? sign : 0),
    numberEnd: read.number.end,
    value: multiply(read.value, sign ? -factor : factor),
    low: null,
    high: null,
    kind: per && (kind === 'count' || kind === 'percent') ? 'rate' : kind,
    unit,
    unitTokens,
    unitText,
    currency,
    per: per?.per ?? null,
    perEnd: per?.end ?? 0,
    qualifier: 'exact',
    isBare: read.number.digits && !read.number.scaled && kind === 'count',
    confidence,
  };
};
