import type { Cell, Row, Table } from '#schemas/table.ts';

/** Where the bytes of one file go, in order. */
export interface ByteSink {
  write(bytes: Uint8Array): void;
  close(): void;
}

/** Valid rows of a table, by row and by column; row `i` is `columns[*][i]`. */
export interface Batch {
  readonly rows: readonly Row[];
  readonly columns: readonly (readonly Cell[])[];
}

/** Writes the batches of one table in one format. */
export interface RowWriter {
  write(batch: Batch): void;
  end(): void;
}

/** A format in which every table is published. */
export interface Format {
  readonly name: string;
  readonly folder: string;
  readonly extension: string;
  open(table: Table, sink: ByteSink): RowWriter;
}

/** Path of a table in a format, below the release. */
export const pathOf = (format: Format, table: Table): string => `${format.folder}/${table.name}.${format.extension}`;
