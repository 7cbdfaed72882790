import { articles, figures, tables } from '#schemas/tables/index.ts';
import type { Change } from './changes.ts';
import type { ChangeCount, ChangedRow, ChangeSummary, Named } from './facts.ts';
import { labelOf } from './label.ts';

/** Columns whose change is news to a reader, the most important first. */
const important = [
  'figures.best',
  'figures.low',
  'figures.high',
  'figures.agreement',
  'statistics.value',
  'statistics.value_low',
  'statistics.value_high',
  'statistics.polarity',
  'statistics.modality',
  'events.modality',
  'events.date_start',
  'events.place',
  'event_mentions.polarity',
  'quotations.speaker',
  'quotations.text',
  'articles.title',
  'articles.published_on',
  'affiliations.is_former',
];

/** A key that changed: the row merged or split. */
const keyOf = new Map(tables.map(({ name, key }) => [name, key]));

const rowsShown = 100;
const namesShown = 20;

/** Counts changes while they stream by and keeps the few that people are told of. Changes of a row follow each other. */
export function summarize(release: string): { add(change: Change): void; summary(): ChangeSummary } {
  const counts = new Map<string, { count: number; rows: number }>();
  const lastOf = new Map<string, string>();
  const ranked: ChangedRow[][] = important.map(() => []);
  const named = { added: names(), removed: names(), changed: names() };
  const conflicts = names();
  let row: Gathered | null = null;
  const close = (): void => {
    if (row !== null && row.cells.length > 0 && ranked[row.rank]!.length < rowsShown) ranked[row.rank]!.push(row);
    row = null;
  };
  const isNew = (kind: string, rowId: string): boolean => {
    const known = lastOf.get(kind) === rowId;
    lastOf.set(kind, rowId);
    return !known;
  };
  return {
    add(change) {
      const { table, op, column, cause, row_id: rowId } = change.row;
      const kind = JSON.stringify([table, column !== null && column === keyOf.get(table) ? 'became' : op, cause]);
      const sum = counts.get(kind) ?? { count: 0, rows: 0 };
      counts.set(kind, { count: sum.count + 1, rows: sum.rows + (isNew(kind, rowId) ? 1 : 0) });
      if (row?.table !== table || row.rowId !== rowId) {
        close();
        row = { table, rowId, label: labelOf(table, change.about), cells: [], rank: important.length };
        if (table === articles.name) named[op].add(row.label ?? rowId);
      }
      if (isNewConflict(change)) conflicts.add(conflictOf(change));
      gather(row, change);
    },
    summary() {
      close();
      const shown = ranked.flat().slice(0, rowsShown);
      return {
        release,
        counts: sortedCounts(counts),
        articles: { added: named.added.all(), removed: named.removed.all(), changed: named.changed.all() },
        conflicts: conflicts.all(),
        rows: shown.map(({ table, rowId, label, cells }) => ({ table, rowId, label, cells })),
      };
    },
  };
}

interface Gathered extends ChangedRow {
  readonly cells: ChangedRow['cells'][number][];
  /** Place of its most important column. */
  rank: number;
}

function gather(
  row: Gathered,
  { row: { table, column, old_value: oldValue, new_value: newValue, cause } }: Change,
): void {
  const rank = important.indexOf(`${table}.${column}`);
  if (rank < 0 || column === null) return;
  row.rank = Math.min(row.rank, rank);
  row.cells.push({ column, oldValue, newValue, cause });
}

function isNewConflict({ row: { table, op, column, new_value: value }, about }: Change): boolean {
  if (table !== figures.name || op === 'removed') return false;
  return op === 'added' ? about.agreement === 'conflict' : column === 'agreement' && value === 'conflict';
}

const conflictOf = ({ row, about }: Change): string =>
  `${labelOf(row.table, about) ?? row.row_id}: ${about.low} to ${about.high}`;

function names(): { add(name: string): void; all(): Named } {
  const first: string[] = [];
  let count = 0;
  return {
    add(name) {
      count++;
      if (first.length < namesShown) first.push(name);
    },
    all: () => ({ count, first }),
  };
}

function sortedCounts(counts: ReadonlyMap<string, Pick<ChangeCount, 'count' | 'rows'>>): ChangeCount[] {
  const order = new Map(tables.map(({ name }, index) => [name, index]));
  const found = [...counts].map(([kind, sums]) => {
    const [table, op, cause] = JSON.parse(kind) as [string, string, string];
    return { table, op, cause, ...sums };
  });
  const rank = ({ table }: { table: string }): number => order.get(table) ?? order.size;
  return found.sort((a, b) => rank(a) - rank(b) || (`${a.op} ${a.cause}` < `${b.op} ${b.cause}` ? -1 : 1));
}
