import type { TimeExpression } from '../../annotate/document.ts';
import type { View } from './view.ts';

/** “a survey published [in 2017] found that …”, “the highs reached [in May]”: the time of what a participle tells of another noun. */
export function isOfParticiple(view: View, time: TimeExpression): boolean {
  const verb = time.firstToken - (view.pos(time.firstToken - 1) === 'ADP' ? 2 : 1);
  const isOther = verb < view.first || verb > view.end;
  return isOther && view.token(verb)?.tag === 'VBN' && view.pos(verb - 1) === 'NOUN' && isReached(view, verb, time);
}

/** Papers come out, marks are reached at a time of their own; not so what the number itself tells of: “the 3% growth recorded in May”. */
function isReached(view: View, verb: number, time: TimeExpression): boolean {
  if (time.endToken < view.first) return view.is(verb, 'issue');
  for (let at = view.end; at < verb; at++)
    if (!/^(?:NOUN|ADJ)$/.test(view.pos(at))) return view.is(verb, 'issue') || view.is(verb, 'attained');
  return false;
}

/** “were hit, according to a report [on Saturday]”. */
export function isOfReport(view: View, time: TimeExpression): boolean {
  for (let at = view.end; at < time.firstToken; at++)
    if (view.lower(at) === 'according') return ![at + 1, at + 2, at + 3].some((k) => view.lower(k) === ',');
  return false;
}

/** “[In August] it warned of losses of $6m”: when somebody said so. */
export function isOfSpeaking(view: View, time: TimeExpression): boolean {
  if (time.endToken > view.first || !opensSentence(view, time)) return false;
  // “As of Monday, the ministry claimed …”: so it stood.
  if (view.lower(time.firstToken - 1) === 'of' || view.lower(time.firstToken) === 'as') return false;
  for (let at = time.endToken; at < view.first; at++)
    if (/^(?:VERB|AUX)$/.test(view.pos(at))) return view.is(at, 'speak') && /^VB[DN]$/.test(view.token(at)!.tag);
  return false;
}

/** “In 2025, exports fell 8 percent”: no verb stands before the time. */
export const opensSentence = (view: View, time: TimeExpression): boolean => !hasVerb(view, view.head, time.firstToken);

function hasVerb(view: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^(?:VERB|AUX)$/.test(view.pos(i))) return true;
  return false;
}

/** “one of 182 stations to refuse [Monday]'s show”: the time of what a verb takes for its object. */
export const isOfThing = (view: View, { firstToken, endToken }: TimeExpression): boolean =>
  firstToken >= view.end &&
  /^['’]s?$/.test(view.lower(endToken)) &&
  view.pos(firstToken - (view.pos(firstToken - 1) === 'DET' ? 2 : 1)) === 'VERB';

/** “the second-largest bank failed in 2002”: a rank within a phrase has no time of the verb that the phrase is subject of. */
export function isOfOtherVerb(view: View, time: TimeExpression): boolean {
  if (view.quantity.kind !== 'rank' || !/^(?:NOUN|ADJ|PUNCT)$/.test(view.pos(view.quantity.endToken))) return false;
  const isAfter = time.firstToken >= view.end;
  const [from, to] = isAfter ? [view.end, time.firstToken] : [time.endToken, view.first];
  return isAfter === hasVerb(view, from, to);
}

/** “at 11 p.m. on Sunday (0300 [Monday])”: told again by another clock. */
export function isConverted(view: View, { firstToken }: TimeExpression): boolean {
  for (let at = firstToken - 1; at >= Math.max(view.head, firstToken - 5); at--) {
    if (view.lower(at) === ')' || at === view.quantity.firstToken) return false;
    if (view.lower(at) === '(') return true;
  }
  return false;
}

/** “the most [since 2006]”: how long nothing was more. */
export function isOfRecord(view: View, { firstToken }: TimeExpression): boolean {
  if (view.lower(firstToken - 1) !== 'since') return false;
  for (let at = Math.max(firstToken < view.end ? firstToken - 6 : view.end, view.head); at < firstToken; at++)
    if (/^(?:JJS|RBS)$/.test(view.token(at)!.tag) || view.lower(at) === 'first') return true;
  return false;
}

/** “compared with 2003”, “than in May”, “a year earlier”, “until Monday”: another time than the number's own. */
export function isCompared(view: View, time: TimeExpression): boolean {
  const last = view.lower(time.endToken - 1);
  if (
    /^(?:earlier|before|previously|later)$/.test(last) ||
    /^(?:earlier|before|later)$/.test(view.lower(time.endToken))
  )
    return true;
  if (last === 'ago' && !opensSentence(view, time)) return true;
  const before = time.firstToken - 1;
  if (/^(?:until|till|before|after)$/.test(view.lower(before))) return true;
  // “fell 8 percent in 2025 from [2024], to €1.4 billion”
  if (view.lower(before) === 'from' && view.times.some(({ endToken }) => endToken === before)) return true;
  return [0, 1, 2].some((k) => view.is(before - k, 'compared'));
}
