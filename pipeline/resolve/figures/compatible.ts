import { valuesAgree } from './agree.ts';
import type { Statement } from './statement.ts';

const week = 7;

/**
 * May two statements be about the same figure? Measure, kind, unit and change are the same already.
 * Places, subjects and periods must not differ. What the two share decides the rest: with a place or subject in common
 * they may differ in value (if the measure is one that is comparable); without, only the same number printed within a week joins them.
 */
export function mayJoin(a: Statement, b: Statement): boolean {
  if (isOther(a.place, b.place) || isOther(a.subject, b.subject)) return false;
  const agree = valuesAgree(a.row, b.row);
  const period = periodFit(a, b);
  if (period === 'differ' || (period === 'overlap' && !agree)) return false;
  const isNear = published(a, b) <= week;
  if (!isShared(a, b)) return agree && isTelling(a) && isNear && period !== 'overlap';
  if (period === 'unknown' && !isNear) return false;
  return agree || (a.isComparable && (a.origin !== b.origin || a.row.article_id === b.row.article_id));
}

const isOther = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

/** Is a place or subject of the one known to be that of the other? */
const isShared = (a: Statement, b: Statement): boolean =>
  [a.place, a.subject].some((known) => known !== null && (known === b.place || known === b.subject));

/** A number that two reports hardly print by chance: three digits or more, with a measure of its own. */
const isTelling = ({ row, isComparable }: Statement): boolean =>
  Math.abs(row.value ?? row.value_low ?? 0) >= (isComparable ? 100 : 1000);

/** Days between the publications; infinite where one isn't known. */
function published(a: Statement, b: Statement): number {
  if (a.publishedOn === null || b.publishedOn === null) return Number.POSITIVE_INFINITY;
  return Math.abs(days(a.publishedOn) - days(b.publishedOn));
}

const days = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);

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
  const [startsA, startsB, endsA, endsB] = [a.period_start, b.period_start, endA, endB].map(days) as [
    number,
    number,
    number,
    number,
  ];
  const shared = Math.min(endsA, endsB) - Math.max(startsA, startsB) + 1;
  const longer = Math.max(endsA - startsA, endsB - startsB) + 1;
  return shared * 2 >= longer ? 'same' : 'overlap';
}
