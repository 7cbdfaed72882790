import type { Cell, Row, Table } from '../table.ts';
import { type Column, columnsOf } from './columns.ts';

/** The row with its columns in order, or null where the table's schema has to be asked. */
type RowCheck = (row: Row) => Row | null;

const known = new WeakMap<Table, RowCheck>();

/**
 * Accepts rows that their schema accepts, some ten times faster than that; a row that it does not accept may still be valid.
 * Columns are scalars without refinements, so that type, range, pattern and values are all there is to look at.
 */
export function rowCheck(table: Table): RowCheck {
  const check = known.get(table) ?? checkOf(columnsOf(table), table);
  known.set(table, check);
  return check;
}

function checkOf(columns: readonly Column[], table: Table): RowCheck {
  const names = columns.map(({ name }) => name);
  const accepts = columns.map((column) => cellCheck(column, table));
  // Parsed, then copied: an object to which names are added one by one would become a slow one.
  const blank = JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null])))) as Row;
  return (given) => {
    let count = 0;
    for (const _ in given) count++;
    if (count !== names.length) return null;
    const row: Record<string, Cell> = { ...blank };
    for (let i = 0; i < names.length; i++) {
      const cell = given[names[i]!];
      if (cell === undefined || !accepts[i]!(cell)) return null;
      row[names[i]!] = cell;
    }
    return row;
  };
}

type CellCheck = (cell: Cell) => boolean;

function cellCheck(column: Column, table: Table): CellCheck {
  const accepts = valueCheck(column, table);
  return column.nullable ? (cell) => cell === null || accepts(cell) : accepts;
}

function valueCheck({ name, type, values, pattern, minimum, maximum, minLength }: Column, table: Table): CellCheck {
  const low = minimum ?? Number.NEGATIVE_INFINITY;
  const high = maximum ?? Number.POSITIVE_INFINITY;
  switch (type) {
    case 'string': {
      if (pattern === null) return (cell) => typeof cell === 'string' && cell.length >= (minLength ?? 0);
      const shape = new RegExp(pattern);
      return repeated((cell) => typeof cell === 'string' && cell.length >= (minLength ?? 0) && shape.test(cell));
    }
    case 'enum': {
      const allowed = new Set<Cell>(values);
      return (cell) => allowed.has(cell);
    }
    case 'integer':
      return (cell) => Number.isInteger(cell) && (cell as number) >= low && (cell as number) <= high;
    case 'number':
      return (cell) => Number.isFinite(cell) && (cell as number) >= low && (cell as number) <= high;
    case 'boolean':
      return (cell) => typeof cell === 'boolean';
    case 'date':
    case 'datetime':
      return repeated((cell) => table.columns[name]!.safeParse(cell).success);
  }
}

/** Rows of one article repeat its key, its day, its address: what was accepted last is not looked at again. */
function repeated(accepts: CellCheck): CellCheck {
  let last: Cell = null;
  return (cell) => {
    if (cell === last && cell !== null) return true;
    const isAccepted = accepts(cell);
    if (isAccepted) last = cell;
    return isAccepted;
  };
}
