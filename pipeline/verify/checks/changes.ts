import { columnsOf } from '#schemas/derive/columns.ts';
import { encodeCell } from '#schemas/derive/csv.ts';
import type { Cell, Row, Table } from '#schemas/table.ts';
import { changes, tables } from '#schemas/tables/index.ts';
import { pathOf } from '../../publish/format.ts';
import { json } from '../../publish/json.ts';
import type { TableCheck } from '../check.ts';
import type { Problem } from '../problem.ts';
import type { ReleaseIndex } from '../release-index.ts';

/** What `changes` says of a row agrees with the row: removed ones are gone, others are there with the new value, and so are those that others became. */
export const changesHold: TableCheck = {
  name: 'changes',
  open(table, release) {
    if (table.name !== changes.name) return null;
    return {
      async look(rows, first) {
        const faults = new Map<number, Fault>();
        const claims = new Map<Table, Claim[]>();
        for (const [i, row] of rows.entries()) {
          const about = tables.find(({ name }) => name === row.table);
          const found = about ? await judged(row, about, release) : noTable(row);
          if (found === null) continue;
          if ('message' in found) faults.set(i, found);
          else claimsOf(about!, claims).push({ ...found, at: i });
        }
        for (const [about, claimed] of claims) {
          const cells = await release.cells(about, claimed);
          for (const [i, { at, after }] of claimed.entries()) {
            const fault = differing(cells[i]!, after);
            if (fault) faults.set(at, fault);
          }
        }
        return [...faults]
          .sort(([a], [b]) => a - b)
          .map(
            ([i, fault]): Problem => ({ code: 'change', file: pathOf(json, changes), row: first + i + 1, ...fault }),
          );
      },
    };
  },
};

type Fault = Pick<Problem, 'column' | 'message'>;

/** What a cell is said to be now. */
interface NewCell {
  readonly row: number;
  readonly column: string;
  readonly after: Cell;
}

/** The same with the place of the change that says so. */
interface Claim extends NewCell {
  readonly at: number;
}

function claimsOf(table: Table, claims: Map<Table, Claim[]>): Claim[] {
  const known = claims.get(table) ?? [];
  claims.set(table, known);
  return known;
}

const noTable = ({ table }: Row): Fault => ({ column: 'table', message: `there is no table ${table}; build again` });

/** What is wrong with a change, or the cell at which one has to look; null where all is well. */
async function judged(change: Row, table: Table, release: ReleaseIndex): Promise<Fault | NewCell | null> {
  const { row_id: id, op, column, old_value: before, new_value: after } = change;
  if (!release.readable(table)) return null;
  const keys = await release.rowsByKey(table);
  const row = keys.find(id!);
  const isMoved = op === 'changed' && column === table.key;
  if (isMoved) {
    if (before === id && after !== null && keys.find(after!) >= 0) return null;
    return { column: 'new_value', message: `is ${after}, which is no row that ${id} could be now; build again` };
  }
  if (row < 0 !== (op === 'removed')) {
    const message = `is ${op}, but ${table.name} has ${row < 0 ? 'no' : 'a'} row ${id}; build again`;
    return { column: 'op', message };
  }
  if ((op === 'changed') !== (column !== null))
    return { column: 'column', message: `is ${column} for op ${op}; build again` };
  if (column === null || row < 0) return null;
  if (!columnsOf(table).some((c) => c.name === column)) {
    return { column: 'column', message: `${table.name} has no column ${column}; build again` };
  }
  if (before === after) return { column: 'new_value', message: 'is the old value; leave the row out' };
  return { row, column: String(column), after: after ?? null };
}

function differing(cell: Cell, after: Cell): Fault | null {
  if ((cell === null ? null : encodeCell(cell)) === after) return null;
  return { column: 'new_value', message: `is ${after}, the cell is ${cell}; build again` };
}
