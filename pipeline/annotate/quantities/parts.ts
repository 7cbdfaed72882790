import type { Unit } from '../../resources/units.ts';
import { countedNoun, unitOfNoun } from './counted.ts';
import { fractionWords } from './number-parts.ts';
import { type Draft, draft, type QuantityParser, type Scan } from './scan.ts';
import { type UnitReading, unitAfter } from './unit.ts';

/** `a third of`, `two-thirds`, `half the`, `three quarters of`: a share of something. */
export const fraction: QuantityParser = (scan, at) => partOfUnit(scan, at) ?? share(scan, at);

/** `1/16 of a pint`, `half a mile`, `three quarters of an inch`: a measure. */
function partOfUnit(scan: Scan, at: number): Draft | null {
  const isHalf = scan.lower(at) === 'half';
  const words = isHalf ? { value: 0.5, end: at + 1 } : fractionWords((k) => scan.lower(k), at, scan.numbers);
  const part = words ?? scan.number(at);
  if (!part || part.value >= 1 || part.value <= 0 || (!words && scan.number(at)!.suffix !== '')) return null;
  const of = scan.lower(part.end) === 'of' ? 1 : 0;
  const article = part.end + of;
  if (of === 0 && !isHalf) return null;
  const isJoined = isHalf && scan.isJoint(article);
  if (!/^an?$/.test(scan.lower(article)) && !isJoined) return null;
  const unit = unitAt(scan, article + 1);
  if (!unit || /s$/.test(scan.lower(unit.end - 1))) return null;
  return draft(at, unit.end, { ...measured(unit), value: part.value, numberEnd: part.end, unitText: unit.text });
}

/** A measure other than a length of time whose name stands at token `at`. */
function unitAt(scan: Scan, at: number): (UnitReading & { readonly unit: Unit }) | null {
  const found = unitAfter(scan, at);
  return found?.unit?.kind === 'measurement' && found.unit.factor === 1 ? { ...found, unit: found.unit } : null;
}

const measured = ({ unit }: { readonly unit: Unit }): Pick<Draft, 'kind' | 'unit'> => ({
  kind: unit.kind,
  unit: unit.code,
});

function share(scan: Scan, at: number): Draft | null {
  const number = /^an?$/.test(scan.lower(at)) ? { end: at + 1, value: 1 } : scan.number(at);
  // "1/4 of residents"
  if (number && number.value > 0 && number.value < 1 && /\/|[½¼¾⅓⅔⅛⅜⅝⅞]/.test(scan.text(at)))
    return scan.lower(number.end) === 'of' ? draft(at, number.end, { value: number.value }) : null;
  const isHalf = scan.lower(at) === 'half';
  if (!isHalf && (!number || number.value > 20 || !Number.isInteger(number.value))) return null;
  const joint = !isHalf && scan.isJoint(number!.end) ? 1 : 0;
  const word = isHalf ? at : number!.end + joint;
  const part = scan.numbers.fractions.get(scan.lower(word));
  if (!part || (!isHalf && part.plural !== number!.value > 1)) return null;
  const end = word + 1;
  const points = number && number.value > 1 ? null : stepOf(scan, at, end, (number?.value ?? 1) / part.denominator);
  if (points) return points;
  // "the second half of the year"
  if (isHalf && (scan.numbers.ordinals.has(scan.lower(at - 1)) || /^(?:latter|other)$/.test(scan.lower(at - 1))))
    return null;
  // "half a point", "a quarter of an hour", "the first half", "half-time" are lengths, times and words.
  const isShare =
    scan.lower(end) === 'of' ||
    (isHalf && /^(?:the|its|their|his|her|our|all|those|these|that)$/.test(scan.lower(end)));
  const isMore = /^(?:more|less|fewer|higher|lower)$/.test(scan.lower(end));
  if (!isShare && !isMore) return null;
  if (/^an?$/.test(scan.lower(end + 1)) || scan.isDash(end))
    return quarterOf(scan, at, end, (number?.value ?? 1) / part.denominator);
  return draft(at, end, { value: (isHalf ? 1 : number!.value) / part.denominator });
}

/** `a quarter point`, `half a percentage point`, `a half-point`: a step of a rate. */
function stepOf(scan: Scan, at: number, end: number, value: number): Draft | null {
  const first = end + (scan.isJoint(end) || /^an?$/.test(scan.lower(end)) ? 1 : 0);
  const word = first + (/^percent(?:age)?$/.test(scan.lower(first)) ? 1 : 0);
  const point = word + (word > first && scan.isJoint(word) ? 1 : 0);
  if (scan.lower(point) !== 'point' || scan.isJoint(point + 1)) return null;
  const unitText = scan.words(first, point + 1);
  const sure = word > first ? 0.85 : 0.7;
  return {
    ...draft(at, point + 1, { value, kind: 'percentage_point', unit: '%', unitText, confidence: sure }),
    numberEnd: end,
  };
}

/** `a quarter of a percentage point`: a fraction of a unit. */
function quarterOf(scan: Scan, at: number, end: number, value: number): Draft | null {
  if (!/^percent(?:age)?$/.test(scan.lower(end + 2))) return null;
  const isPoint = scan.lower(end + 3) === 'point';
  const unitEnd = end + (isPoint ? 4 : 3);
  const kind = isPoint ? 'percentage_point' : 'percent';
  return { ...draft(at, unitEnd, { value, kind, unit: '%', unitText: scan.words(end + 2, unitEnd) }), numberEnd: end };
}

/** `three in four`, `one in 10`, `9 out of 10`: a ratio. */
export const outOf: QuantityParser = (scan, at) => {
  const above = scan.number(at);
  if (above?.suffix !== '' || !Number.isInteger(above.value)) return null;
  const noun =
    scan.lower(above.end) === 'out' || above.value > 1 ? above.end : (countedNoun(scan, above.end)?.[1] ?? above.end);
  const isOut = scan.lower(noun) === 'out' && scan.lower(noun + 1) === 'of';
  const isIn = scan.lower(noun) === 'in' && above.value <= 10 && (!above.digits || above.value === 1);
  if (!isOut && !isIn) return null;
  const of = noun + (isOut ? 2 : 1);
  const below = scan.number(of);
  if (below?.suffix !== '' || below.value <= above.value || scan.timeAt(of)) return null;
  if (below.end < scan.end && isIn && countedNoun(scan, below.end) && noun > above.end) return null;
  if (isIn && (!Number.isInteger(below.value) || below.value > 1_000_000 || scan.lower(below.end) === '%')) return null;
  return draft(at, below.end, { value: above.value / below.value });
};

/** `dozens of`, `tens of thousands of`: no number, but a lower bound. */
export const vague: QuantityParser = (scan, at) => {
  const isTens = scan.lower(at) === 'tens' || scan.lower(at) === 'hundreds';
  const scale = isTens && scan.lower(at + 1) === 'of' ? scan.numbers.vague.get(scan.lower(at + 2)) : undefined;
  const ten = scan.lower(at) === 'tens' ? 10 : 100;
  const low = scale ? scale * ten : scan.numbers.vague.get(scan.lower(at));
  const end = at + (scale ? 3 : 1);
  if (low === undefined || !/^(?:of|more)$/.test(scan.lower(end)) || scan.number(at - 1)) return null;
  const noun = countedNoun(scan, end + 1);
  if (!noun) return null;
  const unitText = scan.words(unitOfNoun(scan, noun), noun[1]);
  const money = noun[1] - noun[0] === 1 ? scan.units.moneyNames.next.get(scan.lower(noun[0]))?.value : null;
  const measure = unitAt(scan, noun[0]);
  // Who says "hundreds" does not mean thousands, and who says "tens of thousands" not hundreds of thousands.
  const high = scale || low > 12 ? low * 10 : null;
  const qualifier = high === null ? ('at_least' as const) : ('range' as const);
  const bound = { low, high, qualifier, unitText, confidence: 0.6 };
  if (money)
    return draft(at, noun[1], { ...bound, kind: 'money', unit: money.code, currency: money.code, confidence: 0.6 });
  if (measure)
    return draft(at, measure.end, { ...bound, ...measured(measure), numberEnd: end, unitText: measure.text });
  return draft(at, end, { ...bound, kind: 'count', unitTokens: noun });
};

/** `3-1`, `9 to 4`: a score or a vote, where a word nearby says that it is one. */
export const score: QuantityParser = (scan, at) => {
  const one = scan.number(at);
  if (one?.suffix !== '' || one.scaled || !Number.isInteger(one.value) || one.value > 250) return null;
  const isDash = scan.isDash(one.end) && !scan.isApart(one.end) && !scan.isApart(one.end + 1);
  if (!isDash && scan.lower(one.end) !== 'to') return null;
  const two = scan.number(one.end + 1);
  if (two?.suffix !== '' || two.scaled || !Number.isInteger(two.value) || two.value > 250) return null;
  if (scan.isDash(at - 1) || scan.isJoint(two.end) || !hasCue(scan, at, two.end)) return null;
  const [low, high] = one.value < two.value ? [one.value, two.value] : [two.value, one.value];
  return draft(at, two.end, { low, high, kind: 'score', qualifier: 'range', confidence: 0.75 });
};

function hasCue(scan: Scan, first: number, end: number): boolean {
  for (let i = Math.max(scan.first, first - 8); i < Math.min(scan.end, end + 3); i++) {
    if (scan.units.scores.has(scan.tokens[i]!.lemma) || scan.units.scores.has(scan.tokens[i]!.lower)) return true;
  }
  return false;
}

/** `No. 3`, `17th place`, `third-largest`: a rank. */
export const rank: QuantityParser = (scan, at) => {
  const no = /^(?:no|no\.|number)$/.test(scan.lower(at)) ? at + 1 + (scan.text(at + 1) === '.' ? 1 : 0) : 0;
  // "Advisory Number 14" is a name.
  const isTitle = /^N/.test(scan.text(at)) && !(at > scan.first && scan.pos(at - 1) === 'PROPN');
  const digits = no > 0 && isTitle ? /^\d{1,3}$/.exec(scan.text(no)) : null;
  if (digits) return draft(at, no + 1, { numberFirst: no, value: Number(digits[0]), kind: 'rank', confidence: 0.7 });
  const ordinal = Number(
    /^(\d{1,3})(?:st|nd|rd|th)$/.exec(scan.lower(at))?.[1] ?? scan.numbers.ordinals.get(scan.lower(at)) ?? 0,
  );
  if (ordinal === 0 || scan.timeAt(at)) return null;
  const joint = scan.isJoint(at + 1) || scan.isDash(at + 1) ? 1 : 0;
  const word = scan.lower(at + 1 + joint);
  if (!scan.units.ranks.has(word) || (joint === 0 && !/^(?:place|rank|most|worst|best)$/.test(word))) return null;
  if (word === 'place' && !/^(?:in|to|into|for|at)$/.test(scan.lower(at - 1))) return null;
  return draft(at, at + 1, { value: ordinal, kind: 'rank', confidence: 0.7 });
};
