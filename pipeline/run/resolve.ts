import type { Row, Table } from '#schemas/table.ts';
import { openRoom } from '../files/room.ts';
import { readLines, readResource } from '../files.ts';
import type { Brief } from '../resolve/core.ts';
import { type Corpus, resolve } from '../resolve/index.ts';
import { loadEntityWords } from '../resources/entity-words.ts';
import { loadStatisticWords } from '../resources/statistics.ts';
import { type Run, workFile } from './context.ts';
import { type Extracted, rowsFile, sketchesFile } from './extract.ts';

/** Joins what the articles state into stories, entities, figures and events. What does not fit into memory lies in `.work/resolve`. */
export function resolveAll(run: Run, { count }: Extracted): Corpus {
  const stated = {
    sketches: records<Brief>(sketchesFile(run)),
    rowsOf: ({ name }: Table) => records<Row>(rowsFile(run, name)),
  };
  const words = { ...loadStatisticWords(readResource), ...loadEntityWords(readResource) };
  const corpus = resolve(stated, words, openRoom(workFile(run, 'resolve')));
  run.onProgress({ stage: 'resolve', done: count, total: count });
  return corpus;
}

function* records<T>(file: string): Generator<T> {
  for (const line of readLines(file)) yield JSON.parse(line) as T;
}
