import { phraseBefore } from '../../resources/phrases.ts';
import { coined, inName, inTitle, isNamed, versioned } from './name-traps.ts';
import type { Scan } from './scan.ts';
import { isPlural, type Trap } from './trap.ts';

/** Years, dates, times of day, "two years ago", "in the past five years": the times layer has them. */
const time: Trap = (scan, { numberFirst, numberEnd, kind, unit }) => {
  const found = scan.timeAt(numberFirst) ?? scan.timeAt(numberEnd - 1);
  if (!found || found.kind === 'set') return false;
  if (found.kind !== 'duration') return true;
  return kind !== 'age' && (found.basis === 'relative' || unit === null || isWindow(scan, found.firstToken));
};

const isWindow = (scan: Scan, at: number): boolean =>
  /^(?:past|last|next|coming|previous)$/.test(scan.lower(at)) ||
  /^(?:past|last|next|coming|previous)$/.test(scan.lower(at + 1));

/** "Group of 20", "Flight 447", "Section 230", "Highway 1". */
const labelled: Trap = (scan, { first, kind, isBare, unitTokens }) => {
  const label = kind === 'count' ? phraseBefore(scan.units.labels, scan.tokens, first, scan.first) : null;
  // "the top three seeds" are three; "the top 10" is a list.
  return label !== null && !(label.value === 'rank' && !isBare && isPlural(scan, unitTokens));
};

/** "the last eight", "the final four": a round of a contest. */
const round: Trap = (scan, { first, kind, unitTokens }) =>
  kind === 'count' && unitTokens === null && scan.isCue(first - 1, 'round') && scan.lower(first - 2) === 'the';

/** "these two don't agree": those told of before, not how many they are. */
const anaphor: Trap = (scan, { first, kind, unitTokens }) =>
  kind === 'count' &&
  unitTokens === null &&
  /^(?:these|those)$/.test(scan.lower(first - 1)) &&
  scan.lower(first - 2) !== 'of';

/** "six second hand planes", "one second-set lapse": a rank within a compound. */
const secondOf: Trap = (scan, { end, unit }) =>
  unit === 's' &&
  scan.lower(end - 1) === 'second' &&
  scan.isApart(end - 1) &&
  (scan.isJoint(end) || scan.isCue(end, 'second-of'));

/** "won silver in the 100m", "the women's 60m": a race. */
const race: Trap = (scan, { first, end, unit, value }) =>
  unit === 'm' &&
  value !== null &&
  scan.cues.get('race-length')?.has(String(value)) === true &&
  (/^(?:the|['’]s)$/.test(scan.lower(first - 1)) || scan.isCue(first - 1, 'racing')) &&
  /^(?:PUNCT|ADP|CCONJ|VERB|AUX|NUM|)$/.test(scan.pos(end)) &&
  !/^(?:of|from|to|above|below)$/.test(scan.lower(end));

/** "scored on 52 minutes": when. */
const minute: Trap = (scan, { first, unit }) => unit === 'min' && scan.lower(first - 1) === 'on';

/** "eight top three hits": a list that is named by its length. */
const topList: Trap = (scan, { first, kind }) =>
  kind === 'count' && scan.lower(first - 1) === 'top' && scan.number(first - 2) !== null;

/** "the first six months of 2005": a time. */
const partOfTime: Trap = (scan, { first, end, kind }) =>
  kind === 'duration' &&
  /^(?:first|final|last|opening)$/.test(scan.lower(first - 1)) &&
  scan.lower(end) === 'of' &&
  (scan.timeAt(end + 1) !== undefined || scan.timeAt(end + 2) !== undefined);

/** "its 777 airliner", "shelved its 737 replacement": one thing with a number for a name. */
const model: Trap = (scan, { first, numberEnd, isBare, unitTokens }) =>
  isBare &&
  unitTokens !== null &&
  unitTokens[0] === numberEnd &&
  /^\d{3}$/.test(scan.text(first)) &&
  scan.tag(unitTokens[1] - 1) === 'NN' &&
  !/s$/.test(scan.lower(unitTokens[1] - 1)) &&
  !scan.isCue(unitTokens[1] - 1, 'uninflected');

/** "the 90049 ZIP code". */
const code: Trap = (scan, { numberEnd, isBare }) =>
  isBare &&
  (scan.isCue(numberEnd, 'code') || (scan.isCue(numberEnd, 'code-word') && scan.lower(numberEnd + 1) === 'code'));

/** "her 1500m title", "the 400 metres hurdles": the name of a contest. */
const contest: Trap = (scan, { end, unit, kind, value, unitTokens, numberEnd }) => {
  if (unit === 'm') return scan.isCue(end, 'contest');
  // "her 200m titles": no millions
  const isLength = scan.cues.get('race-length')?.has(String((value ?? 0) / 1e6)) === true;
  return (
    kind === 'count' &&
    isLength &&
    /m$/.test(scan.lower(numberEnd - 1)) &&
    unitTokens !== null &&
    scan.isCue(unitTokens[1] - 1, 'contest')
  );
};

/** "a two-thirds majority": no two of anything. */
const partOfFraction: Trap = (scan, { numberEnd, kind }) =>
  kind === 'count' && scan.isJoint(numberEnd) && scan.numbers.fractions.has(scan.lower(numberEnd + 1));

/** "40.3 ± 0.004 days": how sure the number before is. */
const tolerance: Trap = (scan, { first }) => /^(?:±|\+\/-|\+\/−)$/.test(scan.text(first - 1));

/** "two-handed", "four-legged": what something is like, not how many of anything. */
const likeness: Trap = (scan, { kind, unitTokens, numberEnd }) =>
  kind === 'count' && unitTokens === null && scan.isJoint(numberEnd) && /^(?:VB[ND]|JJ)$/.test(scan.tag(numberEnd + 1));

/** "phoned 911", "2100 UTC". */
const dialled: Trap = (scan, { first, numberEnd, isBare, unitTokens }) =>
  isBare && ((unitTokens === null && scan.isCue(first - 1, 'dial')) || scan.isCue(numberEnd, 'zone'));

/** "on [14], [20] and 27 April": days of a month that stands behind the last of them. */
const dayOfMonth: Trap = (scan, { end, isBare, unitTokens, value }) => {
  if (!isBare || unitTokens !== null || value === null || value > 31 || !Number.isInteger(value)) return false;
  for (let at = end, left = 6; left > 0; left--) {
    if (!/^(?:,|and|or|to|[-–])$/.test(scan.lower(at))) return false;
    const time = scan.timeAt(at + 1);
    if (time) return time.kind === 'date' && /^\d{1,2}$/.test(scan.lower(at + 1)) && scan.pos(at + 2) === 'PROPN';
    if (!/^\d{1,2}$/.test(scan.lower(at + 1))) return false;
    at += 2;
  }
  return false;
};

/** "10 Downing Street": a number, a name and a word for a street. */
const address: Trap = (scan, { isBare, numberEnd }) => {
  if (!isBare) return false;
  let end = numberEnd;
  while (end < numberEnd + 4 && scan.pos(end) === 'PROPN') end++;
  return end > numberEnd && scan.units.addresses.has(scan.lower(end - 1).replace(/\.$/, ''));
};

/** "F-16", "COVID-19", "9/11", "555-1234", "24/7", "#7": digits that are part of something longer. */
const partOfWord: Trap = (scan, { first, numberFirst, numberEnd, end, kind, currency, isBare, value }) => {
  if (kind === 'count' && scan.text(first).includes('/')) return true;
  // "US55|,|931,000": the rest of a number that is written onto letters.
  if (scan.text(first - 1) === ',' && !scan.isApart(first) && /\d$/.test(scan.text(first - 2))) return true;
  // "a 6–3 majority"
  const isJoined = isBare && /^[–—]$/.test(scan.text(first - 1)) && !scan.isApart(first);
  if (isJoined && /^\d+$/.test(scan.text(first - 2)) && Number(scan.text(first - 2)) > (value ?? 0)) return true;
  const touchesBefore =
    !scan.isApart(first) && /[\p{L}\p{N}#@&_*/\\]$|^[-‑/+.:'’]$/u.test(scan.text(first - 1)) && currency === null;
  // "a sub-300 m² flat", "the now-18-month-old": the hyphen belongs to a hedge or an adverb.
  const isHedge =
    scan.isDash(first - 1) &&
    (phraseBefore(scan.units.hedgesBefore, scan.tokens, first, scan.first) !== null ||
      (kind === 'age' && scan.pos(first - 2) === 'ADV'));
  if (touchesBefore && !isHedge && !(scan.isDash(first - 1) && kind === 'percent'))
    return !/^[("“‘]$/.test(scan.text(first - 1));
  if (numberFirst !== first && currency === null && kind !== 'rank' && !/^[-−–]$/.test(scan.text(first))) return true;
  if (scan.isApart(end) || kind === 'score') return false;
  const next = scan.text(end);
  if (/^[/:@_*=]$/.test(next) && !scan.isApart(end + 1)) return true;
  if (/^[×^±]$/.test(next)) return true;
  if (next === ',' && /^\d/.test(scan.text(end + 1)) && !scan.isApart(end + 1)) return true;
  const isTail =
    scan.isJoint(end) && (/^\d/.test(scan.text(end + 1)) || (isBare && /^\p{Lu}$/u.test(scan.text(end + 1))));
  return isTail || (numberEnd === end && isBare && /^\p{L}/u.test(next) && !scan.isApart(end));
};

/** "one of the reasons", "one day", "no one", "one another": one that counts nothing. */
const one: Trap = (scan, { first, numberEnd, value, kind, unitTokens }) => {
  if (value !== 1 || scan.lower(first) !== 'one') return false;
  if (kind === 'duration') return scan.lower(numberEnd) === 'day';
  if (kind !== 'count') return false;
  const isPronoun =
    scan.pos(first) !== 'NUM' || unitTokens === null || unitTokens[0] !== numberEnd || scan.pos(numberEnd) === 'VERB';
  return (
    isPronoun ||
    /^(?:no|any|every|some|each|the|this|that|which|another)$/.test(scan.lower(first - 1)) ||
    /^(?:day|another|thing|way|side|hand)$/.test(scan.lower(numberEnd))
  );
};

/** "1." or "2)" at the head of a line: the number of an item. */
const listItem: Trap = (scan, { first, end, isBare }) =>
  isBare && first === scan.first && /^[.)]$/.test(scan.text(end));

/** "And two, in the name of …": the number of an argument. */
const argument: Trap = (scan, { first, numberEnd, kind, unitTokens }) =>
  kind === 'count' &&
  unitTokens === null &&
  scan.text(numberEnd) === ',' &&
  (first === scan.first || (first === scan.first + 1 && /^(?:and|but)$/.test(scan.lower(scan.first)))) &&
  !/^\d/.test(scan.text(first));

/** "zero tolerance", "zero growth": none of a thing that is not counted. */
const zero: Trap = (scan, { first, value, kind, unitTokens }) =>
  value === 0 && kind === 'count' && scan.lower(first) === 'zero' && !isPlural(scan, unitTokens);

/** Four digits without a comma that count nothing, or one thing ("the 1789 view"), may be a year or a code. */
const looseYear: Trap = (scan, { first, isBare, unitTokens, kind }) =>
  isBare &&
  kind === 'count' &&
  /^\d{4,}$/.test(scan.text(first)) &&
  (unitTokens === null || !isPlural(scan, unitTokens)
    ? /^(?:1\d|20)\d\d$/.test(scan.text(first))
    : scan.text(first).length > 6);

/** `Democracy 2.0"`: the mark ends a quotation and is no inch. */
const closingQuote: Trap = (scan, { first, end, kind, unitText }) => {
  if (kind !== 'measurement' || !/^["”]$/.test(unitText ?? '')) return false;
  // `by calling 101", said Novak`: the quotation began in a sentence before.
  if (scan.text(end) === ',' && /^(?:VERB|PRON|PROPN)$/.test(scan.pos(end + 1))) return true;
  for (let i = first - 1; i >= Math.max(scan.first, first - 40); i--) if (/^["“]$/.test(scan.text(i))) return true;
  return false;
};

/** "two seasons ago": when, not how many. */
const ago: Trap = (scan, { end, kind, unitTokens }) =>
  kind === 'count' && unitTokens !== null && scan.lower(Math.max(end, unitTokens[1])) === 'ago';

/** "a second", "half an hour later": a length that no number states. */
const article: Trap = (scan, { first, kind }) => kind === 'duration' && /^an?$/.test(scan.lower(first));

/** Every trap. */
export const traps: readonly Trap[] = [
  time,
  isNamed,
  inName,
  labelled,
  round,
  anaphor,
  inTitle,
  race,
  coined,
  secondOf,
  minute,
  topList,
  partOfTime,
  dialled,
  partOfFraction,
  contest,
  model,
  code,
  versioned,
  tolerance,
  likeness,
  closingQuote,
  dayOfMonth,
  address,
  partOfWord,
  one,
  zero,
  listItem,
  argument,
  looseYear,
  article,
  ago,
];
