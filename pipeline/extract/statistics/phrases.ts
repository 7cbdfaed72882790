import { isCapital, isGlue, isJoined, isTouching } from './glue.ts';
import type { Run, View } from './view.ts';

const inside = /^(?:NOUN|PROPN|ADJ|DET|NUM|PART|SYM)$/;

/** The noun phrase that ends just before token `end`, with the `of` and `in` phrases it is made of, or null. */
export function phraseEndingAt(view: View, end: number, links: RegExp = ofAnything): Run | null {
  const last = skipTerm(view, skipTimes(view, end));
  let at = last;
  for (let parts = 0; parts < 4; parts++) {
    const first = baseBefore(view, at);
    if (first === at) return parts === 0 ? null : [at + prepositions(view, at), last];
    const count = linksBefore(view, first, links);
    if (count === 0 || baseBefore(view, first - count) === first - count) return [first, last];
    at = first - count;
  }
  return [at, last];
}

/** The run without “in the quarter” and the like at its end. */
function skipTerm(view: View, end: number): number {
  if (!view.is(end - 1, 'term')) return end;
  const first = baseBefore(view, end);
  const isTerm = first < end && end - first <= 3 && /^(?:in|for|during|over|on)$/.test(view.lower(first - 1));
  return isTerm && first - 1 > view.sentence.firstToken ? first - 1 : end;
}

/** Prepositions that stand at `at`. */
function prepositions(view: View, at: number): number {
  let count = 0;
  while (view.pos(at + count) === 'ADP') count++;
  return count;
}

const ofAnything = /^(?:of|in|out|for|on|with|across|among)$/;

const linksBefore = (view: View, at: number, links: RegExp): number => {
  let count = 0;
  while (count < 2 && /^(?:ADP|SCONJ)$/.test(view.pos(at - count - 1)) && links.test(view.lower(at - count - 1)))
    count++;
  return count;
};

/** First token of the base noun phrase that ends before `end`; `end` itself where none does. */
export function baseBefore(view: View, end: number): number {
  const isHead = /^(?:NOUN|PROPN)$/.test(view.pos(end - 1)) || isNumbered(view, end - 1) || isOfName(view, end - 1);
  if (!isHead || view.isTime(end - 1)) return end;
  let at = end - 1;
  // “agreed with the airline [the sale]”: an article opens the phrase.
  while (isInside(view, at - 1) && !isQuantity(view, at - 1) && !opens(view, at)) at--;
  while (at < end && /^(?:PART|SYM)$/.test(view.pos(at))) at++;
  // “[two]-way trade”
  if (/^[-‑]$/.test(view.lower(at)) && isJoined(view, at + 1)) at--;
  // “energy and food prices”, “Urban Outfitters and Ross”
  const mayJoin =
    view.lower(at - 1) === 'and' && view.token(at)?.tag !== 'PRP$' && /^(?:NOUN|PROPN)$/.test(view.pos(at - 2));
  if (mayJoin && !view.isTime(at - 2) && !isCountedNoun(view, at - 2)) {
    const first = isQuantity(view, at - 2) ? at - 1 : baseBefore(view, at - 1);
    if (
      first < at - 1 &&
      (view.pos(first - 1) !== 'ADP' || view.lower(first - 1) === 'of' || view.lower(first) === 'both')
    )
      return first;
  }
  return at;
}

/** An article, and no “all”, “both” or the like before it; “Mr”, behind a noun. */
const opens = (view: View, at: number): boolean =>
  (view.is(at, 'courtesy') && view.pos(at) === 'PROPN' && view.pos(at - 1) === 'NOUN') || isOpening(view, at);

const isOpening = (view: View, at: number): boolean =>
  /^(?:the|an?)$/.test(view.lower(at)) && view.pos(at) === 'DET' && !/^(?:PDT|DT)$/.test(view.token(at - 1)?.tag ?? '');

/** “the Dow Jones Industrial [Average]”: a capital after a name, whatever its tag. */
export const isOfName = (view: View, at: number): boolean =>
  isCapital(view, at) &&
  /^(?:ADJ|ADV)$/.test(view.pos(at)) &&
  isCapital(view, at - 1) &&
  at - 1 > view.sentence.firstToken;

const isQuantity = (view: View, at: number): boolean => view.others.some((q) => q.firstToken <= at && at < q.endToken);

/** “won 13 [seats] and Labour lost 10”: what another number counts. */
export function isCountedNoun(view: View, at: number): boolean {
  let first = at;
  while (/^(?:NOUN|PROPN|ADJ)$/.test(view.pos(first)) && !isQuantity(view, first)) first--;
  return first < at && view.others.some((q) => q.kind === 'count' && q.endToken === first + 1);
}

/** “the S&P [500]”: a number that belongs to the name before it. */
const isNumbered = (view: View, at: number): boolean =>
  view.pos(at) === 'NUM' &&
  (view.pos(at - 1) === 'PROPN' || /^\p{Lu}.*\p{Lu}/u.test(view.token(at - 1)?.text ?? '')) &&
  !isQuantity(view, at);

function isInside(view: View, at: number): boolean {
  const token = view.token(at);
  if (!token) return false;
  if (view.isTime(at)) return isMonthOfName(view, at);
  if (/^[-‑]$/.test(token.text) ? isTouching(view, at) : isGlue(view, at)) return true;
  // “the price of [both] crudes”
  if (token.lower === 'both') return inside.test(view.pos(at + 1)) || view.token(at + 1)?.tag === 'PRP$';
  if (token.pos === 'PART') return /^['’]s?$/.test(token.text);
  if (token.pos === 'PRON') return token.tag === 'PRP$';
  if (view.is(at, 'attributive') && token.pos === 'VERB') return view.pos(at + 1) === 'NOUN';
  if (token.tag === 'VBN' && /^(?:ADP|ADJ)$/.test(view.pos(at - 1))) return true;
  if (token.tag === 'VBN' || token.tag === 'VBG') return view.pos(at - 1) === 'DET';
  // “long-term incentives”
  if (token.pos === 'ADV' && /^[-‑]$/.test(view.lower(at + 1))) return true;
  // "the TA-35 index"
  if (/^\p{Lu}{2,5}$/u.test(token.text) && /^[-‑]$/.test(view.lower(at + 1))) return true;
  return inside.test(token.pos);
}

/** “the [September] crude contract”: one word of time within a noun phrase. */
const isMonthOfName = (view: View, at: number): boolean =>
  view.pos(at) === 'PROPN' &&
  /^(?:NOUN|ADJ)$/.test(view.pos(at + 1)) &&
  !view.isTime(at + 1) &&
  !view.isTime(at - 1) &&
  view.pos(at - 1) === 'DET';

/** The noun phrase that begins at token `at`, with the `of` phrase after it, or null. */
export function phraseFrom(view: View, at: number): Run | null {
  let end = baseAfter(view, at);
  if (end === at) return null;
  for (let i = 0; i < 2 && view.lower(end) === 'of'; i++) {
    const next = baseAfter(view, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return [at, end];
}

function baseAfter(view: View, at: number): number {
  let head = at;
  // Where the thing that somebody has begins: “Ecuador's [entire] production”.
  let owned = -1;
  for (let i = at; i < at + 10; i++) {
    const token = view.token(i);
    // “a £40 [monthly] fee”
    const isOften = i === at && token?.pos === 'ADJ' && view.pos(i + 1) === 'NOUN';
    if (!token || (view.isTime(i) && !isOften)) break;
    const isNoun = token.pos === 'NOUN' || token.pos === 'PROPN';
    if (token.pos === 'PART' && head === i) owned = i + 1;
    else if (owned === i && token.pos === 'ADJ') owned = i + 1;
    if (isNoun) head = i + 1;
    // “US firm [ISG]”, whatever the tag of what it is
    else if (token.pos === 'ADJ' && head === i && view.pos(i - 1) === 'PROPN' && view.pos(i + 1) === 'PROPN') continue;
    else if (isOften || owned === i + 1) continue;
    // “of [participating] voters”
    else if (i === at && token.tag === 'VBG' && view.lower(at - 1) === 'of' && view.pos(at + 1) === 'NOUN') continue;
    else if (
      !isInside(view, i) &&
      !(token.tag === 'VBN' && (/^(?:DET|ADJ)$/.test(view.pos(i - 1)) || isJoined(view, i))) &&
      token.pos !== 'ADV'
    )
      break;
    else if (token.pos === 'DET' && i > at) break;
    else if (head > at && token.pos !== 'PART' && !/^[-‑]$/.test(token.text) && !isGlue(view, i) && !isJoined(view, i))
      break;
  }
  return head > at ? pastHyphens(view, head) : head;
}

/** “COVID-[19]”, “world-[wide]”, “buy-[to-let mortgages]”, “injury [lay-off]”: what hyphens join to the end, and the nouns behind. */
function pastHyphens(view: View, head: number): number {
  let at = head;
  if (view.pos(at) === 'VERB' && isJoined(view, at + 2) && /^(?:ADP|ADV)$/.test(view.pos(at + 2))) at += 3;
  while (/^[-‑–/]$/.test(view.lower(at)) && isJoined(view, at + 1) && !view.isTime(at + 1)) at += 2;
  while (at > head && /^NNS?$/.test(view.token(at)?.tag ?? '') && !view.isTime(at)) at++;
  return at;
}

/** The run without time expressions (and their prepositions) at its end. */
function skipTimes(view: View, end: number): number {
  let at = end;
  for (let i = 0; i < 2; i++) {
    if (!view.isTime(at - 1)) break;
    while (view.isTime(at - 1)) at--;
    if (view.pos(at - 1) === 'ADP' || view.pos(at - 1) === 'SCONJ') at--;
  }
  return at;
}

/** Splits `Ecuador's murder rate` into owner and thing; articles and possessives fall away. */
export function ownerAndThing(
  view: View,
  [first, end]: Run,
): { readonly owner: Run | null; readonly thing: Run | null } {
  let split = -1;
  for (let i = first; i < end; i++) if (/^['’]s?$/.test(view.lower(i)) && view.pos(i) === 'PART') split = i;
  const of = indexOf(view, first, end);
  const isOwned = split > first && (of < 0 || split < of);
  const owner = isOwned ? trimmed(view, [first, split]) : null;
  return { owner, thing: trimmed(view, [isOwned ? split + 1 : first, end]) };
}

function indexOf(view: View, first: number, end: number): number {
  for (let i = first; i < end; i++) if (view.pos(i) === 'ADP') return i;
  return -1;
}

/** Without articles, possessives, adverbs and words of amount (“many”) at its head; null where nothing is left. */
export function trimmed(view: View, [first, end]: Run): Run | null {
  let at = first;
  while (
    at < end &&
    ((/^(?:DET|ADV|PUNCT|SYM|NUM)$/.test(view.pos(at)) && !/^[-‑]$/.test(view.lower(at + 1)) && !isTitled(view, at)) ||
      /^(?:PRP|WP)\$$/.test(view.token(at)?.tag ?? '') ||
      (view.is(at, 'amount-word') && at + 1 < end && !/^[-‑]$/.test(view.lower(at + 1))))
  )
    at++;
  return at < end ? [at, end] : null;
}

/** “[Million] Dollar Baby”: a number's word within a name. */
const isTitled = (view: View, at: number): boolean =>
  view.pos(at) === 'NUM' &&
  at > view.sentence.firstToken &&
  /^\p{Lu}\p{Ll}/u.test(view.token(at)?.text ?? '') &&
  isCapital(view, at + 1);

/** Steps over adverbs, auxiliaries and negations to the left of `at`. */
export function beforeAdverbs(view: View, at: number): number {
  let i = at;
  while (
    (/^(?:ADV|AUX)$/.test(view.pos(i - 1)) && !isOfName(view, i - 1)) ||
    view.is(i - 1, 'not') ||
    (view.pos(i - 1) === 'PART' && view.lower(i - 1) === 'to')
  )
    i--;
  return i;
}
