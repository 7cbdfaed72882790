import { columnsOf } from '#schemas/derive/columns.ts';
import { encodeCell } from '#schemas/derive/csv.ts';
import type { Cell, Row, RowOf, Table } from '#schemas/table.ts';
import { changes as changesTable, tables } from '#schemas/tables/index.ts';
import { contentKey } from '../identity.ts';
import { type Cause, causes } from './causes.ts';
import { type Moves, movesOf } from './moves.ts';

/** A release's rows of a table, read as often as asked. */
export type ReadRows = (table: Table) => Iterable<Row>;

/** Rows of a table in both releases; those that they share may be left out. */
type ReadUnlike = (table: Table) => readonly [previous: Iterable<Row>, current: Iterable<Row>];

/** A row of `changes`, with the row that it is about: as it is now, or as it was where it is gone. */
export interface Change {
  readonly row: RowOf<typeof changesTable>;
  readonly about: Row;
}

/** A row before and after; one of them is missing where it came or went. */
export interface Pair {
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

interface Difference {
  readonly op: RowOf<typeof changesTable>['op'];
  readonly column: string | null;
  readonly before: Cell;
  readonly after: Cell;
}

/**
 * Every cell that differs between two releases, and every row added or removed: tables in order of the codebook, rows by key.
 * Rows that do not differ are not kept. `release` is the name of the release before.
 */
export function* changesBetween(
  release: string,
  previous: ReadRows,
  current: ReadRows,
  unlike: ReadUnlike = (table) => [previous(table), current(table)],
): Generator<Change> {
  const causeOf = causes(previous, current);
  const moves: Moves = new Map();
  for (const table of tables) {
    if (table.name === changesTable.name) continue;
    const pairs = [...differingRows(table, unlike(table))].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [id, pair] of pairs) {
      const row = pair.after ?? pair.before!;
      for (const difference of differences(table, pair)) {
        const cause = causeOf(table, row, difference.column);
        yield { row: changeRow(release, table, id, difference, cause), about: row };
      }
    }
    for (const { from, to } of movesOf(table, pairs, moves)) {
      const difference = { op: 'changed', column: table.key, before: from, after: to } as const;
      const cause = causeOf(table, { [table.key]: from }, table.key);
      yield { row: changeRow(release, table, from, difference, cause), about: { [table.key]: from } };
    }
  }
}

/**
 * Rows that came, went or changed, by key. Both releases are read side by side; what has not met its like waits. As rows
 * stand in one order in both, no more wait than differ, or than came before.
 */
function differingRows(table: Table, [previous, current]: ReturnType<ReadUnlike>): Map<string, Pair> {
  const old = new Map<string, Row>();
  const now = new Map<string, Row>();
  const pairs = new Map<string, Pair>();
  const meet = (row: Row | undefined, own: Map<string, Row>, others: Map<string, Row>): void => {
    if (row === undefined) return;
    const key = String(row[table.key]);
    const other = others.get(key);
    if (other === undefined) own.set(key, row);
    else {
      others.delete(key);
      if (!isEqual(row, other))
        pairs.set(key, own === old ? { before: row, after: other } : { before: other, after: row });
    }
  };
  for (const [before, after] of sideBySide(previous, current)) {
    meet(before, old, now);
    meet(after, now, old);
  }
  for (const [key, before] of old) pairs.set(key, { before, after: undefined });
  for (const [key, after] of now) pairs.set(key, { before: undefined, after });
  return pairs;
}

function* sideBySide<T>(a: Iterable<T>, b: Iterable<T>): Generator<[T | undefined, T | undefined]> {
  const [left, right] = [a[Symbol.iterator](), b[Symbol.iterator]()];
  for (;;) {
    const [one, other] = [left.next(), right.next()];
    if (one.done && other.done) return;
    yield [one.done ? undefined : one.value, other.done ? undefined : other.value];
  }
}

/** Cell by cell, also those of columns that one of the releases does not have. */
function isEqual(a: Row, b: Row): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

function* differences(table: Table, { before, after }: Pair): Generator<Difference> {
  if (!before || !after) {
    yield { op: after ? 'added' : 'removed', column: null, before: null, after: null };
    return;
  }
  for (const { name } of columnsOf(table)) {
    // A column that one of the releases did not have yet reads as null.
    const [old = null, now = null] = [before[name], after[name]];
    if (old !== now) yield { op: 'changed', column: name, before: old, after: now };
  }
}

function changeRow(release: string, table: Table, id: string, { op, column, before, after }: Difference, cause: Cause) {
  const new_value = after === null ? null : encodeCell(after);
  const identity = [release, table.name, id, op, column, new_value];
  return {
    change_id: contentKey(changesTable.prefix, [changesTable.name, ...identity]),
    release,
    table: table.name,
    row_id: id,
    op,
    column,
    old_value: before === null ? null : encodeCell(before),
    new_value,
    cause,
  };
}
