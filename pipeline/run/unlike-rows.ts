import path from 'node:path';
import type { Row, Table } from '#schemas/table.ts';
import { listFiles } from '../files/tree.ts';
import { unlikeLines } from '../files/unlike-lines.ts';
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

/** Rows of a table in two releases, without those that both have, byte for byte: most need not be parsed. */
export function unlikeRows(before: string, now: string): (table: Table) => readonly [Row[], Row[]] {
  const [fileBefore, fileNow] = [publishedFile(before), publishedFile(now)];
  return (table) => {
    const found = unlikeLines(fileBefore(table), fileNow(table), rowOf);
    const rows = (lines: ReadonlySet<string>): Row[] => [...lines].map((line) => JSON.parse(line) as Row);
    return [rows(found.before), rows(found.now)];
  };
}

function publishedLines(folder: string): (table: Table) => Generator<string, void> {
  const fileOf = publishedFile(folder);
  return function* (table) {
    const file = fileOf(table);
    if (file === null) return;
    for (const line of readLines(file)) {
      const row = rowOf(line);
      if (row !== null) yield row;
    }
  };
}

/** The JSON file of a table; null where an older release lacks the table. */
function publishedFile(folder: string): (table: Table) => string | null {
  const files = new Set(listFiles(folder));
  return (table) => (files.has(pathOf(json, table)) ? path.join(folder, pathOf(json, table)) : null);
}

/** The row in a line of a table's JSON file, without the comma behind it; null where it has none. */
function rowOf(line: string): string | null {
  if (!line.startsWith('{')) return null;
  return line.endsWith(',') ? line.slice(0, -1) : line;
}
