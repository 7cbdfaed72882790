import type { RowOf } from '#schemas/table.ts';
import type { figures } from '#schemas/tables/figures.ts';
import { contentKey } from '../identity.ts';
import { originsAgree, valuesAgree } from './figures/agree.ts';
import { isOfArticle } from './figures/compatible.ts';
import { countStatements } from './figures/copies.ts';
import { type Group, groupStatements } from './figures/group.ts';
import { type Statement, type Statistic, sameness } from './figures/statement.ts';

export type Figure = RowOf<typeof figures>;

/** A figure but for its id, and the statements that it rests on. */
interface JoinedFigure {
  /** Its id, if it is the first that has this key. */
  readonly key: string;
  /** Its id otherwise. */
  readonly own: string;
  /** The least id of its statements: it sorts figures that share a key. */
  readonly first: string;
  readonly row: Omit<Figure, 'figure_id'>;
  readonly group: Group;
}

/**
 * Joins statements of the same measure, subject, place and period; what is not certain to be the same stays apart. All that is
 * given must have one `sameness`. `tolls` are the measures that only grow: a later, higher number replaces the earlier.
 */
export const joinFigures = (statements: readonly Statement[], tolls: ReadonlySet<string>): JoinedFigure[] =>
  groupStatements(statements)
    .filter((group) => group.some((s) => s.row.value !== null))
    .map((group) => figureFrom(group, tolls));

function figureFrom(group: Group, tolls: ReadonlySet<string>): JoinedFigure {
  const { row, key } = group[0]!;
  const rows = group.map((s) => s.row);
  const origins = new Set(group.map((s) => s.origin));
  const period = periodOf(rows);
  const place = mostFrequent(rows.map((r) => both(r.place, r.place_entity_id)));
  const subject = mostFrequent(rows.map((r) => both(r.subject, r.subject_entity_id)));
  const about = [subject?.[1] ?? subject?.[0] ?? null, place?.[1] ?? place?.[0] ?? null];
  const parts = ['figures', ...sameness(group[0]!), ...about, ...period];
  const first = rows.map((r) => r.statistic_id).sort()[0]!;
  const values = rows
    .flatMap((r) => [r.value, r.value === null ? r.value_low : null, r.value === null ? r.value_high : null])
    .filter((v) => v !== null);
  const figure: JoinedFigure['row'] = {
    measure: mostFrequent(rows.map((r) => r.measure)) ?? key,
    subject: subject?.[0] ?? null,
    subject_entity_id: subject?.[1] ?? null,
    place: place?.[0] ?? null,
    place_entity_id: place?.[1] ?? null,
    period_start: period[0],
    period_end: period[1],
    unit: row.unit,
    kind: row.kind,
    change: changeOf(rows),
    low: Math.min(...values),
    best: bestOf(group),
    high: Math.max(...values),
    statement_count: countStatements(group),
    article_count: new Set(rows.map((r) => r.article_id)).size,
    origin_count: origins.size,
    agreement: origins.size === 1 ? 'single' : isAgreed(group, tolls) ? 'agree' : 'conflict',
  };
  return { key: contentKey('f', parts), own: contentKey('f', [...parts, first]), first, row: figure, group };
}

type Named = readonly [text: string, id: string | null];

const both = (text: string | null, id: string | null): Named | null => (text === null ? null : [text, id]);

/** The commonest, of equals the one that sorts first; null where all are. */
function mostFrequent<V>(values: readonly (V | null)[]): V | null {
  const counts = new Map<string, { value: V; count: number }>();
  for (const value of values) {
    if (value === null) continue;
    const key = JSON.stringify(value);
    counts.set(key, { value, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const sorted = [...counts].sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1));
  return sorted[0]?.[1].value ?? null;
}

/** The period stated most; one with both ends before one that is open. */
function periodOf(all: readonly Statistic[]): readonly [string | null, string | null] {
  // The day of publication alone is a period only where nobody names one.
  const named = all.filter((r) => !isOfArticle(r));
  const rows = named.some((r) => r.period_start !== null) ? named : all.slice(0, 1);
  const closed = mostFrequent(
    rows.map((r) => (r.period_start && r.period_end ? ([r.period_start, r.period_end] as const) : null)),
  );
  return closed ?? [mostFrequent(rows.map((r) => r.period_start)), null];
}

/** The change that all who state one agree on. */
function changeOf(rows: readonly Statistic[]): Figure['change'] {
  const stated = new Set(rows.map((r) => r.change).filter((change) => change !== 'none'));
  return stated.size === 1 ? [...stated][0]! : 'none';
}

/** Value of the latest statements; of these the one that most origins state, then the one stated as exact, then the higher. */
function bestOf(group: Group): number {
  const exact = group.filter((s) => s.row.value !== null);
  const latest = exact.reduce((day, s) => ((s.publishedOn ?? '') > day ? s.publishedOn! : day), '');
  const origins = new Map<number, Set<string>>();
  const isExact = new Map<number, number>();
  for (const { row, origin } of exact.filter((s) => (s.publishedOn ?? '') === latest)) {
    const value = row.value!;
    origins.set(value, (origins.get(value) ?? new Set()).add(origin));
    isExact.set(value, Math.max(isExact.get(value) ?? 0, row.qualifier === 'exact' ? 1 : 0));
  }
  const sorted = [...origins.keys()].sort(
    (a, b) => origins.get(b)!.size - origins.get(a)!.size || isExact.get(b)! - isExact.get(a)! || b - a,
  );
  return sorted[0]!;
}

/** Does every statement agree with every one of another origin, or replace it? */
function isAgreed(group: Group, tolls: ReadonlySet<string>): boolean {
  if (originsAgree(group)) return true;
  if (!tolls.has(group[0]!.key)) return false;
  return group.every((a) =>
    group.every((b) => a.origin === b.origin || valuesAgree(a.row, b.row) || replaces(a, b) || replaces(b, a)),
  );
}

/** A toll that was printed later, or on the same day by the same source, and is no lower. */
function replaces(late: Statement, early: Statement): boolean {
  if ((late.row.value ?? late.row.value_low ?? 0) < (early.row.value ?? early.row.value_low ?? 0)) return false;
  if (late.publishedOn === null || early.publishedOn === null) return false;
  if (late.publishedOn !== early.publishedOn) return late.publishedOn > early.publishedOn;
  const source = ({ row }: Statement): string | null => row.attributed_to_entity_id ?? row.attributed_to;
  return source(late) !== null && source(late) === source(early);
}
