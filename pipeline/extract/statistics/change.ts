import type { Quantity } from '../../annotate/document.ts';
import { beforeAdverbs, phraseEndingAt } from './phrases.ts';
import { isAfterName } from './thing.ts';
import type { Run, View } from './view.ts';

/** A rise or fall that the text states with the quantity, and the words that measure it. */
export interface Change {
  readonly change: 'rise' | 'fall' | 'none';
  /** The number before the change, where it is printed. */
  readonly base: Quantity | null;
  /** Where the phrase of what changed ends, or where it begins after a noun of change. */
  readonly before: number | null;
  readonly after: number | null;
}

const none: Change = { change: 'none', base: null, before: null, after: null };

/** Reads “fell by 16%”, “down 3%”, “a 16% drop in”, “a decrease of 16% in”, “from 5.2% to 4.9%”. */
export function changeOf(view: View): Change {
  if (/^(?:score|rank|age)$/.test(view.quantity.kind)) return none;
  // “doubles every five months”
  if (view.quantity.kind === 'duration' && view.lower(view.quantity.firstToken - 1) === 'every') return none;
  return (
    fromTo(view) ??
    signed(view) ??
    adverb(view) ??
    verb(view, view.first) ??
    verb(view, beforeAverage(view)) ??
    object(view) ??
    nounAfter(view) ??
    nounBefore(view) ??
    none
  );
}

/** “grew by [an average of] 3%”, “made [a total of] $1m”. */
export function beforeAverage(view: View): number {
  const noun = view.first - 2;
  if (view.lower(noun + 1) !== 'of' || !view.is(noun, 'statistic')) return view.first;
  return noun - (view.pos(noun - 1) === 'DET' ? 1 : 0);
}

/** The direction of a verb, or null; a noun of the same word is none. */
function direction(view: View, at: number): 'rise' | 'fall' | null {
  if (view.pos(at) !== 'VERB' && !isHeadlineVerb(view, at)) return null;
  return view.is(at, 'rise') ? 'rise' : view.is(at, 'fall') ? 'fall' : null;
}

/** “Nasdaq slid 1.1%”, “sales growth 5%”, “DAX decrease by 1%”: whatever its tag, a word of change right before a share or a price. */
const isHeadlineVerb = (view: View, at: number): boolean =>
  at === view.first - (view.lower(view.first - 1) === 'by' ? 2 : 1) &&
  /^(?:NOUN|PROPN|ADJ|ADV)$/.test(view.pos(at)) &&
  /^(?:NOUN|PROPN|AUX|PUNCT)$/.test(view.pos(at - 1)) &&
  /^(?:percent|percentage_point|money)$/.test(view.quantity.kind) &&
  view.pos(view.end) !== 'NOUN';

/** The quantity that ends before `at` with at most `gap` tokens between. */
const quantityBefore = (view: View, at: number, gap: number): Quantity | undefined =>
  view.others.findLast((q) => q.endToken <= at && at - q.endToken <= gap);

const isSame = (a: Quantity, b: Quantity): boolean => a.kind === b.kind && a.unit === b.unit;

/** “fell from 5.2% to 4.9%”, “down from 78 percent”, “to $7bn from $6bn”. */
function fromTo(view: View): Change | null {
  const { quantity, first } = view;
  if (view.lower(first - 1) === 'to') {
    const base = quantityBefore(view, first - 1, 6);
    const from = base ? base.firstToken - 1 : -1;
    if (base && view.lower(from) === 'from' && mayShareUnit(base, quantity)) {
      // “rose 20% from 100 to 120”: the size of the change stands between verb and ends.
      const size = view.others.find((q) => q.endToken === from);
      return withBase(view, base, changeAt(view, from) ?? (size ? changeAt(view, size.firstToken) : null));
    }
  }
  const next = view.others.find((q) => q.firstToken >= view.past && fromBefore(view, q.firstToken) >= 0);
  if (!next || next.value === null || next.firstToken - view.past > 12 || !isSame(next, quantity)) return null;
  const from = fromBefore(view, next.firstToken);
  // “$110m, up 10% from $100m”
  const size = view.others.find((q) => q.firstToken >= view.past && q.endToken === from);
  const word = size ? size.firstToken - 1 : -1;
  if (size && (view.is(word, 'up') || view.is(word, 'down')))
    return { ...none, change: view.is(word, 'up') ? 'rise' : 'fall', base: next };
  // “for the last three months of 2024, up from …”: a length is no other number.
  const isOther = (q: Quantity): boolean => q !== next && q.kind !== 'duration';
  if (view.others.some((q) => q.firstToken >= view.past && q.endToken <= next.firstToken && isOther(q))) return null;
  // “78 per cent of the deal will be paid in cash, up from 50 per cent”
  const apart = view.is(from - 1, 'up') || view.is(from - 1, 'down') ? from - 1 : -1;
  const at = apart >= view.past ? apart : afterTime(view, view.past);
  const way = view.is(at, 'up') ? 'rise' : view.is(at, 'down') ? 'fall' : null;
  if (way) return { change: way, base: next, before: null, after: null };
  return view.lower(first - 1) === 'to' ? withBase(view, next, changeAt(view, first - 1)) : null;
}

/** “from 4%”, “from just 4%”, “from the 4%”: where the preposition stands, or -1. */
const fromBefore = (view: View, at: number): number => {
  const from = /^(?:ADV|DET)$/.test(view.pos(at - 1)) ? at - 2 : at - 1;
  return view.lower(from) === 'from' ? from : -1;
};

/** “DAX -1.6%”: a sign before the share of a name is its change. */
function signed(view: View): Change | null {
  const sign = /^[-−–+]$/.test(view.token(view.first)?.text ?? '') && isAfterName(view);
  if (!sign || view.quantity.kind !== 'percent') return null;
  return { ...none, change: view.token(view.first)!.text === '+' ? 'rise' : 'fall' };
}

/** Steps over a time and a comma: “71 percent [on Sunday,] down from 78 percent”. */
function afterTime(view: View, from: number): number {
  let at = view.pos(from) === 'ADP' && view.isTime(from + 1) ? from + 1 : from;
  while (view.isTime(at)) at++;
  return view.lower(at) === ',' ? at + 1 : at;
}

/** “from 20 to 29 mpg”: the first may go without its unit. */
const mayShareUnit = (base: Quantity, quantity: Quantity): boolean =>
  isSame(base, quantity) || (base.kind === 'count' && base.unitText === null);

function withBase(view: View, base: Quantity, found: Change | null): Change | null {
  if (found) return { ...found, base };
  // "ranging from 45% to 60%"
  if (view.is(base.firstToken - 2, 'extent')) return null;
  const { value } = view.quantity;
  const isKnown = base.value !== null && value !== null && base.value !== value;
  return isKnown ? { ...none, base } : null;
}

/** A verb or noun of change just before token `at`. */
function changeAt(view: View, at: number): Change | null {
  const end = beforeAdverbs(view, at);
  // “saw its population [rise] from 7,500 to 45,000”, whatever its tag
  const isNoun = view.lower(at) === 'from' && /^(?:NOUN|PROPN)$/.test(view.pos(at - 2)) && view.pos(at - 1) === 'NOUN';
  const named = isNoun ? (view.is(at - 1, 'rise') ? 'rise' : view.is(at - 1, 'fall') ? 'fall' : null) : null;
  if (named) return { change: named, base: null, before: at - 1, after: null };
  // “raised [the toll] from 14 to 31”
  const run = view.lower(at) === 'from' ? phraseEndingAt(view, at, /^of$/) : null;
  const moved = run && direction(view, run[0] - 1);
  if (moved) return { change: moved, base: null, before: at, after: null };
  for (const i of [at - 1, end - 1]) {
    const way = direction(view, i);
    if (way) return { change: way, base: null, before: i, after: null };
    if (view.is(i, 'up') || view.is(i, 'down')) {
      return { change: view.is(i, 'up') ? 'rise' : 'fall', base: null, before: beforeAdverbs(view, i), after: null };
    }
  }
  return null;
}

/** “up 19 cents”, “was down 0.1 per cent”, “0.68 percent lower”. */
function adverb(view: View): Change | null {
  for (const at of [view.first - 1, view.lower(view.first - 1) === 'by' ? view.first - 2 : -1]) {
    const way = view.is(at, 'up') ? 'rise' : view.is(at, 'down') ? 'fall' : null;
    const isParticle =
      view.pos(at - 1) === 'VERB' && !view.is(at - 1, 'go') && !/^(?:up|down)wards?$/.test(view.lower(at));
    if (way && !isParticle && /^(?:ADV|ADP|ADJ|PART)$/.test(view.pos(at))) {
      const verb = view.pos(at - 1) === 'VERB' ? at - 1 : at;
      const before = view.lower(at - 1) === ',' ? listedName(view, at - 1) : beforeAdverbs(view, verb);
      return { change: way, base: null, before, after: null };
    }
  }
  const after = view.quantity.endToken;
  const isLess = view.quantity.kind !== 'count' && /^(?:higher|lower|more|less|fewer)$/.test(view.lower(after));
  // “30% more than in 2003”, though not “400 times more likely”
  const isThan =
    view.lower(after + 1) === 'than' && !(/^(?:in|at|on)$/.test(view.lower(after + 2)) && view.isTime(after + 3));
  if (!isLess || isThan || (view.quantity.unitText === 'times' && /^(?:ADJ|ADV)$/.test(view.pos(after + 1))))
    return null;
  return {
    change: /^(?:higher|more)$/.test(view.lower(after)) ? 'rise' : 'fall',
    base: null,
    before: null,
    after: null,
  };
}

/** “fallers were Unite Group, down 3%, [JD Sports], down 2%”: the end of a name that is an item of a list. */
function listedName(view: View, end: number): number | null {
  let at = end;
  while (view.pos(at - 1) === 'PROPN') at--;
  return at < end && (/^[,:;]$/.test(view.lower(at - 1)) || view.token(at - 1)?.lemma === 'be') ? end : null;
}

/** “rose 3%”, “has dropped by 16%”, “fell about 4.5%”. */
function verb(view: View, at: number): Change | null {
  // “is rising at 15% a year”
  const isPace = view.lower(at - 1) === 'at' && (view.quantity.kind === 'percent' || view.quantity.unit === '%');
  const by = view.lower(at - 1) === 'by' || isPace ? 1 : 0;
  const i = skipAdverb(view, at - by) - 1;
  const way = direction(view, i);
  // “rise above 5 meters”, though “rose under 4%”
  if (!way || (view.is(i + 1, 'beyond') && view.quantity.kind !== 'percent')) return null;
  // “raised $280m” for itself: the money is what was got, not by how much something rose.
  if (by === 0 && view.quantity.kind === 'money' && view.is(i, 'fund')) return null;
  // “lost five games” is no fall, “cut 400 jobs” is one.
  if (view.noun && by === 0 && view.quantity.kind === 'count' && !view.is(i, 'stock') && !isPoints(view)) return null;
  return { change: way, base: null, before: beforeAdverbs(view, i), after: null };
}

/** “lost 190 points”: steps of what is measured, not things counted. */
export const isPoints = (view: View): boolean => view.noun !== null && view.is(view.noun[1] - 1, 'points');

/** “raised [its key rate] by half a point”: the verb stands before what it changes. */
function object(view: View): Change | null {
  const run = view.lower(view.first - 1) === 'by' ? phraseEndingAt(view, view.first - 1) : null;
  const way = run && direction(view, run[0] - 1);
  return way ? { change: way, base: null, before: view.first - 1, after: null } : null;
}

/** Before the adverbs that end there: “rose [even faster]”. */
function skipAdverb(view: View, at: number): number {
  let i = at;
  while (
    (view.pos(i - 1) === 'ADV' || view.token(i - 1)?.tag === 'JJR') &&
    !view.is(i - 1, 'rise') &&
    !view.is(i - 1, 'fall')
  )
    i--;
  return i;
}

/** “a 16% drop in exports”, “78 percent increase in its profits”. */
function nounAfter(view: View): Change | null {
  if (!/^(?:percent|percentage_point|money|measurement|count|rate)$/.test(view.quantity.kind)) return null;
  let at = view.quantity.endToken;
  // “eight wins and one loss”: what is counted is no change of anything.
  if (view.quantity.kind === 'count' && view.noun?.[0] === at && !/^[-‑]$/.test(view.lower(at - 1))) return null;
  while (view.pos(at) === 'ADJ' || /^[-‑]$/.test(view.lower(at))) at++;
  const found = ofNoun(view, at);
  if (found || view.quantity.kind !== 'percent') return found;
  // “a 7% share price [increase]”: its measure stands between.
  let last = at;
  while (view.pos(last) === 'NOUN' && view.pos(last + 1) === 'NOUN' && last < at + 3) last++;
  const compound = last > at ? ofNoun(view, last) : null;
  return compound && { ...compound, after: null };
}

/** “a decrease of about 16% in the murder rate”, “a rise of 3 points”. */
function nounBefore(view: View): Change | null {
  if (view.lower(view.first - 1) !== 'of') return null;
  const found = ofNoun(view, view.first - 2);
  return found && { ...found, after: view.end };
}

function ofNoun(view: View, at: number): Change | null {
  if (view.pos(at) !== 'NOUN' || (view.quantity.kind === 'money' && view.is(at, 'amount'))) return null;
  // “a storm surge of six feet”
  if (view.quantity.kind === 'measurement' && view.pos(at - 1) === 'NOUN' && view.lower(at + 1) === 'of') return null;
  const change = view.is(at, 'rise-noun') ? 'rise' : view.is(at, 'fall-noun') ? 'fall' : null;
  return change && { change, base: null, before: null, after: at + 1 };
}

/** Tokens that “in the murder rate” or “of prices” begins at, after a noun of change. */
export const changedPhrase = (view: View, after: number): Run | null =>
  /^(?:in|of|for|to|on)$/.test(view.lower(after)) ? [after + 1, after + 1] : null;
