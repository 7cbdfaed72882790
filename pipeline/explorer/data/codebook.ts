/** A cell, as published. */
export type Cell = string | number | boolean | null;
/** A row of any table. */
export type Row = Readonly<Record<string, Cell>>;

/** A column, as the codebook describes it. */
export interface ColumnInfo {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'string' | 'enum' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime';
  readonly unit: string | null;
  readonly values: readonly string[] | null;
  readonly references: string | null;
}

/** A table, as the codebook describes it. */
export interface TableInfo {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly key: string;
  readonly prefix: string;
  readonly grounded: boolean;
  readonly rows: number;
  readonly columns: readonly ColumnInfo[];
}
