import type { Quantity, TimeExpression } from '../../annotate/document.ts';
import { contains } from '../../span.ts';
import { crossing } from './clause.ts';
import { isSetAgainst } from './neighbours.ts';
import { periodBefore, periodOfArticle } from './period-around.ts';
import { type Period, periodAt, single } from './period-columns.ts';
import {
  isCompared,
  isConverted,
  isOfOtherVerb,
  isOfParticiple,
  isOfRecord,
  isOfReport,
  isOfSpeaking,
  isOfThing,
  opensSentence,
} from './period-of-other.ts';
import type { View } from './view.ts';

const unknown: Period = {
  period_text: null,
  period_start: null,
  period_end: null,
  period_precision: null,
  period_basis: 'none',
};

/** The period of a quantity: that of its sentence, else of its paragraph, else the day of publication for what is. */
export function periodOf(view: View, base: Quantity | null): Period {
  if (/^(?:duration|age|score)$/.test(view.quantity.kind)) return unknown;
  const stated = periodInSentence(view, base);
  return stated === unknown && base === null ? (periodBefore(view) ?? periodOfArticle(view) ?? unknown) : stated;
}

/** The time expression of the sentence nearest to the quantity with no other number between. */
function periodInSentence(view: View, base: Quantity | null): Period {
  if (hasOwnSpan(view)) return unknown;
  const antecedent = view.times.find((t) => t.value !== null && isAntecedent(view, t));
  if (antecedent) return single(view, antecedent, /^(?:in|on|during|for|at|over)$/);
  const times = view.times.filter((t) => isPeriod(view, t) && !isOfBase(view, t, base));
  const after = times.find((t) => t.firstToken >= view.quantity.endToken);
  const before = isSetAgainst(view) ? undefined : times.findLast((t) => t.endToken <= view.quantity.firstToken);
  const late = after && wayTo(view, after) !== 'parted' && !isRivalled(view, after, times) ? after : null;
  const early = before && wayTo(view, before) !== 'parted' && !isRivalled(view, before, times) ? before : null;
  // “3.2% in 2004, and 2.8% in both 2005 and 2006”: its own times are two.
  if (after && late === null && early !== null && after.firstToken - view.end <= 3 && isRivalled(view, after, times))
    return unknown;
  const headed = (late ?? early) || isSetAgainst(view) ? null : headTime(view, times);
  if (headed) return { ...periodAt(view, headed, times), period_basis: 'inferred' };
  const isEarly = early !== null && (late === null || distance(view, early) + 4 < distance(view, late));
  const time = isEarly ? early : late;
  if (time === null) return unknown;
  const period = periodAt(view, time, times);
  const isInferred = wayTo(view, time) === 'shared' && period.period_basis !== 'none';
  return isInferred ? { ...period, period_basis: 'inferred' } : period;
}

/** “which rose 2.7% [during the past 12 months]”: its own time is told, though nobody knows its days. */
const hasOwnSpan = (view: View): boolean =>
  view.times.some(
    ({ firstToken, from }) =>
      from === null &&
      firstToken >= view.end &&
      firstToken <= view.end + 3 &&
      /^(?:during|over|in|within)$/.test(view.lower(view.end)) &&
      [firstToken, firstToken + 1].some((at) => /^(?:past|last|next|coming|previous)$/.test(view.lower(at))),
  );

/** “up from [the third quarter], when it fell 3.0%”: no other clause opens before the number. */
function isAntecedent(view: View, { kind, endToken }: TimeExpression): boolean {
  const when = endToken + (view.lower(endToken) === ',' ? 1 : 0);
  if (kind !== 'date' || view.lower(when) !== 'when' || when > view.first || when < view.first - 8) return false;
  for (let at = when + 1; at < view.first; at++)
    if (/^[,;:—–]$/.test(view.lower(at)) || view.is(at, 'subordinate') || view.isTime(at)) return false;
  return true;
}

/** “two mayors, Reyes, [in 1972], and Novak, in 1998”: another time of the kind follows behind “and”, no verb between. */
function isRivalled(view: View, time: TimeExpression, times: readonly TimeExpression[]): boolean {
  const next = times[times.indexOf(time) + 1];
  const isPair = (a: TimeExpression | undefined, b: TimeExpression | undefined): boolean =>
    a?.precision === b?.precision &&
    a !== undefined &&
    b?.firstToken === a.endToken + 1 &&
    view.lower(a.endToken) === 'and';
  // “[Monday] and Tuesday”
  const isBetween = [time, times[times.indexOf(time) - 1]].some((t) => t && view.lower(t.firstToken - 1) === 'between');
  if (!isBetween && (isPair(time, next) || isPair(times[times.indexOf(time) - 1], time))) return true;
  if (
    next === undefined ||
    next.precision !== time.precision ||
    ![1, 2].some((k) => view.lower(time.firstToken - k) === ',')
  )
    return false;
  let isListed = false;
  for (let at = time.endToken; at < next.firstToken; at++) {
    if (/^(?:VERB|AUX)$/.test(view.pos(at)) || view.others.some((q) => q.firstToken === at)) return false;
    isListed ||= view.lower(at) === 'and';
  }
  return isListed;
}

/** “[As of Wednesday], the state had most cases, with 1.6 million confirmed”: the time before the first comma holds on, unless another clause opens. */
function headTime(view: View, times: readonly TimeExpression[]): TimeExpression | null {
  const [time] = times;
  if (!time || time.endToken > view.first || view.lower(time.endToken) !== ',' || time.from === null) return null;
  if (time.firstToken - view.sentence.firstToken > 2 || times.some((t) => t !== time && t.endToken <= view.first))
    return null;
  for (let at = time.endToken; at < view.first; at++)
    if (/^W/.test(view.token(at)!.tag) || view.is(at, 'subordinate') || /^[;:“”"]$/.test(view.lower(at))) return null;
  return time;
}

/** A time at the head of the sentence holds for all that follows: “In 2025, exports fell 8 percent”. */
function wayTo(view: View, time: TimeExpression): ReturnType<typeof crossing> {
  if (!isHead(view, time) && isFar(view, time)) return 'parted';
  // “was 6.6 and, [as of Wednesday], 1,885 …”
  if (time.firstToken >= view.end && opensNext(view, time)) return 'parted';
  if (time.firstToken >= view.end)
    return isOfAside(view, time.firstToken) ? 'parted' : crossing(view, view.end, time.firstToken);
  if (isOfVerbBefore(view, time) || hasRelative(view, time)) return 'parted';
  const way = crossing(view, time.endToken, view.first);
  return way === 'parted' && opensSentence(view, time) && !hasOther(view, time.endToken) ? 'clear' : way;
}

/** “two brothers of Novak, whose death [in May] …”: a clause of its own opens before the time. */
function isOfAside(view: View, to: number): boolean {
  for (let at = view.end; at < to - 1; at++)
    if (view.lower(at) === ',' && /^W(?:P\$?|DT)$/.test(view.token(at + 1)!.tag)) return true;
  return false;
}

/** “a bill [in 2005] for the storm which killed 40”: a clause of its own opens before the number. */
function hasRelative(view: View, time: TimeExpression): boolean {
  if (opensSentence(view, time)) return false;
  for (let at = time.endToken; at < view.first; at++) if (/^W(?:P|DT)$/.test(view.token(at)!.tag)) return true;
  return false;
}

/** “the trial began [last May] and drew 400 people”: a month or year is that of the verb before; a day may hold on. */
function isOfVerbBefore(view: View, time: TimeExpression): boolean {
  if (opensSentence(view, time) || time.precision === 'day' || time.kind === 'time') return false;
  for (let at = time.endToken; at < view.first; at++)
    if (view.lower(at) === 'and' && /^VB[DZP]$/.test(view.token(at + 1)?.tag ?? '')) return true;
  return false;
}

/** “and,” opens another clause whose time it is. */
function opensNext(view: View, { firstToken }: TimeExpression): boolean {
  let at = firstToken;
  while (/^(?:ADP|SCONJ)$/.test(view.pos(at - 1)) && at > view.end) at--;
  return view.lower(at - 1) === ',' && /^(?:and|but)$/.test(view.lower(at - 2));
}

/** More than one verb, or many words, stand between. */
function isFar(view: View, time: TimeExpression): boolean {
  if (distance(view, time) > 14) return true;
  const [from, to] = time.firstToken >= view.end ? [view.end, time.firstToken] : [time.endToken, view.first];
  let verbs = 0;
  for (let i = from; i < to; i++) if (view.pos(i) === 'VERB' && !isOwnVerb(view, i)) verbs++;
  return verbs > 1;
}

/** “eight people [were hurt]”: the verb of those counted parts nothing. */
function isOwnVerb(view: View, at: number): boolean {
  if (at < view.end) return false;
  for (let i = view.end; i < at; i++) if (!/^(?:AUX|ADV)$/.test(view.pos(i))) return false;
  return true;
}

/** “71 percent, down from 78 percent in March”: March is the time of the 78. */
const isOfBase = (view: View, time: TimeExpression, base: Quantity | null): boolean =>
  base !== null && base.firstToken > view.quantity.firstToken && time.firstToken >= base.endToken;

const hasOther = (view: View, from: number): boolean =>
  view.others.some((q) => q.firstToken >= from && q.endToken <= view.first && !isListed(view, q));

/** “400 cases and [12 deaths]”: no more than counted nouns stands between the two. */
function isListed(view: View, { endToken }: Quantity): boolean {
  for (let i = endToken; i < view.first; i++)
    if (!/^(?:NOUN|ADJ|NUM|CCONJ|DET)$/.test(view.pos(i)) && view.lower(i) !== ',') return false;
  return true;
}

const distance = (view: View, time: TimeExpression): number =>
  time.firstToken >= view.end ? time.firstToken - view.end : view.first - time.endToken;

/** Dates, and lengths that end or begin on a known day. A date that says when somebody spoke is none. */
function isPeriod(view: View, time: TimeExpression): boolean {
  if (
    time.kind !== 'date' &&
    !(time.kind === 'duration' && time.from !== null) &&
    !(time.kind === 'time' && time.from !== null)
  )
    return false;
  if (time.value === null || /_REF$/.test(time.value)) return false;
  if (view.document.dateline && contains(view.document.dateline, time)) return false;
  const isBareYear = time.endToken - time.firstToken === 1 && /^\d{4}$/.test(view.lower(time.firstToken));
  // “[2018] saw 750 deaths”
  const isSubject = view.is(time.endToken, 'year-verb');
  if (isBareYear && !isSubject && !isLinked(view, time.firstToken)) return false;
  // “a [23 March] walkout”
  if (view.pos(time.endToken) === 'NOUN' && view.pos(time.firstToken - 1) === 'DET' && time.precision === 'day')
    return false;
  if (isOfParticiple(view, time) || isOfReport(view, time)) return false;
  // “on 20 and [21 August]”
  if (/^(?:and|or)$/.test(view.lower(time.firstToken - 1)) && /^\d{1,2}$/.test(view.lower(time.firstToken - 2)))
    return false;
  if (isOfThing(view, time) || isOfOtherVerb(view, time) || isOfSpeaking(view, time)) return false;
  if (isCompared(view, time) || isPartOf(view, time) || isConverted(view, time) || isOfRecord(view, time)) return false;
  // “in January of last year”: the month alone may be of another year.
  const whole =
    view.lower(time.endToken) === 'of' ? view.times.find((t) => t.firstToken === time.endToken + 1) : undefined;
  if (whole && !isWithin(time, whole)) return false;
  // “in the past year and a half”
  if (view.lower(time.endToken) === 'and' && /^(?:an?|half)$/.test(view.lower(time.endToken + 1))) return false;
  const on = view.pos(time.firstToken - 1) === 'ADP' ? 1 : 0;
  for (let i = time.firstToken - on - 1; i >= Math.max(view.head, time.firstToken - on - 3); i--) {
    // “were found guilty on Thursday”
    if (view.pos(i) === 'VERB') return !view.is(i, 'say') || view.pos(i + 1) === 'ADJ';
  }
  return true;
}

/** “in 2003”, “May 2003”, “both 2003”, “between 2002 and 2003”. */
function isLinked(view: View, at: number): boolean {
  if (view.pos(at - 1) === 'ADP' || view.isTime(at - 1) || view.lower(at - 1) === 'both') return true;
  return view.lower(at - 1) === 'and' && view.isTime(at - 2) && /^(?:between|both)$/.test(view.lower(at - 3));
}

const isWithin = (part: TimeExpression, whole: TimeExpression): boolean =>
  part.from !== null && whole.from !== null && whole.to !== null && part.from >= whole.from && part.from <= whole.to;

/** “the first two months of 2005”, “the three months to December”: only a part, or the end, of the period. */
function isPartOf(view: View, { firstToken }: TimeExpression): boolean {
  const link = view.lower(firstToken - 1);
  if (link !== 'of' && link !== 'to') return false;
  if (link === 'to' && /^(?:from|since|between)$/.test(view.lower(firstToken - 3))) return false;
  return /^(?:day|week|month|quarter|half|year|season|part|portion|end|start|beginning)$/.test(
    view.token(firstToken - 2)?.lemma ?? '',
  );
}

/** “In 2025, …”, “exports in 2025 fell”, not “a study [from March] noted that …”: the time stands at the head, or no further than one verb away. */
const isHead = (view: View, time: TimeExpression): boolean =>
  opensSentence(view, time) && !/^(?:NOUN|PROPN)$/.test(view.pos(time.firstToken - 2));
