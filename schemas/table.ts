import { z } from 'zod';
import { type EvidenceColumn, evidenceColumns } from './evidence.ts';

export type Columns = Readonly<Record<string, z.ZodType>>;

/** One published table: what a row is, its columns in order, its key and how the key is derived. */
export interface Table<C extends Columns = Columns, K extends string = string, R extends string = string> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The column that identifies a row. */
  readonly key: K;
  /** First letters of every key, before the underscore. */
  readonly prefix: string;
  /** Columns that, with table, article and span, tell two rows apart: what the key is hashed from. */
  readonly identity: readonly string[];
  /** Columns that only the whole corpus can fill; null until `resolve` has seen it. */
  readonly resolved: readonly R[];
  /** Does every row end with the evidence columns? */
  readonly grounded: boolean;
  readonly columns: C;
  readonly row: z.ZodObject<C, z.core.$strict>;
}

interface Definition<C extends Columns, K extends string, R extends string> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly key: K;
  readonly prefix: string;
  readonly identity?: readonly string[];
  readonly resolved?: readonly R[];
  readonly columns: C;
}

/** A table whose rows are not tied to one place in one article. */
export function table<C extends Columns, const K extends string, const R extends string = never>(
  definition: Definition<C, K, R>,
): Table<C, K, R> {
  const { identity = [], resolved = [], ...rest } = definition;
  return { ...rest, identity, resolved, grounded: false, row: z.strictObject(definition.columns) };
}

/** A table whose every row points at its evidence: the evidence columns come last. */
export function groundedTable<C extends Columns, const K extends string, const R extends string = never>(
  definition: Definition<C, K, R>,
): Table<C & typeof evidenceColumns, K, R> {
  const columns = { ...definition.columns, ...evidenceColumns };
  const { identity = [], resolved = [], ...rest } = definition;
  return { ...rest, identity, resolved, columns, grounded: true, row: z.strictObject(columns) };
}

/** A row of a table, as published. */
export type RowOf<T extends Table> = z.output<T['row']>;

/** What an extractor says of a row: the table's own columns, without key, evidence and what the corpus decides. */
export type OwnColumns<T extends Table> = Omit<RowOf<T>, EvidenceColumn | T['key'] | T['resolved'][number]>;

/** A row of any table. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;
