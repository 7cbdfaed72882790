import type { Row, Table } from '#schemas/table.ts';
import type { Problem } from './problem.ts';
import type { ReleaseIndex } from './release-index.ts';

/** Looks at a release as a whole. */
export interface ReleaseCheck {
  readonly name: string;
  run(release: ReleaseIndex): Iterable<Problem> | AsyncIterable<Problem>;
}

/** Looks at every row of a table, as its JSON file holds them. */
export interface TableCheck {
  readonly name: string;
  /** null where the check has nothing to say of this table. */
  open(table: Table, release: ReleaseIndex): RowsCheck | null | Promise<RowsCheck | null>;
}

type Found = Iterable<Problem> | Promise<Iterable<Problem>>;

/** Is handed all rows in order, some at a time. */
interface RowsCheck {
  /** `first` is the index of the first of them. */
  look(rows: readonly Row[], first: number): Found;
  /** Asked when all rows were seen, so many. */
  end?(rowCount: number): Found;
}
