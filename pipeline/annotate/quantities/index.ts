import type { Resources } from '../../resources/index.ts';
import type { Document, Lexical, Quantity } from '../document.ts';
import { age, agedAlike } from './ages.ts';
import { amount } from './amounts.ts';
import { compound } from './compound.ts';
import { bareDollar, withDollar } from './dollars.ts';
import { elliptical, likeRestated } from './elliptical.ts';
import { hedged } from './hedges.ts';
import { multiple } from './multiples.ts';
import { isNamed } from './name-traps.ts';
import { none } from './none.ts';
import { fraction, outOf, rank, score, vague } from './parts.ts';
import { range } from './ranges.ts';
import { type Draft, type QuantityParser, Scan } from './scan.ts';
import { likeWhole, withPounds } from './shared.ts';
import { isPlural } from './trap.ts';
import { traps } from './traps.ts';

type Read = Lexical & Pick<Document, 'phrases' | 'times'>;

/** Every parser of quantities, in order: of two readings of equal length at one token the earlier in this list stands. */
const quantityParsers: readonly QuantityParser[] = [
  age,
  none,
  multiple,
  outOf,
  fraction,
  vague,
  range,
  compound,
  score,
  rank,
  amount,
];

/** Numbers with their units, in text order, not overlapping; what is no statistic (years, names, addresses) is left out. */
export function findQuantities(document: Read, resources: Resources): Quantity[] {
  const { tokens, times } = document;
  const found: [Scan, Draft][] = [];
  const names = new Set<string>();
  let time = 0;
  for (const { firstToken, endToken } of document.sentences) {
    const before = time;
    while (time < times.length && times[time]!.firstToken < endToken) time++;
    const scan = new Scan(tokens, [firstToken, endToken], resources, times.slice(before, time));
    for (const draft of readSentence(scan, names)) found.push([scan, draft]);
  }
  // "Boeing 787" once, then "the 787"; "Harbour 20" once, then "Harbour 20 tours".
  const isName = (scan: Scan, draft: Draft): boolean =>
    draft.isBare &&
    (names.has(`${scan.text(draft.first - 1)} ${scan.text(draft.numberFirst)}`) ||
      (names.has(scan.text(draft.numberFirst)) &&
        (scan.text(draft.numberFirst).length >= 3 || !isPlural(scan, draft.unitTokens))));
  const dollar = bareDollar(
    document.article.url,
    found.map(([, draft]) => draft),
    resources.units,
  );
  const hasSterling = found.some(([, draft]) => draft.currency === 'GBP');
  return found
    .filter(([scan, draft]) => !isName(scan, draft))
    .map(([scan, draft]) => {
      const own = withPounds(scan, draft, hasSterling);
      const priced = withDollar(own, dollar);
      return quantity(scan, priced, priced.currency !== own.currency ? 'outlet' : basisOf(scan, own, draft));
    });
}

/** The longest reading at each token, from left to right, without what the traps catch. */
function readSentence(scan: Scan, names: Set<string>): Draft[] {
  const out: Draft[] = [];
  for (let at = scan.first; at < scan.end; ) {
    const best = mayBegin(scan, at) ? longest(scan, at) : null;
    const isTrapped = best !== null && (isCounted(best, out.at(-1)) || traps.some((isTrap) => isTrap(scan, best)));
    if (best && isNamed(scan, best)) {
      names.add(scan.text(best.numberFirst));
      names.add(`${scan.text(best.first - 1)} ${scan.text(best.numberFirst)}`);
    }
    if (best && !isTrapped) out.push(hedged(scan, best));
    at = best ? Math.max(best.end, isTrapped ? 0 : (best.perEnd ?? 0)) : at + 1;
  }
  return completed(scan, out);
}

/** “four Trent [900] engines”: digits within what another number counts name it. */
const isCounted = ({ isBare, first }: Draft, before: Draft | undefined): boolean =>
  isBare && before?.unitTokens != null && before.unitTokens[0] < first && first < before.unitTokens[1];

/** What the numbers of a sentence lend each other: units, hedges. */
function completed(scan: Scan, drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const [i, draft] of drafts.entries()) {
    const next = drafts[i + 1];
    out.push(
      likeRestated(
        scan,
        elliptical(scan, likeWhole(scan, agedAlike(scan, draft, next, out.at(-1)), next), out, next),
        out.at(-1),
      ),
    );
  }
  return out;
}

function longest(scan: Scan, at: number): Draft | null {
  let best: Draft | null = null;
  for (const parse of quantityParsers) {
    const draft = parse(scan, at);
    if (draft && (best === null || draft.end > best.end)) best = draft;
  }
  return best;
}

/** Cheap test that spares the parsers most tokens. */
function mayBegin(scan: Scan, at: number): boolean {
  const { lower, text } = scan.tokens[at]!;
  if (text === '$' || /^PS\d/.test(text)) return true;
  if (/^[A-Z]{3}\d/.test(text) && scan.units.moneySymbols.has(text.slice(0, 3))) return true;
  if (isDigit(text) || isDigit(text.slice(1, 2))) return true;
  const { cardinals, vague, ordinals, scales, fractions, multiples } = scan.numbers;
  if (cardinals.has(lower) || vague.has(lower) || ordinals.has(lower) || multiples.has(lower)) return true;
  const next = scan.lower(at + 1);
  if (next === '$' || lower.endsWith('fold')) return true;
  if (lower === 'a' || lower === 'an') return scales.has(next) || fractions.has(next);
  if (scan.units.moneyStarts.has(text)) return isDigit(next) || next.endsWith('$') || isDigit(scan.lower(at + 2));
  return (
    lower === 'half' ||
    lower === 'quarter' ||
    lower === 'tens' ||
    lower === 'no' ||
    lower === 'nobody' ||
    lower === 'no.' ||
    lower === 'number' ||
    /^[½¼¾⅓⅔⅛⅜⅝⅞]/.test(text)
  );
}

const isDigit = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
};

/** Does the text say whose money it is, or is it the usual meaning of a word that countries share? */
function basisOf(scan: Scan, own: Draft, draft: Draft): Quantity['currencyBasis'] {
  if (own.currency === null) return null;
  return own !== draft || scan.units.sharedMoney.has(own.unitText ?? '') ? 'default' : 'stated';
}

function quantity(scan: Scan, draft: Draft, basis: Quantity['currencyBasis']): Quantity {
  const { tokens } = scan;
  const span = (first: number, end: number) => ({
    firstToken: first,
    endToken: end,
    start: tokens[first]!.start,
    end: tokens[end - 1]!.end,
  });
  const { value, low, high, kind, unit, unitText, currency, per, qualifier, confidence } = draft;
  return {
    ...span(draft.first, draft.end),
    number: span(draft.numberFirst, draft.numberEnd),
    ...{ value, low, high, kind, unit, unitText, currency, per, qualifier, confidence },
    currencyBasis: currency === null ? null : basis,
  };
}
