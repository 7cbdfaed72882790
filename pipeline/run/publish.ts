import path from 'node:path';
import type { Reject } from '#schemas/stages/article.ts';
import type { Row, Table } from '#schemas/table.ts';
import { articles, entities, events, figures, groundedTables, rejects } from '#schemas/tables/index.ts';
import { openLines, openSink, readLines } from '../files.ts';
import { publishTable } from '../publish/publish-table.ts';
import type { Corpus } from '../resolve/index.ts';
import { type Run, stagedFolder, workFile } from './context.ts';

/** Rows that one task hands to the writers at a time. */
const rowsAtOnce = 1_000;

/** Rows of a table as `extract` left them. */
export function* extractedRows(run: Pick<Run, 'output'>, table: Table): Generator<Row> {
  for (const line of readLines(workFile(run, 'rows', `${table.name}.ndjson`))) yield JSON.parse(line) as Row;
}

/** Writes every table but `changes` in every format, a table a task, while the next is linked; gives the number of rows by table. */
export async function publishTables(
  run: Run,
  corpus: Corpus,
  refused: readonly Reject[],
): Promise<Record<string, number>> {
  const rejectRows = refused.map(({ record_type: _, ...row }) => row);
  const work: readonly (readonly [Table, Iterable<Row>])[] = [
    ...groundedTables.map((table) => [table, linked(run, corpus, table)] as const),
    [articles, corpus.articles],
    [rejects, rejectRows],
    [entities, corpus.entities],
    [figures, corpus.figures],
    [events, corpus.events],
  ];
  const inputs = function* (): Generator<string> {
    for (const [table, rows] of work) {
      writeLinked(run, table, rows);
      yield JSON.stringify({ table: table.name, rows: linkedFile(run, table.name), folder: stagedFolder(run) });
    }
  };
  const counts: Record<string, number> = {};
  let done = 0;
  for await (const count of run.pool.map('publishRows', inputs())) {
    counts[work[done++]![0].name] = Number(count);
    run.onProgress({ stage: 'publish', done, total: work.length });
  }
  return counts;
}

const linkedFile = (run: Run, table: string): string => workFile(run, 'linked', `${table}.ndjson`);

function* linked(run: Run, corpus: Corpus, table: Table): Generator<Row> {
  for (const row of extractedRows(run, table)) yield corpus.link(table, row);
}

function writeLinked(run: Run, table: Table, rows: Iterable<Row>): void {
  const sink = openLines(linkedFile(run, table.name));
  for (const row of rows) sink.write(JSON.stringify(row));
  sink.close();
}

/** Rows of an NDJSON file, some at a time. */
export function* rowBatches(file: string): Generator<Row[]> {
  let batch: Row[] = [];
  for (const line of readLines(file)) {
    batch.push(JSON.parse(line) as Row);
    if (batch.length < rowsAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Writes one table in every format below a folder. */
export const publishInto = (folder: string, table: Table, batches: Iterable<readonly Row[]>): number =>
  publishTable(table, batches, (file) => openSink(path.join(folder, file)));
