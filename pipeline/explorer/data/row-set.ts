import type { Cell, Row } from './codebook.ts';
import { loadPart, type Part, partList, plainRow } from './store.ts';

/** The rows of a table that have come so far; a row is known by its number. */
export interface RowSet {
  readonly parts: readonly Part[];
  /** Rows before each part. */
  readonly before: readonly number[];
  readonly rows: number;
  /** How many parts there are in the end. */
  readonly partsInAll: number;
}

const empty: RowSet = { parts: [], before: [], rows: 0, partsInAll: 1 };
const sets = new Map<string, RowSet>();
const loading = new Map<string, Promise<RowSet>>();
const listeners = new Map<string, Set<(set: RowSet) => void>>();

/** Scripts that are asked for at a time. */
const atOnce = 4;
/** Parts after which those who listen hear of them. */
const toldAfter = 12;

/** What has come of a table. */
export const rowsSoFar = (table: string): RowSet => sets.get(table) ?? empty;

/** Loads a whole table, telling those who listen when more has come. */
export function loadTable(table: string): Promise<RowSet> {
  const known = loading.get(table);
  if (known) return known;
  const coming = loadParts(table);
  loading.set(table, coming);
  return coming;
}

/** Hears of parts that come; gives what ends that. */
export function onRows(table: string, listener: (set: RowSet) => void): () => void {
  const known = listeners.get(table) ?? new Set();
  listeners.set(table, known.add(listener));
  return () => known.delete(listener);
}

async function loadParts(table: string): Promise<RowSet> {
  const list = await partList(table);
  let set: RowSet = { ...empty, partsInAll: list.length };
  for (let first = 0; first < list.length; first += atOnce) {
    const numbers = list.slice(first, first + atOnce).map((_, i) => first + i);
    for (const part of await Promise.all(numbers.map((number) => loadPart(table, number)))) {
      set = {
        ...set,
        parts: [...set.parts, part],
        before: [...set.before, set.rows],
        rows: set.rows + part.rows,
      };
    }
    sets.set(table, set);
    if (set.parts.length % toldAfter > 0 && set.parts.length < list.length) continue;
    for (const listener of listeners.get(table) ?? []) listener(set);
    // The page stays alive while it reads.
    await new Promise((resolve) => setTimeout(resolve));
  }
  sets.set(table, set);
  for (const listener of listeners.get(table) ?? []) listener(set);
  return set;
}

/** Part and place of a row. */
export function locate({ parts, before }: RowSet, row: number): { part: Part; index: number } {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (before[middle]! <= row) low = middle;
    else high = middle - 1;
  }
  return { part: parts[low]!, index: row - before[low]! };
}

/** A row by its number. */
export function rowAt(set: RowSet, row: number): Row {
  const { part, index } = locate(set, row);
  return plainRow(part, index);
}

/** Numbers of the rows for which the test holds; it is made anew for each part, where it may fetch its columns. */
export function select(set: RowSet, testFor: (part: Part) => (index: number) => boolean): number[] {
  const found: number[] = [];
  for (const [i, part] of set.parts.entries()) {
    const test = testFor(part);
    for (let index = 0; index < part.rows; index++) if (test(index)) found.push(set.before[i]! + index);
  }
  return found;
}

/** Number of the row with this value in this column; -1 where none has. */
export function find(set: RowSet, column: string, value: Cell): number {
  for (const [i, part] of set.parts.entries()) {
    const index = part.column(column).indexOf(value);
    if (index >= 0) return set.before[i]! + index;
  }
  return -1;
}
