import type { Cell, Table } from '#schemas/table.ts';

/** A table as one file holds it. Reading throws where the file is not what its format says. */
export interface TableFile {
  readonly rows: number;
  /** Cells of the rows `start` to `end` (exclusive), by column. */
  columns(start: number, end: number): readonly (readonly Cell[])[] | Promise<readonly (readonly Cell[])[]>;
}

/** Opens the bytes of a table in one format. */
export type OpenTable = (bytes: Uint8Array, table: Table) => TableFile;
