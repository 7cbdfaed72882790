import { isTouching } from './glue.ts';
import { phraseEndingAt, phraseFrom, trimmed } from './phrases.ts';
import type { Measure } from './thing.ts';
import { isQuantity } from './tree-phrases.ts';
import type { Run, View } from './view.ts';

const longest = 14;

/** What those of a share are, do or think. */
export const predicateAfter = (view: View, end: number): Run | null =>
  passiveAfter(view, end) ?? thoughtAfter(view, end) ?? activeAfter(view, end) ?? clauseAfter(view, end);

/** “[are now using broadband]”, “[did not wash their hands]”: the rest of the clause that the share is subject of. */
function clauseAfter(view: View, end: number): Run | null {
  if (!/^(?:percent|ratio)$/.test(view.quantity.kind)) return null;
  let at = pastPlaces(view, end);
  while (view.pos(at) === 'ADV') at++;
  const start = at;
  // “half of bakers [paying no tax]”
  const isDoing = view.token(at)?.tag === 'VBG' && view.pos(at) === 'VERB' && at > view.end && opensClause(view);
  if (!isDoing && !/^(?:VB[DPZ]|MD)$/.test(view.token(at)?.tag ?? '')) return null;
  let isDenied = false;
  while (/^(?:AUX|ADV|PART)$/.test(view.pos(at))) isDenied = view.is(at++, 'not') || isDenied;
  const isVerb = view.pos(at) === 'VERB';
  if (isVerb && ['rise', 'fall', 'put', 'level', 'level-at'].some((cue) => view.is(at, cue))) return null;
  const last = clauseEnd(view, at);
  if (last === null || last - start < 2) return null;
  return [isVerb && !isDenied ? at : start, last];
}

/** The share is the first thing of its clause. */
const opensClause = (view: View): boolean =>
  view.first <= view.head + 1 ||
  /^(?:,|with|that|and)$/.test(view.lower(view.first - 1)) ||
  view.is(view.first - 1, 'say');

/** The end of the clause, without times, other numbers and what hangs loose before them; null where it is long. */
function clauseEnd(view: View, from: number): number | null {
  let at = from;
  while (at < view.tail && !closes(view, at, from)) if (++at - from > longest) return null;
  // “at least once [a month]”
  const often = view.times.find((t) => t.firstToken === at && t.kind === 'set');
  if (often) return often.endToken;
  // “gave [“a straight answer”]”, “receive [14 channels]”: what it says ends behind.
  if (/^["“(]$/.test(view.lower(at)) || view.others.some((q) => q.firstToken === at)) return null;
  while (at > from && /^(?:ADP|DET|PART|SCONJ)$/.test(view.pos(at - 1)) && view.token(at - 1)?.tag !== 'RP') at--;
  return at > from ? at : null;
}

const closes = (view: View, at: number, from: number): boolean =>
  (/^(?:[.,;:()—–"“”]|--|-|and|but|or|while|although|because|according|compared)$/.test(view.lower(at)) &&
    !isTouching(view, at)) ||
  (at > from && (view.isTime(at) || view.others.some((q) => q.firstToken === at)));

/** “is trafficked through Ecuador's ports”: participle and the phrase after it. */
function passiveAfter(view: View, end: number): Run | null {
  let at = end;
  let isPassive = false;
  while (view.pos(at) === 'AUX' || view.pos(at) === 'ADV') {
    isPassive ||= view.token(at)?.lemma === 'be';
    at++;
  }
  if (at === end || view.token(at)?.tag !== 'VBN') return null;
  // “have gone digital”, “have lost power”
  if (!isPassive) return view.pos(at + 1) === 'ADJ' ? [at, at + 2] : withObject(view, at);
  const isPlace = /^(?:through|via|in|from|to|into|on)$/.test(view.lower(at + 1));
  const goal = isPlace && !view.isTime(at + 2) ? phraseFrom(view, at + 2) : null;
  return [at, goal ? goal[1] : pastParticle(view, at + 1)];
}

/** “two of the victims [died]”. */
export const perished = (view: View, at: number): string | null =>
  view.token(at)?.tag === 'VBD' && view.is(at, 'perish') ? view.token(at)!.text : null;

/** “55 percent of those asked [believed the mayor to be ill]”: up to the end of the clause. */
function thoughtAfter(view: View, end: number): Run | null {
  if (!/^(?:percent|ratio)$/.test(view.quantity.kind)) return null;
  let at = end;
  while (view.pos(at) === 'ADV') at++;
  if (!view.is(at, 'opinion') || !/^VB[DPZ]$/.test(view.token(at)?.tag ?? '')) return null;
  let last = at + 1;
  while (last < view.tail && !/^(?:[.,;:()—–"“”]|but|while|although)$/.test(view.lower(last))) {
    if (view.others.some((q) => q.firstToken === last) || last - at > 16) return null;
    last++;
  }
  return last - at > 2 ? [at, last] : null;
}

/** “[belong to one party]”, “[own a car]”: what a share of somebody does. */
function activeAfter(view: View, end: number): Run | null {
  if (!/^(?:percent|ratio)$/.test(view.quantity.kind)) return null;
  let at = end;
  while (view.pos(at) === 'ADV') at++;
  const isTold = /^VB[DPZ]$/.test(view.token(at)?.tag ?? '') && view.pos(at) === 'VERB';
  if (!isTold || ['say', 'rise', 'fall', 'level', 'level-at', 'put'].some((cue) => view.is(at, cue))) return null;
  return withObject(view, at);
}

/** The verb at `at` with the phrase behind it; null where that is a time or holds another number. */
function withObject(view: View, at: number): Run | null {
  let object = pastParticle(view, at + 1);
  if (view.pos(object) === 'ADP') object++;
  const run = view.isTime(object) ? null : phraseFrom(view, object);
  return run && [at, run[1]];
}

/** “[23.7%] were [married]”: a share of whom the sentence told before. */
export function predicated(view: View): Measure | null {
  const isShare = /^(?:percent|ratio)$/.test(view.quantity.kind) && view.noun === null;
  if (!isShare || (view.first !== view.head && !/^(?:[,“"]|and|but|that|while)$/.test(view.lower(view.first - 1))))
    return null;
  if (view.token(view.end)?.lemma !== 'be') return alone(view);
  let at = view.end + 1;
  while (view.pos(at) === 'ADV' || /^(?:either|both)$/.test(view.lower(at))) at++;
  const isState = /^(?:VBN|VBD|JJ)$/.test(view.token(at)?.tag ?? '');
  const isOther = ['rise', 'fall', 'say', 'up', 'down', 'projected', 'empty'].some((cue) => view.is(at, cue));
  return isState && !isOther ? { measure: view.text([at, pastParticle(view, at + 1)]), subject: null } : alone(view);
}

/** “[one in five] post something on the net”: nobody but the number does it. */
function alone(view: View): Measure | null {
  const run = clauseAfter(view, view.end);
  return run && { measure: view.text(run), subject: null };
}

/** Steps over “near the dam in Ruše”. */
export function pastPlaces(view: View, from: number): number {
  let at = from;
  for (let i = 0; i < 3 && /^(?:in|on|aboard|at|near|from|within)$/.test(view.lower(at)); i++) {
    const run = phraseFrom(view, at + 1);
    if (!run) break;
    at = run[1];
  }
  return at;
}

/** Steps over “out” of “carried out” and “aside” of “set aside”. */
export const pastParticle = (view: View, at: number): number =>
  view.token(at)?.tag === 'RP' || /^(?:aside|away|apart)$/.test(view.lower(at)) ? at + 1 : at;

/** “most of those [bakers] asked (52%) [bake bread]”: a share that a bracket tells behind whom it is a part of. */
export function bracketed(view: View): Measure | null {
  const open = view.first - 1;
  if (view.quantity.kind !== 'percent' || view.lower(open) !== '(' || view.lower(view.end) !== ')') return null;
  const asked = view.token(open - 1)?.tag === 'VBN' ? 1 : 0;
  const run = phraseEndingAt(view, open - asked, /^$/);
  const isPart =
    run !== null &&
    view.lower(run[0] - 1) === 'of' &&
    (isQuantity(view, run[0] - 2) || view.is(run[0] - 2, 'whole-part'));
  if (!isPart || view.pos(run[1] - 1) !== 'NOUN') return null;
  const predicate = predicateAfter(view, view.end + 1);
  const words = view.text(trimmed(view, [run[0], open]) ?? run);
  return { measure: predicate ? `${words} ${view.text(predicate)}` : words, subject: null };
}
