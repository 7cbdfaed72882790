import path from 'node:path';
import type { Links } from '#schemas/stages/links.ts';
import type { Row, Table } from '#schemas/table.ts';
import { tables } from '#schemas/tables/index.ts';
import { type KeptPlace, linesAt } from '../files/kept-lines.ts';
import { openSink, readLines } from '../files.ts';
import type { TableProfile } from '../publish/profile.ts';
import { publishTable } from '../publish/publish-table.ts';
import { isLinked, linkedRows } from '../resolve/links.ts';
import { inBatches } from './batches.ts';

/** What a worker is told: a table, where its rows lie, the file with what they are linked to, the folder of the release. */
export interface PublishTask {
  readonly table: string;
  readonly rows: string | KeptPlace;
  readonly links: string;
  readonly folder: string;
}

/** Rows that the writers take at a time. */
const rowsAtOnce = 1_000;

/** Links the rows of a table and writes them in every format; tells what the table holds. Those of articles were validated when they were extracted. */
export function publishPart(task: PublishTask): TableProfile {
  const table = tables.find(({ name }) => name === task.table)!;
  const rows = rowsIn(task.rows);
  const published = isLinked(table) ? linkedRows(table, rows, linksIn(task.links)) : rows;
  return publishInto(
    task.folder,
    table,
    inBatches(published, rowsAtOnce, () => 1),
    table.grounded,
  );
}

/** Writes one table in every format below a folder. */
export const publishInto = (
  folder: string,
  table: Table,
  batches: Iterable<readonly Row[]>,
  areValid = false,
): TableProfile => publishTable(table, batches, (file) => openSink(path.join(folder, file)), areValid);

function* rowsIn(place: PublishTask['rows']): Generator<Row> {
  for (const line of typeof place === 'string' ? readLines(place) : linesAt(place)) yield JSON.parse(line) as Row;
}

function* linksIn(file: string): Generator<Links> {
  for (const line of readLines(file)) yield JSON.parse(line) as Links;
}
