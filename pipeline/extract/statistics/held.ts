import type { RowOf } from '#schemas/table.ts';
import type { statistics } from '#schemas/tables/statistics.ts';
import { modalAbove } from './modality-above.ts';
import { beforeAdverbs } from './phrases.ts';
import type { View } from './view.ts';

type Modality = RowOf<typeof statistics>['modality'];

const cues: readonly Modality[] = ['conditional', 'possible', 'target', 'projected', 'estimated'];
const reach = 8;

/** How the sentence holds the number: by the modal verb or cue that governs it. */
export function modalityOf(view: View): Modality {
  if (view.quantity.kind === 'age') return 'actual';
  if (hasIf(view)) return 'conditional';
  // “our [target] of five million”, “its 2% [target]”
  if (isAimed(view)) return 'target';
  if (isKnown(view)) return 'actual';
  if (opensWithIf(view)) return 'conditional';
  for (const at of governors(view)) {
    if (isHeadlined(view, at)) return 'projected';
    const { tag } = view.token(at)!;
    const found = bound(view, at) ?? cues.find((cue) => view.is(at, cue));
    // "will" and "can" as nouns, "goal" and "plan" far from their number.
    if (!found || (tag !== 'MD' && found === 'possible' && !/^(?:possibly|perhaps)$/.test(view.lower(at)))) continue;
    // “three candidates sought the post”: they are there, what they seek is not. “I would say”: a way of speaking.
    const isOwnVerb = at >= view.end && ((/^VB[DPZ]$/.test(tag) && isNext(view, at)) || view.pos(at + 1) === 'NOUN');
    if (isOwnVerb || (found === 'conditional' && view.is(at + 1, 'say'))) continue;
    return found === 'conditional' && isReported(view, at) ? 'projected' : found;
  }
  if (view.lower(view.first - 1) === 'of' && view.pos(view.first - 2) === 'NOUN' && view.is(view.first - 2, 'aim'))
    return 'target';
  // “the aim of reaching 85%”
  const isAim =
    view.token(view.first - 1)?.tag === 'VBG' && view.lower(view.first - 2) === 'of' && view.is(view.first - 3, 'aim');
  if (isAim) return 'target';
  if (view.is(view.quantity.firstToken - 1, 'estimated') || isEstimate(view)) return 'estimated';
  return above(view);
}

/** How the verbs above the number hold it, as the tree has them. */
function above(view: View): Modality {
  const tree = hasModal(view) ? view.document.trees.of(view.sentence.index) : null;
  const at = tree && modalAbove(view, tree);
  const found = at === null ? undefined : cues.find((cue) => view.is(at, cue));
  return found === 'conditional' && isReported(view, at!) ? 'projected' : (found ?? 'actual');
}

/** Spares the parser most sentences. */
function hasModal(view: View): boolean {
  for (let at = view.head; at < view.tail; at++) if (view.token(at)!.tag === 'MD') return true;
  return false;
}

/** “Vela [to pour] £9m into comedy”: a headline's infinitive tells what is to come. */
function isHeadlined(view: View, at: number): boolean {
  if (view.token(at)!.tag !== 'VB' || view.lower(at - 1) !== 'to' || at > view.first) return false;
  // “Mill 'to cut' 40 jobs”
  const before = /^['‘"“]$/.test(view.lower(at - 2)) ? at - 3 : at - 2;
  if (!/^(?:NOUN|PROPN)$/.test(view.pos(before)) || at - view.sentence.firstToken > 6) return false;
  for (let i = view.sentence.firstToken; i < view.sentence.endToken; i++)
    if (/^(?:VB[DPZ]|MD)$/.test(view.token(i)?.tag ?? '')) return false;
  return true;
}

/** One aim is counted, or stands right behind the number. */
const isAimed = (view: View): boolean =>
  [(view.noun?.[1] ?? 0) - 1, view.quantity.endToken].some(
    (at) => view.token(at)?.tag === 'NN' && view.is(at, 'aimed'),
  );

/** “an estimated debt of $3bn”. */
function isEstimate(view: View): boolean {
  if (view.lower(view.first - 1) !== 'of') return false;
  for (let at = view.first - 2; /^(?:NOUN|ADJ|VERB)$/.test(view.pos(at)) && at > view.first - 6; at--)
    if (view.is(at, 'estimated') && view.token(at)?.tag !== 'VBD') return true;
  return false;
}

/** “needs to cut 40 jobs”, “agreed to pay $5m”: nothing of it has happened yet; “is to open”: it will. */
function bound(view: View, at: number): Modality | null {
  const next = view.lower(at + 1);
  const isPlanned = view.token(at)!.lemma === 'be' && view.pos(at) === 'AUX' && next === 'to';
  if (hasQuestion(view, at)) return null;
  if (isPlanned && view.token(at + 2)?.tag === 'VB') return view.is(at - 1, 'target') ? 'target' : 'projected';
  if (at < view.first && isTried(view, at)) return 'target';
  if (at >= view.first || view.token(beforeAdverbs(view, at))?.tag === 'MD') return null;
  const isOpen = /^VB[PZ]?$/.test(view.token(at)!.tag);
  if (next === 'to' && (view.is(at, 'commit') || (isOpen && view.is(at, 'obliged')))) return 'target';
  return null;
}

/** “in talks with Novak to buy a 20% stake”: no verb stands between the noun and its infinitive. */
function isTried(view: View, verb: number): boolean {
  if (view.token(verb)!.tag !== 'VB' || view.lower(verb - 1) !== 'to') return false;
  for (let at = verb + 1; at < view.first; at++) if (/^(?:VERB|AUX)$/.test(view.pos(at))) return false;
  for (let at = verb - 2; at >= Math.max(view.head, verb - 8) && view.pos(at) !== 'VERB'; at--)
    if (view.pos(at) === 'NOUN' && view.is(at, 'endeavour')) return true;
  return false;
}

/** “is to find out [why] two stars differ”: a clause of its own opens before the number. */
function hasQuestion(view: View, from: number): boolean {
  for (let at = from; at < view.first; at++) if (/^W/.test(view.token(at)!.tag)) return true;
  return false;
}

/** No noun stands between the number and the verb: not “the 3 percent the bank estimated”. */
function isNext(view: View, verb: number): boolean {
  for (let at = view.end; at < verb; at++) if (/^(?:NOUN|PROPN|PRON)$/.test(view.pos(at))) return false;
  return true;
}

/** “the two sets of supporters”, “its three brands”, “after a nine-year hiatus”: that there are so many is taken for granted. */
export const isKnown = (view: View): boolean =>
  /^(?:after|since|despite|following|amid)$/.test(view.lower(view.first - 1)) ||
  ((view.noun !== null ||
    (/^(?:measurement|duration|money)$/.test(view.quantity.kind) && view.pos(view.quantity.endToken) === 'NOUN')) &&
    (/^(?:the|these|those|both|['’]s)$/.test(view.lower(view.quantity.firstToken - 1)) ||
      view.token(view.quantity.firstToken - 1)?.tag === 'PRP$'));

/** Tokens whose word decides how the number is held: those of the verb groups next to it on either side. */
function governors(view: View): number[] {
  const after: number[] = [];
  const start = pastAside(view, view.end);
  for (let i = start; i < Math.min(view.tail, start + 4) && !isBoundary(view, i); i++) {
    // “£60m a year on seeking a cure”: the doing behind a preposition holds nothing.
    const isDoing = view.token(i)!.tag === 'VBG' && /^(?:ADP|SCONJ)$/.test(view.pos(i - 1));
    if (/^(?:VERB|AUX)$/.test(view.pos(i)) && !isDoing) after.push(i);
    if (view.pos(i) === 'VERB') break;
  }
  const before: number[] = [];
  let verbs = 0;
  let lowest = Math.max(view.head, view.first - reach);
  for (let i = view.first - 1; i >= lowest && verbs < 3; i--) {
    // Of things listed after one verb ("one helicopter and 40 firefighters") each is held as the first.
    if (isBoundary(view, i) && (verbs > 0 || after.length > 0 || !isList(view, i))) break;
    // “the wait could be long as [40%] of parcels are lost”
    if (view.pos(i) === 'SCONJ' && view.is(i, 'subordinate') && view.token(i + 1)?.tag !== 'VBG') break;
    // “more likely to have players than those earning $30”
    if (view.lower(i) === 'than' && /^(?:DET|PRON|NOUN|PROPN)$/.test(view.pos(i + 1))) break;
    // “a better-than-expected 8% jump”
    if (/^[-‑]$/.test(view.lower(i - 1)) || /^[-‑]$/.test(view.lower(i + 1))) continue;
    // “the next will be a telescope which is 38 meters wide”
    if (before.length > 0 && /^W/.test(view.token(i)!.tag)) break;
    if (/^(?:VERB|AUX)$/.test(view.pos(i)) || view.is(i, 'estimated') || view.is(i, 'prospect')) before.push(i);
    if (view.pos(i) === 'VERB') verbs++;
    const shared = sharedModal(view, i);
    if (shared === null) continue;
    // The next step comes to the shared verb, however far.
    i = shared;
    lowest = Math.min(lowest, shared - 1);
  }
  return [...before, ...after];
}

/** “[will] close 40 shops and sell ten”: a bare verb behind “and” has the modal, or the “to”, of the verb before. */
function sharedModal(view: View, verb: number): number | null {
  const { tag: own } = view.token(verb)!;
  if (own === 'VBG' && view.lower(verb - 1) === ',') return mainVerb(view, verb);
  if (own !== 'VB' || !/^(?:and|or|,)$/.test(view.lower(verb - 1))) return null;
  for (let at = verb - 2; at >= view.head && !/^[;:“”"]$/.test(view.lower(at)); at--) {
    const { tag } = view.token(at)!;
    if (/^VB[DPZ]$/.test(tag)) return null;
    if (tag === 'MD' || tag === 'TO') return at + 1;
  }
  return null;
}

/** “[aims] to sell more cars, launching 28 models”: a participle behind a comma is held as the main verb. */
function mainVerb(view: View, participle: number): number | null {
  for (let at = participle - 2; at >= view.head && !/^[;:“”"]$/.test(view.lower(at)); at--) {
    const { tag } = view.token(at)!;
    if (/^W/.test(tag)) return null;
    const isAhead = /^VB[NPZ]$/.test(tag) && (view.is(at, 'target') || view.is(at, 'projected'));
    // “a logo that can be won, meaning it is 4%”, “more than anybody could, counting 40”
    if (tag === 'MD' && (/^W/.test(view.token(at - 1)?.tag ?? '') || view.lower(at - 2) === 'than')) return null;
    if (tag === 'MD' || (isAhead && view.lower(at + 1) === 'to')) return at + 1;
    if (/^VB[DPZ]$/.test(tag)) return null;
  }
  return null;
}

/** “one in four Turks – or 18 million people – [will]”: past the noun and what two dashes or brackets hold. */
function pastAside(view: View, from: number): number {
  let at = from;
  while (at < from + 3 && /^(?:NOUN|PROPN|ADJ)$/.test(view.pos(at))) at++;
  const close = { '-': /^-$/, '–': /^–$/, '—': /^—$/, '(': /^\)$/ }[view.lower(at)];
  if (close === undefined) return from;
  for (let i = at + 1; i < at + 14; i++) if (close.test(view.lower(i))) return i + 1;
  return from;
}

const isList = (view: View, at: number): boolean =>
  /^(?:and|or|,)$/.test(view.lower(at)) || view.others.some((q) => q.firstToken === at);

/** Another clause or another number begins. */
const isBoundary = (view: View, at: number): boolean =>
  /^[,;:—–"“”()]$/.test(view.lower(at)) ||
  view.others.some((q) => q.firstToken === at) ||
  (view.pos(at) === 'CCONJ' && view.pos(at + 1) !== 'NOUN');

/** “said it would send”: the future of what was said. */
function isReported(view: View, at: number): boolean {
  for (let i = at - 1; i >= view.head; i--)
    if (view.pos(i) === 'VERB') return view.is(i, 'say') || view.is(i, 'target');
  return false;
}

/** “If it rains, 40 homes are at risk”: the main clause right behind the condition that opens the sentence. */
function opensWithIf(view: View): boolean {
  let at = view.head;
  while (/^(?:PUNCT|CCONJ)$/.test(view.pos(at))) at++;
  if (!/^(?:if|unless)$/.test(view.lower(at)) || view.token(at + 1)?.tag === 'VBN') return false;
  const commas: number[] = [];
  for (let i = at + 1; i < view.first; i++) if (/^[,;:—–”"]$/.test(view.lower(i))) commas.push(i);
  return commas.length <= 1;
}

/** “if” or “unless” opens the clause that holds the number. */
function hasIf(view: View): boolean {
  for (let i = view.first - 1; i >= view.head; i--) {
    if (/^[,;:]$/.test(view.lower(i))) return false;
    if (/^(?:if|unless)$/.test(view.lower(i))) return true;
  }
  return false;
}
