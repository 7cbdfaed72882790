import type { Row, Table } from '#schemas/table.ts';
import { chartWriters } from './charts/charts.ts';
import { exploredTables } from './explorer/paths.ts';
import { tableScripts } from './explorer/table-scripts.ts';
import { type ByteSink, pathOf } from './format.ts';
import { formats } from './formats.ts';
import { profiler, type TableProfile } from './profile.ts';
import { batchesOf } from './rows.ts';

/**
 * Writes a table in every format, for the explorer and as drawings, in one pass and with the memory of one batch. Every row is
 * validated, unless `areValid` says that they were when they were made; one that its schema refuses throws. `open` makes the
 * file at a path below the release. Tells what the table holds.
 */
export function publishTable(
  table: Table,
  rows: Iterable<readonly Row[]>,
  open: (path: string) => ByteSink,
  areValid = false,
): TableProfile {
  const writers = formats.map((format) => format.open(table, open(pathOf(format, table))));
  writers.push(...chartWriters(table, open));
  if (exploredTables.includes(table)) writers.push(tableScripts(table, open));
  const seen = profiler(table);
  for (const batch of batchesOf(table, rows, areValid)) {
    for (const writer of writers) writer.write(batch);
    seen.add(batch);
  }
  for (const writer of writers) writer.end();
  return seen.profile();
}
