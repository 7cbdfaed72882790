import { bandsOf } from './bands.ts';
import { mayJoin } from './compatible.ts';
import type { Statement } from './statement.ts';

/** Statements about one figure. */
export type Group = Statement[];

/** Parts the statements of one measure into figures. The order of the input does not matter. */
export function groupStatements(statements: readonly Statement[]): Group[] {
  const groups: Group[] = [];
  /** Places of groups in the list. */
  const byKey = new Map<string, Set<number>>();
  const isBounded = statements.every(({ isComparable }) => !isComparable);
  /** The statement, counted, for which a group was last looked at. */
  const seen: number[] = [];
  for (const [turn, statement] of [...statements].sort(bySpecificity).entries()) {
    const keys = lookupKeys(statement, isBounded);
    const fitting: number[] = [];
    for (const key of keys) {
      for (const place of byKey.get(key) ?? []) {
        if (seen[place] === turn) continue;
        seen[place] = turn;
        if (groups[place]!.every((member) => mayJoin(member, statement))) fitting.push(place);
      }
    }
    // Fits two figures that are not one: which is meant isn't known.
    const place = fitting.length === 1 ? fitting[0]! : (best(fitting, statement, groups) ?? groups.push([]) - 1);
    groups[place]!.push(statement);
    for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(place));
  }
  return groups;
}

/** Of several figures the only one that states the same value, or null. */
function best(places: readonly number[], { row }: Statement, groups: readonly Group[]): number | null {
  const equal = places.filter((place) => groups[place]!.some((member) => member.row.value === row.value));
  return equal.length === 1 ? equal[0]! : null;
}

/**
 * Statements that could join share at least one: what it is about with the month, or the number itself. Where all that join must
 * agree, what it is about stands with bands of the number.
 */
function lookupKeys({ place, subject, row, publishedOn, interval }: Statement, isBounded: boolean): string[] {
  const months = new Set([row.period_start, publishedOn].filter((day) => day !== null).flatMap(monthsAround));
  const about = [place, subject].filter((name) => name !== null);
  const dated = months.size === 0 ? ['undated'] : [...months];
  const numbers = row.value === null ? [] : [...months].map((month) => `= ${row.value} ${month}`);
  const bands = isBounded ? bandsOf(interval) : [''];
  const named = about.flatMap((name) => dated.map((month) => `${name} ${month}`));
  return [...named.flatMap((key) => bands.map((band) => `${key} ${band}`)), ...numbers];
}

/** The month of a day, and the next where the day is within a week of it. */
function monthsAround(day: string): string[] {
  const month = day.slice(0, 7);
  if (day.slice(8) < '24') return [month];
  const [year, number] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return [month, next];
}

/** Statements that say most come first, ranges last; then by article and place in it. */
function bySpecificity(a: Statement, b: Statement): number {
  const known = ({ row, place, subject }: Statement): number =>
    (row.value === null ? -8 : 0) +
    (place ? 2 : 0) +
    (subject ? 1 : 0) +
    (row.period_start ? 2 : 0) +
    (row.period_end ? 1 : 0);
  return (
    known(b) - known(a) ||
    compare(a.row.article_id, b.row.article_id) ||
    a.row.char_start - b.row.char_start ||
    compare(a.row.statistic_id, b.row.statistic_id)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
