import { isTouching } from './glue.ts';
import { beforeAdverbs, trimmed } from './phrases.ts';
import { subjectEndingAt } from './subjects.ts';
import type { Measure } from './thing.ts';
import type { View } from './view.ts';

/** “4,300 jobs in France, [3,700] in Germany”, “[500] and 1,000 songs”: a bare number counts what its neighbour counts. */
export function likeNeighbour(views: readonly View[], measures: readonly Measure[], i: number): Measure | null {
  const [view, before] = [views[i]!, views[i - 1]];
  if (before && measures[i]!.measure === null && isCounterpart(view, before))
    return { measure: measures[i - 1]!.measure, subject: measures[i]!.subject };
  const model = measures[i]!.measure === null ? comparedWith(views, i) : null;
  if (model !== null && measures[model]!.measure !== null)
    return { measure: measures[model]!.measure, subject: measures[i]!.subject ?? measures[model]!.subject };
  const shared = before && sharedFate(view, before, [measures[i]!, measures[i - 1]!]);
  if (shared) return { ...measures[i]!, measure: shared };
  // “22 fires, compared with an average of [20] per week”
  const isRate = view.quantity.kind === 'rate' && view.quantity.unitText !== null;
  if ((view.quantity.kind !== 'count' && !isRate) || view.noun !== null || measures[i]!.measure !== null) return null;
  // “gained 13 seats and Labour lost [10]”
  if (before && isEllipsis(view, before)) {
    const own = subjectEndingAt(view, beforeAdverbs(view, view.first - 1));
    return { measure: measures[i - 1]!.measure, subject: measures[i]!.subject ?? (own && trimmed(view, own)) };
  }
  // “460 cars, compared with 63”: the reader of numbers knows that both count the same.
  if (before && view.quantity.unitText !== null && view.quantity.unitText === before.quantity.unitText)
    return measures[i - 1]!;
  const isCount = (other: View | undefined): other is View => other?.quantity.kind === 'count';
  const isPlaced = view.pos(view.end) === 'ADP' && view.lower(view.end) === 'in';
  if (isPlaced && isCount(before) && view.first - before.end <= 6) return { ...measures[i - 1]!, subject: null };
  const last = lastOfRow(views, i);
  return last !== i && isCount(views[last]) ? { ...measures[last]!, subject: null } : null;
}

/** “[four]-, five- and six-cylinder engines”, “500 and 1,000 songs”: the first number behind, in a row, that counts something. */
function lastOfRow(views: readonly View[], i: number): number {
  const view = views[i]!;
  let at = view.end + (isTouching(view, view.end) ? 1 : 0);
  const isOpen = at > view.end;
  if (isOpen && view.lower(at) === ',') at++;
  const isLinked = /^(?:and|or)$/.test(view.lower(at));
  if (isLinked) at++;
  if (!(isOpen || isLinked) || views[i + 1]?.first !== at) return i;
  return views[i + 1]!.noun !== null || view.noun !== null ? i + 1 : lastOfRow(views, i + 1);
}

/** A verb of change or having right before a bare number that ends its clause, and what it counts in the clause before. */
const isEllipsis = (view: View, before: View): boolean =>
  view.quantity.kind === 'count' &&
  before.quantity.kind === 'count' &&
  before.noun !== null &&
  view.first - before.end <= 12 &&
  /^(?:[.,;)]|)$/.test(view.lower(view.end)) &&
  ['stock', 'fall', 'own'].some((cue) => view.is(view.first - 1, cue) && view.is(before.first - 1, cue));

/** “Homes stay 70 days; flats, [99 days]”: the number whose measure a clause behind a semicolon takes that goes without its verb. */
export function modelOfGap(views: readonly View[], measures: readonly Measure[], i: number): number | null {
  const view = views[i]!;
  if (measures[i]!.measure !== null) return null;
  const start = clauseStart(view);
  if (start === null || hasVerb(view, start)) return null;
  const model = views.findIndex((other, k) => k < i && isLike(other, view) && other.end <= start);
  return model < 0 || measures[model]!.measure === null ? null : model;
}

const isLike = ({ quantity: a }: View, { quantity: b }: View): boolean => a.kind === b.kind && a.unit === b.unit;

/** The token after the last semicolon before the quantity. */
function clauseStart(view: View): number | null {
  for (let at = view.first - 1; at >= view.head; at--) if (view.lower(at) === ';') return at + 1;
  return null;
}

function hasVerb(view: View, start: number): boolean {
  for (let at = start; at < view.tail && view.lower(at) !== ';'; at++)
    if (/^(?:VERB|AUX)$/.test(view.pos(at))) return true;
  return false;
}

/** “destroyed 40 barns, six mills and [two bridges]”: what the verb did to the first it did to all. */
function sharedFate(view: View, before: View, [own, other]: readonly [Measure, Measure]): string | null {
  if (view.noun === null || before.noun === null || own.measure !== view.text(view.noun)) return null;
  if (view.first - before.end > 2 || view.pos(view.end) === 'VERB' || view.pos(view.end) === 'AUX') return null;
  for (let at = before.end; at < view.first; at++) if (!/^(?:,|and)$/.test(view.lower(at))) return null;
  const last = other.measure?.split(' ').at(-1);
  const isFate = [...view.resources.statistics.fates.values()].some(({ participle }) => participle === last);
  return isFate ? `${own.measure} ${last}` : null;
}

/** “won 3 percent of the vote in the north and [2.3 percent] in the south”, “4 percent for women, [5 percent] for men”: no verb of its own stands between. */
function isCounterpart(view: View, before: View): boolean {
  const isSame = view.quantity.kind === before.quantity.kind && view.quantity.unit === before.quantity.unit;
  if (!isSame || !/^(?:percent|money)$/.test(view.quantity.kind) || view.first - before.end > 10) return false;
  const link = view.lower(view.end);
  const isAlike = /^(?:for|among)$/.test(link) && view.lower(before.end) === link;
  const start = view.first - (/^(?:at|to)$/.test(view.lower(view.first - 1)) ? 1 : 0);
  if (!/^(?:and|but|,)$/.test(view.lower(start - 1)) || !(isAlike || link === 'in')) return false;
  for (let at = before.end; at < view.first; at++)
    if (/^(?:VERB|AUX)$/.test(view.pos(at)) && !(isAlike && view.token(at)?.tag === 'VBN')) return false;
  return true;
}

/** “a profit of £75m ($141m), compared with [£125m] a year earlier”: the number before of the same kind that stands outside brackets. */
function comparedWith(views: readonly View[], i: number): number | null {
  const view = views[i]!;
  const at = view.first - 1;
  if (!isSetAgainst(view) || (view.quantity.kind === 'count' && view.noun !== null)) return null;
  for (let k = i - 1; k >= 0; k--) {
    const other = views[k]!;
    if (other.lower(other.first - 1) === '(' || !isLike(other, view)) continue;
    return isAside(view, other.end, at) ? null : k;
  }
  return null;
}

/** “up from [4%]”, “against [$3m]”, “compared with [40]”: told only beside another number. */
export function isSetAgainst(view: View): boolean {
  const at = view.first - 1;
  const isFrom = view.lower(at) === 'from' && (view.is(at - 1, 'up') || view.is(at - 1, 'down'));
  return isFrom || view.lower(at) === 'against' || view.is(at, 'set-against') || view.is(at - 1, 'set-against');
}

/** Another clause opens between. */
function isAside(view: View, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const isTensed = /^(?:VB[DPZ]|MD)$/.test(view.token(at)?.tag ?? '') && !view.is(at, 'set-against');
    if (isTensed || /^[;:—–]$/.test(view.lower(at))) return true;
  }
  return false;
}
