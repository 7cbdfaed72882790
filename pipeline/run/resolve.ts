import type { Row, Table } from '#schemas/table.ts';
import { openRoom } from '../files/room.ts';
import { readLines, readResource } from '../files.ts';
import type { Brief, CorpusWords, Stated } from '../resolve/core.ts';
import { type Corpus, resolve } from '../resolve/index.ts';
import type { Room } from '../resolve/room.ts';
import { loadEntityWords } from '../resources/entity-words.ts';
import { loadStatisticWords } from '../resources/statistics.ts';
import { type Run, workFile } from './context.ts';
import { type Extracted, rowsFile, sketchesFile } from './extract.ts';

/** Joins what the articles state into stories, entities, figures and events. What does not fit into memory lies in `.work/resolve`. */
export function resolveAll(run: Run, { count }: Extracted): Corpus {
  const corpus = resolve(statedIn(run), wordsForJoining(), roomIn(run));
  run.onProgress({ stage: 'resolve', done: count, total: count });
  return corpus;
}

/** What `collect` left. */
export const statedIn = (run: Pick<Run, 'output'>): Stated => ({
  sketches: records<Brief>(sketchesFile(run)),
  rowsOf: ({ name }: Table) => records<Row>(rowsFile(run, name)),
});

export const wordsForJoining = (): CorpusWords => ({
  ...loadStatisticWords(readResource),
  ...loadEntityWords(readResource),
});

export const roomIn = (run: Pick<Run, 'output'>): Room => openRoom(workFile(run, 'resolve'));

/** The records of a file, a line each. */
export function* records<T>(file: string): Generator<T> {
  for (const line of readLines(file)) yield JSON.parse(line) as T;
}
