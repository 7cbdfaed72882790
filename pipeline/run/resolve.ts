import { entities, events, figures } from '#schemas/tables/index.ts';
import type { KeptPlace } from '../files/kept-lines.ts';
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
import type { Extracted } from './extract.ts';
import { statedIn } from './stated.ts';

/** Where the rows of tables lie that the corpus decides. What other rows are linked to is in `linksFile`. */
export type Resolved = Readonly<Record<string, KeptPlace>>;

/** Finds what the corpus decides. */
export type Resolve = (run: Run) => Resolved;

/**
 * Joins what the articles state into stories, entities, figures and events. What an earlier run found of articles that stay as they
 * were is taken over, where it left that in the folder.
 */
export function resolveAll(run: Run, { count }: Extracted, folder = shelfFolder(run)): Resolved {
  const stated = statedIn(run);
  try {
    return onShelf(folder, run.versions.all, (shelf) =>
      writeCorpus(run, resolve(stated, wordsForJoining(), shelf, roomIn(run)), shelf),
    );
  } finally {
    stated.close();
    run.onProgress({ stage: 'resolve', done: count, total: count });
  }
}

const shelfFolder = (run: Run): string => cacheFile(run, 'resolve');

/** Does something with what earlier runs kept, and once more without it where that turns out to be damaged. */
export async function unlessDamaged<T>(run: Run, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDamaged(error)) throw error;
    run.onNote(`resolve: what was kept of earlier runs is damaged (${error.message}); all is joined anew`);
    // What other threads still write must not come between.
    await run.pool.close();
    removeFolder(shelfFolder(run));
    return work();
  }
}

/** What a thread throws loses its class and its name, not the first line of its stack. */
const isDamaged = (error: unknown): error is Error =>
  error instanceof Error && (error instanceof Damaged || error.stack?.startsWith(`${Damaged.name}: `) === true);

/** Lends the shelf in a folder. */
export function onShelf<T>(folder: string, version: string, use: (shelf: OpenShelf) => T): T {
  const shelf = openShelf(folder, version);
  try {
    return use(shelf);
  } finally {
    shelf.close();
  }
}

/** Writes links for publishing; says where the rows lie. */
export function writeCorpus(run: Run, corpus: Corpus, shelf: OpenShelf): Resolved {
  const sink = openLines(linksFile(run));
  for (const line of corpus.links) sink.write(line);
  sink.close();
  shelf.commit();
  return Object.fromEntries([entities, figures, events].map(({ name }) => [name, shelf.placeOf(name)]));
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
