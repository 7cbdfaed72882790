import type { RowOf } from '#schemas/table.ts';
import type { statistics } from '#schemas/tables/statistics.ts';
import type { TimeExpression } from '../../annotate/document.ts';
import { contains } from '../../span.ts';
import type { View } from './view.ts';

type Period = Pick<
  RowOf<typeof statistics>,
  'period_text' | 'period_start' | 'period_end' | 'period_precision' | 'period_basis'
>;

const unknown: Period = {
  period_text: null,
  period_start: null,
  period_end: null,
  period_precision: null,
  period_basis: 'none',
};

/** The period that the sentence gives the quantity: the time expression nearest to it with no other number between. */
export function periodOf(view: View): Period {
  const { sentence, document, quantity } = view;
  const times = document.times.filter(
    (t) => t.firstToken >= sentence.firstToken && t.endToken <= sentence.endToken && isPeriod(view, t),
  );
  const after = times.find((t) => t.firstToken >= quantity.endToken);
  const before = times.findLast((t) => t.endToken <= quantity.firstToken);
  const isFree = (t: TimeExpression | undefined): t is TimeExpression => t !== undefined && !isParted(view, t);
  const [late, early] = [isFree(after) ? after : null, isFree(before) ? before : null];
  if (!late && !early) return unknown;
  if (late && early)
    return distance(view, late) <= distance(view, early) + 4
      ? periodAt(view, late, times)
      : periodAt(view, early, times);
  return periodAt(view, (late ?? early)!, times);
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
  const on = view.pos(time.firstToken - 1) === 'ADP' ? 1 : 0;
  for (let i = time.firstToken - on - 1; i >= Math.max(view.sentence.firstToken, time.firstToken - on - 3); i--) {
    if (view.pos(i) === 'VERB') return !view.is(i, 'say');
  }
  return true;
}

/** Another quantity stands between the two, or a semicolon. */
function isParted(view: View, time: TimeExpression): boolean {
  const [from, to] = time.firstToken >= view.end ? [view.end, time.firstToken] : [time.endToken, view.first];
  if (view.others.some((q) => q.firstToken >= from && q.endToken <= to && q !== baseNear(view, q.firstToken)))
    return true;
  let comma = 0;
  for (let i = from; i < to; i++) {
    if (/^(?:[;—–]|--)$/.test(view.lower(i))) return true;
    if (view.lower(i) === ',') comma++;
  }
  return comma > 0 && !(time.endToken <= view.first ? opensSentence(view, time) : !hasVerb(view, from, to));
}

/** “In 2025, exports fell 8 percent”: no verb stands before the time. */
const opensSentence = (view: View, time: TimeExpression): boolean =>
  !hasVerb(view, view.sentence.firstToken, time.firstToken);

function hasVerb(view: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^(?:VERB|AUX)$/.test(view.pos(i))) return true;
  return false;
}

/** The other end of a change ("to 61 from 67 in 2025") parts nothing. */
const baseNear = (view: View, at: number) =>
  /^(?:from|to)$/.test(view.lower(at - 1)) ? view.others.find((q) => q.firstToken === at) : undefined;

function periodAt(view: View, time: TimeExpression, times: readonly TimeExpression[]): Period {
  return range(view, time, times) ?? since(view, time) ?? single(view, time);
}

/** “from 2023 to 2024”, “between March and May 2024”: both ends. */
function range(view: View, time: TimeExpression, times: readonly TimeExpression[]): Period | null {
  const at = times.indexOf(time);
  for (const [a, b] of [
    [time, times[at + 1]],
    [times[at - 1], time],
  ]) {
    if (!a || !b || b.firstToken - a.endToken !== 1 || a.from === null || b.to === null || b.to < a.from) continue;
    const [open, link] = [view.lower(a.firstToken - 1), view.lower(a.endToken)];
    const isRange =
      (open === 'from' && /^(?:to|until|through|till)$/.test(link)) || (open === 'between' && link === 'and');
    if (!isRange) continue;
    return {
      period_text: view.text([a.firstToken - 1, b.endToken]),
      period_start: a.from,
      period_end: b.to,
      period_precision: a.precision === b.precision ? a.precision : 'range',
      period_basis: a.basis === 'stated' && b.basis === 'stated' ? 'stated' : 'relative',
    };
  }
  return null;
}

/** “since 2023”: from its first day until the day of publication, where that is known. */
function since(view: View, time: TimeExpression): Period | null {
  if (view.lower(time.firstToken - 1) !== 'since') return null;
  const end = view.document.publishedOn;
  return {
    period_text: view.text([time.firstToken - 1, time.endToken]),
    period_start: time.from,
    period_end: time.from !== null && end !== null && end >= time.from ? end : null,
    period_precision: time.precision,
    period_basis: time.basis,
  };
}

function single(view: View, time: TimeExpression): Period {
  const isIn =
    view.pos(time.firstToken - 1) === 'ADP' &&
    /^(?:in|on|during|for|by|at|over|within|of|until)$/.test(view.lower(time.firstToken - 1));
  return {
    period_text: view.text([time.firstToken - (isIn ? 1 : 0), time.endToken]),
    period_start: time.from,
    period_end: time.to,
    period_precision: time.precision,
    period_basis: time.basis,
  };
}
