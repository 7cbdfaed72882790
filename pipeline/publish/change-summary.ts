import { tables } from '#schemas/tables/index.ts';
import type { Change } from './changes.ts';
import type { ChangedCell, ChangeSummary } from './facts.ts';

/** Columns whose change is news to a reader, the most important first. */
const important = [
  'figures.best',
  'figures.low',
  'figures.high',
  'figures.agreement',
  'statistics.value',
  'statistics.value_low',
  'statistics.value_high',
  'events.modality',
  'events.date_start',
  'events.place',
  'quotations.speaker',
  'quotations.text',
  'articles.title',
  'articles.published_on',
  'affiliations.is_former',
];

const cellsShown = 100;

/** Counts changes while they stream by and keeps the few that CHANGES.md names. */
export function summarize(release: string): { add(change: Change): void; summary(): ChangeSummary } {
  const counts = new Map<string, number>();
  const cells: ChangedCell[][] = important.map(() => []);
  return {
    add({ row, label }) {
      const kind = JSON.stringify([row.table, row.op, row.cause]);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      const rank = important.indexOf(`${row.table}.${row.column}`);
      if (rank < 0 || row.column === null || cells[rank]!.length >= cellsShown) return;
      const { table, row_id: rowId, column, old_value: oldValue, new_value: newValue, cause } = row;
      cells[rank]!.push({ table, rowId, label, column, oldValue, newValue, cause });
    },
    summary: () => ({ release, counts: sortedCounts(counts), cells: cells.flat().slice(0, cellsShown) }),
  };
}

function sortedCounts(counts: ReadonlyMap<string, number>): ChangeSummary['counts'] {
  const order = new Map(tables.map(({ name }, index) => [name, index]));
  const found = [...counts].map(([kind, count]) => {
    const [table, op, cause] = JSON.parse(kind) as [string, string, string];
    return { table, op, cause, count };
  });
  const rank = ({ table }: { table: string }): number => order.get(table) ?? order.size;
  return found.sort((a, b) => rank(a) - rank(b) || (`${a.op} ${a.cause}` < `${b.op} ${b.cause}` ? -1 : 1));
}
