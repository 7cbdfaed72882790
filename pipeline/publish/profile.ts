import { type Column, columnsOf } from '#schemas/derive/columns.ts';
import type { Cell, Table } from '#schemas/table.ts';
import type { Batch } from './format.ts';

/** What a column holds: cells that are not null, how often each of a few values stands there, the least and the greatest. */
export interface ColumnProfile {
  readonly name: string;
  readonly filled: number;
  /** Of enumerations and booleans: rows by value, in the order of the codebook; of shares from 0 to 1: by tenth. */
  readonly values: Readonly<Record<string, number>> | null;
  /** Of numbers and dates; null where all cells are. */
  readonly least: Cell;
  readonly greatest: Cell;
}

/** What a published table holds. */
export interface TableProfile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
}

interface Tally {
  filled: number;
  least: Cell;
  greatest: Cell;
  readonly values: Map<string, number> | null;
}

/** Counts cells while batches pass by. */
export function profiler(table: Table): { add(batch: Batch): void; profile(): TableProfile } {
  const columns = columnsOf(table);
  const tallies = columns.map(
    (column): Tally => ({ filled: 0, least: null, greatest: null, values: valuesOf(column) }),
  );
  let rows = 0;
  return {
    add(batch) {
      rows += batch.rows.length;
      for (const [i, column] of columns.entries()) count(tallies[i]!, isOrdered(column), batch.columns[i]!);
    },
    profile: () => ({
      rows,
      columns: tallies.map(({ values, ...rest }, i) => ({
        name: columns[i]!.name,
        ...rest,
        values: values === null ? null : Object.fromEntries(values),
      })),
    }),
  };
}

const isOrdered = ({ type }: Column): boolean => ['integer', 'number', 'date', 'datetime'].includes(type);

/** Lower ends of the tenths between 0 and 1. */
const tenths = ['0', '0.1', '0.2', '0.3', '0.4', '0.5', '0.6', '0.7', '0.8', '0.9'];

function valuesOf(column: Column): Map<string, number> | null {
  const known = isShare(column) ? tenths : column.type === 'boolean' ? ['true', 'false'] : column.values;
  return known === null ? null : new Map(known.map((value) => [value, 0]));
}

const isShare = ({ type, minimum, maximum }: Column): boolean => type === 'number' && minimum === 0 && maximum === 1;

const kindOf = (cell: Cell): string =>
  typeof cell === 'number' ? tenths[Math.min(Math.floor(cell * 10 + 1e-9), 9)]! : String(cell);

function count(tally: Tally, ordered: boolean, cells: readonly Cell[]): void {
  for (const cell of cells) {
    if (cell === null) continue;
    tally.filled++;
    if (tally.values !== null) tally.values.set(kindOf(cell), tally.values.get(kindOf(cell))! + 1);
    if (!ordered) continue;
    if (tally.least === null || cell < tally.least) tally.least = cell;
    if (tally.greatest === null || cell > tally.greatest) tally.greatest = cell;
  }
}
