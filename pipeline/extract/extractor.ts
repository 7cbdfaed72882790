import type { OwnColumns, Table } from '#schemas/table.ts';
import type { Document } from '../annotate/document.ts';
import type { Resources } from '../resources/index.ts';
import type { Span } from '../span.ts';

/** What an extractor found: where, how sure, and the table's own columns. */
export interface Finding<T extends Table> {
  readonly span: Span;
  /** 0..1; published with two decimals. */
  readonly confidence: number;
  readonly row: OwnColumns<T>;
}

/** Reads one kind of fact out of a document. `extract()` adds key and evidence to what it finds. */
export interface Extractor<T extends Table = Table> {
  readonly name: string;
  /** Raised whenever its findings change. */
  readonly version: number;
  readonly table: T;
  find(document: Document, resources: Resources): Iterable<Finding<T>>;
}

/** Declares an extractor; keeps its table's type. */
export const extractor = <T extends Table>(definition: Extractor<T>): Extractor<T> => definition;
