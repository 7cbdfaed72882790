import type { Row, Table } from '#schemas/table.ts';
import type { Problem } from './problem.ts';
import type { ReleaseIndex } from './release-index.ts';

/** Looks at a release as a whole. */
export interface ReleaseCheck {
  readonly name: string;
  run(release: ReleaseIndex): Iterable<Problem>;
}

/** Looks at every row of a table, as its JSON file holds them. */
export interface TableCheck {
  readonly name: string;
  /** null where the check has nothing to say of this table. */
  open(table: Table, release: ReleaseIndex, rowCount: number): RowsCheck | null;
}

/** Is handed all rows in order, some at a time; `first` is the index of the first of them. */
type RowsCheck = (rows: readonly Row[], first: number) => Iterable<Problem> | Promise<Iterable<Problem>>;
