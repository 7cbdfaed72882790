import type { Scan } from './scan.ts';

const reach = 7;

/**
 * The noun phrase that a number counts, as tokens [first, end): `2,300 [residents]`, `two [Russian pilots]`.
 * Null where no noun follows, or where what follows is another thing ("11 on Tuesday").
 */
export function countedNoun(scan: Scan, at: number): readonly [first: number, end: number] | null {
  // "a three-judge panel", "a five-point plan": the word that is joined to the number is what it counts.
  if (scan.isDash(at - 1) && scan.isJoint(at - 1) && scan.pos(at) === 'NOUN')
    return scan.isDash(at + 1) ? null : [at, at + 1];
  if (scan.lower(at) === 'strong') return null;
  // "two-handed play"
  if (scan.isDash(at - 1) && scan.isJoint(at - 1) && /^(?:VBN|VBD|JJ)$/.test(scan.tokens[at]?.tag ?? '')) return null;
  const first = /^(?:more|other|additional|further)$/.test(scan.lower(at))
    ? at + 1
    : scan.lower(at) === 'of'
      ? ofNoun(scan, at)
      : at;
  let head = -1;
  for (let i = first; i < Math.min(scan.end, first + reach); i++) {
    if (scan.timeAt(i)) break;
    // "24 UK top 250 companies".
    if (scan.lower(i) === 'top' && scan.pos(i + 1) === 'NUM' && i + 2 < scan.end) {
      i++;
      continue;
    }
    const pos = scan.pos(i);
    // "18 777s", "24 A320s".
    if (/^\p{Lu}?\d{2,4}s$/u.test(scan.text(i))) {
      head = i;
      break;
    }
    if (pos === 'NOUN' || pos === 'PROPN') {
      head = i;
      // A plural ends the phrase: "two pilots Tuesday", "five games home".
      if (scan.tokens[i]!.tag === 'NNS' && !isNoun(scan, i + 1) && !isDouble(scan, i)) break;
    } else if (!isInside(scan, i, head)) break;
  }
  if (head >= 0 && isHiddenPlural(scan, head)) head++;
  return head < 0 || isName(scan, head) ? null : [first, head + 1];
}

/** Where the noun itself begins: without the participles and adverbs before it (“20 [badly burnt] bodies”). */
export function unitOfNoun(scan: Scan, [first, end]: readonly [first: number, end: number]): number {
  let at = first;
  while (at < end - 1 && isParticiple(scan, at)) at++;
  return at;
}

const isParticiple = (scan: Scan, at: number): boolean =>
  !scan.isDash(at + 1) &&
  !scan.isDash(at - 1) &&
  (/^VB[NG]$/.test(scan.tag(at)) || (scan.pos(at) === 'ADV' && /^(?:VB[NG]|JJ)$/.test(scan.tag(at + 1))));

/** “Rolls-Royce”: a plural in capitals that a hyphen joins to a name. */
const isDouble = (scan: Scan, at: number): boolean =>
  scan.isJoint(at + 1) && /^\p{Lu}/u.test(scan.text(at)) && scan.pos(at + 2) === 'PROPN';

/** "number eight Simon Taylor", "0300 UTC": a name that is no plural is not counted. */
const isName = (scan: Scan, head: number): boolean =>
  scan.tokens[head]!.tag === 'NNP' && !/s$/.test(scan.lower(head)) && !scan.isDash(head - 1);

/** “fourteen felony [charges]”: more than one of a thing that stands in the singular, and a plural that looks like a verb. */
const isHiddenPlural = (scan: Scan, head: number): boolean =>
  scan.tag(head) === 'NN' &&
  scan.tag(head + 1) === 'VBZ' &&
  scan.pos(head + 1) === 'VERB' &&
  /s$/.test(scan.lower(head + 1)) &&
  !scan.isCue(head, 'uninflected') &&
  !/^(?:one|1|no|zero|0)$/.test(scan.lower(head - 1)) &&
  !scan.isDash(head - 1);

/** "a score of jets", "millions of people"; not "two of the jets", whose number stands for a part. */
const ofNoun = (scan: Scan, at: number): number => (scan.numbers.scales.has(scan.lower(at - 1)) ? at + 1 : at);

const isNoun = (scan: Scan, at: number): boolean => /^(?:NOUN|PROPN)$/.test(scan.pos(at)) && !scan.timeAt(at);

/** Adjectives and participles before the head, hyphens within words, "and" between adjectives. */
function isInside(scan: Scan, at: number, head: number): boolean {
  const { pos, tag, lower } = scan.tokens[at]!;
  if (lower === 'strong') return false;
  // "thousands of state-funded musicians"
  if ((tag === 'VBN' || tag === 'JJ') && scan.isDash(at - 1) && scan.isJoint(at - 1)) return isNoun(scan, at + 1);
  // "five new 737 aircraft", "60 Boeing 787 jets"
  if (pos === 'NUM' && /^\d{1,2}$/.test(lower))
    return head === at - 1 && /^\p{Lu}/u.test(scan.text(head)) && scan.tag(at + 1) === 'NNS';
  if (pos === 'NUM' && /^\d{3}$/.test(lower)) return /^(?:ADJ|PROPN)$/.test(scan.pos(at - 1)) && isNoun(scan, at + 1);
  // "460 Kia and Hyundai vehicles"
  if (lower === 'and' && head === at - 1 && scan.pos(head) === 'PROPN' && scan.pos(at + 1) === 'PROPN')
    return scan.tag(at + 2) === 'NNS' || (scan.pos(at + 2) === 'PROPN' && scan.tag(at + 3) === 'NNS');
  // “1.5 adult male Magellanic penguins”
  const isPlural = scan.pos(at + 1) === 'ADJ' && scan.tag(at + 2) === 'NNS';
  // “thousands of anime and manga fans”
  if (
    lower === 'and' &&
    head === at - 1 &&
    scan.tag(head) === 'NN' &&
    scan.tag(at + 1) === 'NN' &&
    scan.tag(at + 2) === 'NNS'
  )
    return true;
  if (pos === 'ADJ') return head < 0 || isNoun(scan, at + 1) || isPlural;
  if (tag === 'VBD') return head < 0 && scan.pos(at - 1) === 'ADV' && isNoun(scan, at + 1);
  if (tag === 'VBN' || tag === 'VBG') return head < 0 && (isNoun(scan, at + 1) || scan.pos(at + 1) === 'ADJ');
  if (/^[-‑]$/.test(lower)) return !scan.isApart(at) && !scan.isApart(at + 1);
  // "the 20 most expensive homes"
  if (tag === 'RBS' && head < 0 && scan.tag(at + 1) === 'JJ') return true;
  // "20 badly burnt bodies"
  if (pos === 'ADV' && head < 0 && /ly$/.test(lower) && /^(?:VBN|VBD|JJ)$/.test(scan.tag(at + 1))) return true;
  if (pos === 'ADV' || pos === 'NUM') return scan.isDash(at + 1) && !scan.isApart(at + 1);
  return lower === 'and' && head < 0 && scan.pos(at - 1) === 'ADJ' && scan.pos(at + 1) === 'ADJ';
}
