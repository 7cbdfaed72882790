import { meet } from './agree.ts';
import { dayNumber, type Statement } from './statement.ts';

const week = 7;

/**
 * May two statements be about the same figure? Measure, kind, unit and change are the same already.
 * Places, subjects and periods must not differ. What the two share decides the rest: with a place or subject in common
 * they may differ in value (if the measure is one that is comparable); without, only the same number printed within a week joins them.
 */
export function mayJoin(a: Statement, b: Statement): boolean {
  if (isOther(a.place, b.place) || isOther(a.subject, b.subject)) return false;
  const agree = meet(a.interval, b.interval);
  if (!agree && !a.isComparable) return false;
  const shared = isShared(a, b);
  if (!shared && !(agree && isTelling(a) && isNear(a, b))) return false;
  const period = periodFit(a, b);
  if (period === 'differ' || (period === 'overlap' && !(agree && shared))) return false;
  if (period === 'unknown' && !isNear(a, b)) return false;
  return agree || a.origin !== b.origin || a.row.article_id === b.row.article_id;
}

const isOther = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

/** Is a place or subject of the one known to be that of the other? */
const isShared = (a: Statement, b: Statement): boolean => isAbout(b, a.place) || isAbout(b, a.subject);

const isAbout = ({ place, subject }: Statement, known: string | null): boolean =>
  known !== null && (known === place || known === subject);

/** A number that two reports hardly print by chance: three digits or more, with a measure of its own. */
const isTelling = ({ row, isComparable }: Statement): boolean =>
  Math.abs(row.value ?? row.value_low ?? 0) >= (isComparable ? 100 : 1000);

/** Printed within a week; false where one day isn't known. */
const isNear = (a: Statement, b: Statement): boolean => Math.abs(a.day - b.day) <= week;

/** The day of publication alone: what is so today was so yesterday. */
export const isOfArticle = ({ period_text, period_basis }: Statement['row']): boolean =>
  period_text === null && period_basis === 'inferred';

/** same: equal, or from the same day on; overlap: share days but not most; unknown: one is not stated. */
function periodFit({ row: a }: Statement, { row: b }: Statement): 'same' | 'overlap' | 'differ' | 'unknown' {
  if (a.period_start === null || b.period_start === null || isOfArticle(a) || isOfArticle(b)) return 'unknown';
  const open = 'a';
  const [endA, endB] = [a.period_end ?? open, b.period_end ?? open];
  if (a.period_start > endB || b.period_start > endA) return 'differ';
  const isOpen = a.period_end === null || b.period_end === null;
  if (a.period_start === b.period_start && (isOpen || endA === endB)) return 'same';
  if (isOpen) return 'overlap';
  const [startsA, startsB, endsA, endsB] = [a.period_start, b.period_start, endA, endB].map(dayNumber) as [
    number,
    number,
    number,
    number,
  ];
  const shared = Math.min(endsA, endsB) - Math.max(startsA, startsB) + 1;
  const longer = Math.max(endsA - startsA, endsB - startsB) + 1;
  return shared * 2 >= longer ? 'same' : 'overlap';
}
