import type { Row, Table } from '#schemas/table.ts';
import { readLines, readResource } from '../files.ts';
import { type Corpus, resolve } from '../resolve/index.ts';
import { loadEntityWords } from '../resources/entity-words.ts';
import { loadStatisticWords } from '../resources/statistics.ts';
import type { Run } from './context.ts';
import { type Extracted, rowsFile } from './extract.ts';

/** Joins what the articles state into stories, entities, figures and events. */
export function resolveAll(run: Run, { sketches }: Extracted): Corpus {
  const corpus = resolve(sketches, (table) => extractedRows(run, table), {
    ...loadStatisticWords(readResource),
    ...loadEntityWords(readResource),
  });
  run.onProgress({ stage: 'resolve', done: sketches.length, total: sketches.length });
  return corpus;
}

function* extractedRows(run: Run, table: Table): Generator<Row> {
  for (const line of readLines(rowsFile(run, table.name))) yield JSON.parse(line) as Row;
}
