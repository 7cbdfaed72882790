import type { Cell, Table } from '#schemas/table.ts';
import type { ReleaseReader } from '../release-reader.ts';

/** Cells by column; all columns have as many. */
export type Columns = readonly (readonly Cell[])[];

/** A table as one file holds it, read from its start. Reading throws where the file is not what its format says. */
export interface TableReader {
  /** Cells of the next rows: of `count`, or of as many as there are. */
  next(count: number): Columns | Promise<Columns>;
  /** How many rows there are behind those that were read; nothing is read after that. */
  rest(): number | Promise<number>;
}

/** Opens the file of a table in one format. */
export type OpenTable = (reader: ReleaseReader, path: string, table: Table) => TableReader | Promise<TableReader>;

/** The rows of some columns that lie between two places, where several pieces may be needed to have so many. */
export const joined = (pieces: readonly Columns[], columns: number): Columns =>
  pieces.length === 1
    ? pieces[0]!
    : Array.from({ length: columns }, (_, column) => pieces.flatMap((piece) => piece[column]!));
