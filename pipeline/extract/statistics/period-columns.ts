import type { RowOf } from '#schemas/table.ts';
import type { statistics } from '#schemas/tables/statistics.ts';
import type { TimeExpression } from '../../annotate/document.ts';
import type { View } from './view.ts';

/** The columns that say when a number holds. */
export type Period = Pick<
  RowOf<typeof statistics>,
  'period_text' | 'period_start' | 'period_end' | 'period_precision' | 'period_basis'
>;

/** What the columns say of a time expression with the words that bind it: “from 2023 to 2024”, “since 2023”, “in May”. */
export function periodAt(view: View, time: TimeExpression, times: readonly TimeExpression[]): Period {
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
      (open === 'from' && /^(?:to|until|through|till)$/.test(link)) ||
      (open === 'between' && link === 'and') ||
      /^[-–—]$/.test(link);
    if (!isRange) continue;
    return {
      period_text: view.text([/^[-–—]$/.test(link) ? a.firstToken : a.firstToken - 1, b.endToken]),
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

/** One expression, with the word before it. */
export function single(
  view: View,
  time: TimeExpression,
  links = /^(?:in|on|during|for|by|at|over|within|of|until)$/,
): Period {
  // “as of Saturday”
  const isAsOf = view.lower(time.firstToken - 1) === 'of' && view.lower(time.firstToken - 2) === 'as';
  const isIn = view.pos(time.firstToken - 1) === 'ADP' && links.test(view.lower(time.firstToken - 1));
  return {
    period_text: view.text([time.firstToken - (isAsOf ? 2 : isIn ? 1 : 0), time.endToken]),
    period_start: time.from,
    period_end: time.to,
    period_precision: time.precision,
    period_basis: time.basis,
  };
}
