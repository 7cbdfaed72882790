import { amount } from './amounts.ts';
import { range } from './ranges.ts';
import { type Draft, draft, type QuantityParser, type Scan } from './scan.ts';

const units: Readonly<Record<string, string>> = { a: 'a', mo: 'mo', wk: 'wk', d: 'd' };

/** `34-year-old`, `34 years old`, `40 to 50 years old`, `aged 34`, `aged 18 to 25`, `age of 34`, `Franc Lah, 71,`. */
export const age: QuantityParser = (scan, at) => withUnit(scan, at) ?? span(scan, at) ?? bare(scan, at);

function withUnit(scan: Scan, at: number): Draft | null {
  const read = range(scan, at) ?? amount(scan, at);
  if (read?.kind !== 'duration' || !units[read.unit ?? '']) return null;
  const joint = scan.isDash(read.end) ? 1 : 0;
  const isOld = /^olds?$/.test(scan.lower(read.end + joint));
  const isOfAge = scan.lower(read.end) === 'of' && scan.lower(read.end + 1) === 'age';
  // “the age of 70 years and six months”, “people aged 65 years and over”
  const isNamed = isAged(scan, at) && (/^ages?$/.test(scan.lower(at - 2)) || scan.lower(at - 1) === 'aged');
  if (!isOld && !isOfAge) return isNamed ? { ...read, kind: 'age', confidence: 0.9 } : null;
  const end = read.end + (isOfAge ? 2 : joint + 1);
  const unitFirst = scan.isJoint(read.numberEnd) ? read.numberEnd + 1 : read.numberEnd;
  return { ...read, kind: 'age', end, unitText: scan.words(unitFirst, end), confidence: 0.95 };
}

/** "aged 18 to 25", "ages 18-25". */
function span(scan: Scan, at: number): Draft | null {
  if (!isAged(scan, at)) return null;
  const [low, high] = [scan.number(at), scan.number((scan.number(at)?.end ?? at) + 1)];
  const isLinked = low !== null && (scan.isDash(low.end) || /^(?:to|and)$/.test(scan.lower(low.end)));
  if (!isLinked || high?.suffix !== '' || low.suffix !== '' || low.value >= high.value || high.value > 120) return null;
  return { ...plain(at, high.end), low: low.value, high: high.value, qualifier: 'range' };
}

function bare(scan: Scan, at: number): Draft | null {
  const number = scan.number(at);
  // "an 87 yo man"
  if (number?.suffix === '' && number.value <= 120 && /^(?:yo|y\/o)$/.test(scan.lower(number.end)))
    return { ...plain(at, number.end + 1), numberEnd: number.end, value: number.value };
  if (number?.suffix !== '' || number.scaled || number.value > 120 || number.value < 1) return null;
  if (!isAged(scan, at) && !isApposed(scan, at, number.end) && !isTold(scan, at, number.end)) return null;
  return { ...plain(at, number.end), value: number.value };
}

const plain = (first: number, end: number): Draft => draft(first, end, { kind: 'age', unit: 'a', confidence: 0.85 });

/** "aged 34", "age 34", "at the age of 34", "aged above 60". */
const isAged = (scan: Scan, first: number): boolean =>
  isBehind(scan, /^(?:above|over|under|below|between|about|around)$/.test(scan.lower(first - 1)) ? first - 1 : first);

const isBehind = (scan: Scan, at: number): boolean =>
  /^(?:aged?|ages)$/.test(scan.lower(at - 1)) || (scan.lower(at - 1) === 'of' && /^ages?$/.test(scan.lower(at - 2)));

/** "her daughter, who was 10.": somebody, a form of be, and nothing after the number. */
const isTold = (scan: Scan, at: number, end: number): boolean =>
  scan.pos(at - 1) === 'AUX' &&
  /^(?:am|is|was|be|turned)$/.test(scan.lower(at - 1)) &&
  /^(?:who|he|she|i)$/.test(scan.lower(at - 2)) &&
  /^[.,;)]$/.test(scan.text(end));

/** A number alone between commas after a name: "Ryan Dooley, 24, has scored". */
const isApposed = (scan: Scan, at: number, end: number): boolean =>
  scan.text(at - 1) === ',' &&
  scan.pos(at - 2) === 'PROPN' &&
  !scan.timeAt(at - 2) &&
  /^\d{1,3}$/.test(scan.text(at)) &&
  Number(scan.text(at)) >= 3 &&
  /^[,.;)]$/.test(scan.text(end)) &&
  !/^\d/.test(scan.text(end + 1));

/** “[12] or 11 years old”, “at the age of 10 or [11]”: two ages share their unit. */
export function agedAlike(scan: Scan, draft: Draft, next: Draft | undefined, before: Draft | undefined): Draft {
  const isSecond =
    before?.kind === 'age' && draft.isBare && draft.unitTokens === null && draft.first === before.end + 1;
  if (isSecond && draft.kind === 'count' && /^(?:or|and|to)$/.test(scan.lower(before.end)))
    return { ...draft, kind: 'age', unit: before.unit, unitText: before.unitText, isBare: false };
  const isShared = draft.kind === 'duration' && next?.kind === 'age' && next.first === draft.end + 1;
  return isShared && /^(?:or|and|to)$/.test(scan.lower(draft.end)) ? { ...draft, kind: 'age' } : draft;
}
