import { isQuantity } from './tree-phrases.ts';
import type { View } from './view.ts';

/**
 * “crabs need 3 mg, oysters [4 mg]”, “only 5 percent comes from it, compared to [7 percent] in Ruše”: another number of the kind, what it is
 * compared with or a colon stands between the subject and the quantity.
 */
export function isParted(view: View, subject: number): boolean {
  const { kind, unit } = view.quantity;
  const isElsewhere = /^(?:in|for|among|at)$/.test(view.lower(view.end)) && !view.isTime(view.end + 1);
  let open = 0;
  for (let at = subject; at < view.first; at++) {
    open += bracket(view, at);
    if (open === 0 && /^(?:[:;—–]|--|but|while|whereas)$/.test(view.lower(at))) return true;
    if (isElsewhere && view.is(at, 'set-against')) return true;
  }
  if (/^(?:to|of)$/.test(view.lower(view.first - 1)) || isChanged(view)) return false;
  const last = view.others.findLast((q) => q.kind === kind && q.unit === unit && q.endToken < view.first);
  return last !== undefined && subject < last.firstToken && isOtherClause(view, last.endToken);
}

const bracket = (view: View, at: number): number =>
  /^[([]$/.test(view.lower(at)) ? 1 : /^[)\]]$/.test(view.lower(at)) ? -1 : 0;

/** A verb with a subject of its own, or a noun and no verb, stands between another number and this one: “2% this year and [3%] next” is of one subject. */
function isOtherClause(view: View, from: number): boolean {
  let isNamed = view.lower(view.end) === 'for';
  let open = 0;
  for (let at = from; at < view.first; at++) {
    open += bracket(view, at);
    if (open !== 0 || view.isTime(at) || isQuantity(view, at)) continue;
    const isNoun = /^(?:NOUN|PROPN)$/.test(view.pos(at - 1)) && at > from;
    if (/^(?:VB[DPZ]|MD)$/.test(view.token(at)!.tag)) return isNoun;
    isNamed ||= /^(?:NOUN|PROPN)$/.test(view.pos(at));
  }
  return isNamed;
}

/** “up 3%”, “by 3%”, “3% higher” say themselves what they are to the subject. */
const isChanged = (view: View): boolean =>
  /^(?:higher|lower)$/.test(view.lower(view.end)) ||
  /^(?:by|from)$/.test(view.lower(view.first - 1)) ||
  ['up', 'down'].some((way) => view.is(view.first - 1, way));
