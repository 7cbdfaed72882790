import { hash } from 'node:crypto';
import { columnsOf } from '#schemas/derive/columns.ts';
import { encodeCell } from '#schemas/derive/csv.ts';
import type { Cell, Row, RowOf, Table } from '#schemas/table.ts';
import { changes as changesTable, tables } from '#schemas/tables/index.ts';
import { contentKey } from '../identity.ts';
import { type Cause, causes } from './causes.ts';

/** A release's rows of a table, read as often as asked. */
export type ReadRows = (table: Table) => Iterable<Row>;

/** A row of `changes`, with what the row that changed is about. */
export interface Change {
  readonly row: RowOf<typeof changesTable>;
  readonly label: string | null;
}

/** A row before and after; one of them is missing where it came or went. */
interface Pair {
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
 * Of rows that do not differ only a hash is kept. `release` is the name of the release before.
 */
export function* changesBetween(release: string, previous: ReadRows, current: ReadRows): Generator<Change> {
  const causeOf = causes(previous, current);
  for (const table of tables) {
    if (table.name === changesTable.name) continue;
    const pairs = [...differingRows(table, previous, current)].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [id, pair] of pairs) {
      const row = pair.after ?? pair.before!;
      for (const difference of differences(table, pair)) {
        const cause = causeOf(table, row, difference.column);
        yield { row: changeRow(release, table, id, difference, cause), label: labelOf(row) };
      }
    }
  }
}

/** Rows that came, went or changed, by key: two passes over the release before, one over this. */
function differingRows(table: Table, previous: ReadRows, current: ReadRows): Map<string, Pair> {
  const hashes = new Map<string, string>();
  for (const row of previous(table)) hashes.set(keyOf(table, row), hashOf(row));
  const pairs = new Map<string, Pair>();
  for (const row of current(table)) {
    const key = keyOf(table, row);
    if (hashes.get(key) === hashOf(row)) hashes.delete(key);
    else pairs.set(key, { before: undefined, after: row });
  }
  if (hashes.size === 0) return pairs;
  for (const row of previous(table)) {
    const key = keyOf(table, row);
    if (hashes.has(key)) pairs.set(key, { before: row, after: pairs.get(key)?.after });
  }
  return pairs;
}

const keyOf = (table: Table, row: Row): string => String(row[table.key]);

/** 72 bits: two rows of one key that differ do not share them. */
const hashOf = (row: Row): string => hash('sha1', JSON.stringify(row), 'base64').slice(0, 12);

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
  const identity = [release, table.name, id, op, column];
  return {
    change_id: contentKey(changesTable.prefix, [changesTable.name, ...identity]),
    release,
    table: table.name,
    row_id: id,
    op,
    column,
    old_value: before === null ? null : encodeCell(before),
    new_value: after === null ? null : encodeCell(after),
    cause,
  };
}

const labelColumns = ['measure', 'name', 'title', 'person', 'participant', 'quote', 'actor', 'source_file'];

/** What a row is about, in its own words. */
function labelOf(row: Row): string | null {
  for (const name of labelColumns) if (typeof row[name] === 'string') return row[name];
  return null;
}
