import path from 'node:path';
import type { Row, Table } from '#schemas/table.ts';
import { listFiles } from '../files/tree.ts';
import { readLines } from '../files.ts';
import { pathOf } from '../publish/format.ts';
import { json } from '../publish/json.ts';

/** Rows of a published table; none where an older release lacks the table. */
export function publishedRows(folder: string): (table: Table) => Iterable<Row> {
  const lines = publishedLines(folder);
  return function* (table) {
    for (const line of lines(table)) yield JSON.parse(line) as Row;
  };
}

/**
 * Rows of a table in two releases, without those that both have, byte for byte: most need not be parsed. Both files are read
 * side by side; a line waits until its like has come. As rows stand in one order in both, no more wait than differ, or than
 * came before.
 */
export function unlikeRows(before: string, now: string): (table: Table) => readonly [Row[], Row[]] {
  const [oldLines, newLines] = [publishedLines(before), publishedLines(now)];
  return (table) => {
    const [left, right] = [oldLines(table), newLines(table)];
    const [old, fresh] = [new Set<string>(), new Set<string>()];
    for (;;) {
      const [one, other] = [left.next(), right.next()];
      if (one.done && other.done) break;
      if (!one.done && one.value === other.value) continue;
      if (!one.done && !fresh.delete(one.value)) old.add(one.value);
      if (!other.done && !old.delete(other.value)) fresh.add(other.value);
    }
    const rows = (lines: ReadonlySet<string>): Row[] => [...lines].map((line) => JSON.parse(line) as Row);
    return [rows(old), rows(fresh)];
  };
}

function publishedLines(folder: string): (table: Table) => Generator<string, void> {
  const files = new Set(listFiles(folder));
  return function* (table) {
    const file = pathOf(json, table);
    if (!files.has(file)) return;
    for (const line of readLines(path.join(folder, file))) {
      if (line.startsWith('{')) yield line.endsWith(',') ? line.slice(0, -1) : line;
    }
  };
}
