import type { Row, Table } from '#schemas/table.ts';

/** A drawing of one table, made while its rows are published. */
export interface Chart {
  readonly path: string;
  readonly table: Table;
  open(): { add(row: Row): void; svg(): string };
}
