import { entities, events, figures } from '#schemas/tables/index.ts';
import { openRoom } from '../files/room.ts';
import { type OpenShelf, openShelf } from '../files/shelf.ts';
import { openLines, readLines, readResource, removeFolder } from '../files.ts';
import type { CorpusWords } from '../resolve/core.ts';
import { type Corpus, resolve } from '../resolve/index.ts';
import type { Room } from '../resolve/room.ts';
import { Damaged } from '../resolve/shelf.ts';
import { loadEntityWords } from '../resources/entity-words.ts';
import { loadStatisticWords } from '../resources/statistics.ts';
import { cacheFile, type Run, workFile } from './context.ts';
import { type Extracted, rowsFile } from './extract.ts';
import { statedIn } from './stated.ts';

/** Leaves what the corpus decides: the rows of entities, figures and events, and what other rows are linked to. */
export type Resolve = (run: Run) => void;

/** Joins what the articles state into stories, entities, figures and events. What an earlier run found of articles that stay as they were is taken over. */
export function resolveAll(run: Run, { count }: Extracted): void {
  const folder = cacheFile(run, 'resolve');
  const attempt = (): void =>
    withShelf(folder, run.versions.all, (shelf) => {
      const stated = statedIn(run);
      try {
        writeCorpus(run, resolve(stated, wordsForJoining(), shelf, roomIn(run)), shelf);
        shelf.commit();
      } finally {
        stated.close();
      }
    });
  try {
    attempt();
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    run.onNote(`resolve: what was kept of earlier runs is damaged (${error.message}); all is joined anew`);
    removeFolder(folder);
    attempt();
  }
  run.onProgress({ stage: 'resolve', done: count, total: count });
}

/** Lends the shelf in a folder. */
export function withShelf(folder: string, version: string, use: (shelf: OpenShelf) => void): void {
  const shelf = openShelf(folder, version);
  try {
    use(shelf);
  } finally {
    shelf.close();
  }
}

/** Writes what publishing reads. */
export function writeCorpus(run: Run, corpus: Corpus, shelf: OpenShelf): void {
  for (const { name } of [entities, figures, events]) shelf.copyLines(name, rowsFile(run, name));
  const sink = openLines(linksFile(run));
  for (const line of corpus.links) sink.write(line);
  sink.close();
}

/** What rows are linked to, an article a line, in the order of the articles. */
export const linksFile = (run: Pick<Run, 'output'>): string => workFile(run, 'links.ndjson');

export const wordsForJoining = (): CorpusWords => ({
  ...loadStatisticWords(readResource),
  ...loadEntityWords(readResource),
});

export const roomIn = (run: Pick<Run, 'output'>): Room => openRoom(workFile(run, 'room'));

/** The records of a file, a line each. */
export function* records<T>(file: string): Generator<T> {
  for (const line of readLines(file)) yield JSON.parse(line) as T;
}
