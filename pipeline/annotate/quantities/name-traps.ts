import type { Scan } from './scan.ts';
import { isPlural, type Trap } from './trap.ts';

/** "Boeing 737", "iPhone 11 Pro", "S&P 500": digits alone after a name, and nothing counted after them. */
export const isNamed: Trap = (scan, { first, isBare, unitTokens, kind }) => {
  if (!isBare || kind !== 'count' || /,|\./.test(scan.text(first)) || !isName(scan, first - 1)) return false;
  if (isProduct(scan, first - 1)) return true;
  return !isPlural(scan, unitTokens) || (unitTokens !== null && scan.pos(unitTokens[0]) === 'PROPN');
};

/** "iPhone 4 owners", "the Trent 900 engines": a small letter before the capital, or an article before the name. */
function isProduct(scan: Scan, at: number): boolean {
  if (/^\p{Ll}\p{Lu}/u.test(scan.text(at))) return true;
  let first = at;
  const isPart = (k: number): boolean =>
    scan.pos(k) === 'PROPN' || scan.isJoint(k) || (scan.isJoint(k + 1) && /^\p{Lu}/u.test(scan.text(k)));
  while (first > scan.first && isPart(first - 1)) first--;
  return scan.pos(at) === 'PROPN' && /^(?:the|an?)$/.test(scan.lower(first - 1));
}

/** A word with a capital that no sentence, month or day of the week gives it. */
const isName = (scan: Scan, at: number): boolean =>
  /\p{Lu}/u.test(scan.text(at)) && !scan.timeAt(at) && (at > scan.first || scan.pos(at) === 'PROPN');

/** "Radio Seven Rivers", "the Three Gorges Dam", "Tropical Depression Three": a number word within a name. */
export const inName: Trap = (scan, { first, numberEnd, isBare, kind }) => {
  if (isBare || first === scan.first || !/^\p{Lu}\p{Ll}/u.test(scan.text(first))) return false;
  // "Ocean's Twelve"
  const name = scan.pos(first - 1) === 'PART' && /^['’]s$/.test(scan.lower(first - 1)) ? first - 2 : first - 1;
  // "Advisory Number 14"; "No." has a capital everywhere, so it says nothing: "the Spanish No. 3".
  const isNumbered = kind === 'rank' && scan.text(first) === 'Number';
  const nameParts = isNumbered ? /^(?:PROPN|ADJ|NOUN)$/ : /^PROPN$/;
  const isAfterName = /^\p{Lu}/u.test(scan.text(name)) && nameParts.test(scan.pos(name));
  // “, Forty Shades of Blue”, “their Five Nations match”, though not “: “Two Peruvians”
  const isInside = /^[\p{L}\d,]/u.test(scan.text(first - 1));
  const mayBegin = /^(?:DET|PART|ADP)$/.test(scan.pos(first - 1)) || (isInside && hasSmallVerb(scan));
  const isBeforeName = /^\p{Lu}/u.test(scan.text(numberEnd)) && mayBegin;
  return isAfterName || isBeforeName;
};

/** "the radio's World at One programme", "21 Grams": a capital that neither sentence nor title case gives a number's word, or its unit's. */
export const inTitle: Trap = (scan, { first, numberFirst, numberEnd, end, isBare, kind }) => {
  const isWord = !isBare && kind === 'count' && /^\p{Lu}\p{Ll}/u.test(scan.text(numberFirst));
  const isUnit =
    /^(?:measurement|duration)$/.test(kind) &&
    /^\p{Lu}\p{Ll}{3}/u.test(scan.text(end - 1)) &&
    !scan.isCue(end - 1, 'capital-unit');
  if (!isWord && !isUnit) return false;
  const from = isWord ? numberFirst : first;
  return (
    from > scan.first &&
    /^\p{Ll}/u.test(scan.text(isWord ? numberEnd : end)) &&
    /^[\p{L},]/u.test(scan.text(from - 1)) &&
    hasSmallVerb(scan)
  );
};

/** A sentence whose verbs have small letters is no headline in title case. */
function hasSmallVerb(scan: Scan): boolean {
  for (let at = scan.first + 1; at < scan.end; at++)
    if (scan.pos(at) === 'VERB' && /^\p{Ll}/u.test(scan.text(at))) return true;
  return false;
}

/** "the rapper 50 Cent", "a Million Dollar story": one coin with a capital after more than one. */
export const coined: Trap = (scan, { end, kind, value, first }) =>
  kind === 'money' &&
  first > scan.first &&
  /^\p{Lu}\p{Ll}/u.test(scan.text(end - 1)) &&
  scan.isCue(end - 1, 'coin') &&
  !/s$/.test(scan.lower(end - 1)) &&
  value !== 1 &&
  value !== 0.01 &&
  hasSmallVerb(scan);

/** "the initial 0.4 development", "Debian 9.6", "[Version] 5.3": a version. */
export const versioned: Trap = (scan, { first, isBare, unitTokens, kind }) => {
  if (!isBare || !/^\d+\.\d+$/.test(scan.text(first))) return false;
  if (unitTokens === null)
    return kind === 'count' && (isVersionedName(scan, first - 1) || scan.lower(first - 2) === 'version');
  return (
    !isPlural(scan, unitTokens) &&
    !scan.isCue(unitTokens[0], 'scale') &&
    /^(?:DET|ADJ|PROPN)$/.test(scan.pos(first - 1))
  );
};

/** "Debian": a name within the sentence that no scale, day or index is. */
const isVersionedName = (scan: Scan, at: number): boolean =>
  scan.pos(at) === 'PROPN' && at > scan.first && isName(scan, at) && !scan.isCue(at, 'scale') && !scan.isDash(at + 1);
