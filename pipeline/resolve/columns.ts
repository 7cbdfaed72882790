import { type Numbers, numbers } from './packed.ts';
import type { Shelf } from './shelf.ts';

/** Columns of packed numbers by name, all of one length. */
export type Columns<Name extends string> = Readonly<Record<Name, Uint32Array>>;

/** Columns that grow a row at a time. */
export interface GrowingColumns<Name extends string> {
  readonly length: number;
  push(row: Readonly<Record<Name, number>>): void;
  /** Takes over rows from one up to another. */
  copy(before: Columns<Name>, from: number, to: number): void;
  /** Columns as they are now; valid until the next row. */
  view(): Columns<Name>;
}

export function growingColumns<Name extends string>(names: readonly Name[]): GrowingColumns<Name> {
  const columns = names.map((name): readonly [Name, Numbers] => [name, numbers()]);
  const [, first] = columns[0]!;
  return {
    get length() {
      return first.length;
    },
    push(row) {
      for (const [name, column] of columns) column.push(row[name]);
    },
    copy(before, from, to) {
      for (const [name, column] of columns) column.append(before[name].subarray(from, to));
    },
    view: () => Object.fromEntries(columns.map(([name, column]) => [name, column.view()])) as Columns<Name>,
  };
}

export function keepColumns<Name extends string>(shelf: Shelf, kind: string, columns: Columns<Name>): void {
  for (const name of Object.keys(columns) as Name[]) shelf.keep(`${kind}-${name}`, columns[name]);
}

/** Columns of before; empty ones where nothing was kept. */
export const columnsOn = <Name extends string>(shelf: Shelf, kind: string, names: readonly Name[]): Columns<Name> =>
  Object.fromEntries(
    names.map((name) => [name, shelf.numbers(`${kind}-${name}`) ?? new Uint32Array()]),
  ) as Columns<Name>;
