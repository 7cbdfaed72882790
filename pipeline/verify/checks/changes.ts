import { columnsOf } from '#schemas/derive/columns.ts';
import { encodeCell } from '#schemas/derive/csv.ts';
import type { Cell, Row } from '#schemas/table.ts';
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
    const columnOf = columnReader(release);
    return (rows, first) => {
      const problems: Problem[] = [];
      for (const [i, row] of rows.entries()) {
        const fault = faultOf(row, release, columnOf);
        if (fault) problems.push({ code: 'change', file: pathOf(json, changes), row: first + i + 1, ...fault });
      }
      return problems;
    };
  },
};

type ReadColumn = (table: (typeof tables)[number], name: string) => readonly Cell[];
type Fault = Pick<Problem, 'column' | 'message'>;

/** Changes stand in order of tables and touch few columns: what was read is kept. */
function columnReader(release: ReleaseIndex): ReadColumn {
  const known = new Map<string, readonly Cell[]>();
  return (table, name) => {
    const place = `${table.name}.${name}`;
    const found = known.get(place) ?? release.column(table, name);
    known.set(place, found);
    return found;
  };
}

function faultOf(change: Row, release: ReleaseIndex, columnOf: ReadColumn): Fault | null {
  const { table: name, row_id: id, op, column, old_value: before, new_value: after } = change;
  const table = tables.find((t) => t.name === name);
  if (!table) return { column: 'table', message: `there is no table ${name}; build again` };
  if (!release.readable(table)) return null;
  const row = release.rowsByKey(table).get(id!);
  const isMoved = op === 'changed' && column === table.key;
  if (isMoved) {
    if (before === id && after !== null && release.rowsByKey(table).has(after!)) return null;
    return { column: 'new_value', message: `is ${after}, which is no row that ${id} could be now; build again` };
  }
  if ((row === undefined) !== (op === 'removed')) {
    return {
      column: 'op',
      message: `is ${op}, but ${name} has ${row === undefined ? 'no' : 'a'} row ${id}; build again`,
    };
  }
  if ((op === 'changed') !== (column !== null))
    return { column: 'column', message: `is ${column} for op ${op}; build again` };
  if (column === null || row === undefined) return null;
  if (!columnsOf(table).some((c) => c.name === column)) {
    return { column: 'column', message: `${name} has no column ${column}; build again` };
  }
  if (before === after) return { column: 'new_value', message: 'is the old value; leave the row out' };
  const cell = columnOf(table, String(column))[row] ?? null;
  if ((cell === null ? null : encodeCell(cell)) === after) return null;
  return { column: 'new_value', message: `is ${after}, the cell is ${cell}; build again` };
}
