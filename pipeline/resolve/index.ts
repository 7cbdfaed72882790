import type { Links } from '#schemas/stages/links.ts';
import { events, figures } from '#schemas/tables/index.ts';
import type { StatisticWords } from '../resources/statistics.ts';
import { claimsFor, renewClaims } from './claims.ts';
import { type CorpusWords, coreOf, type Stated } from './core.ts';
import { eventKind } from './event-claims.ts';
import { figureKind } from './figure-claims.ts';
import { madeLine, type Naming, naming } from './joined.ts';
import { leading } from './lines.ts';
import { type Base, inOrder, linking } from './links.ts';
import { inOrderOfIds } from './roll.ts';
import type { Room } from './room.ts';
import type { Shelf } from './shelf.ts';

/** What only the whole corpus knows. Rows lie on the shelf, under the name of their table: a line of JSON for each, by id. */
export interface Corpus {
  /** What each article and its rows are linked to as NDJSON, in the order of the articles. */
  readonly links: Iterable<string>;
}

/** Tables whose rows come of joining, by what kind of claims they are made of. */
const joinedTables = {
  [figureKind]: [figures.name, figures.key],
  [eventKind]: [events.name, events.key],
} as const;

/**
 * Joins articles into stories, names into entities, statements into figures, reports into events. Order does not matter. What
 * the shelf has of before is renewed where an article came, went or changed, and is then what it would be without a before. Of
 * articles and names numbers are held; all else lies on the shelf or in `room`.
 */
export function resolve(stated: Stated, words: CorpusWords, shelf: Shelf, room: Room): Corpus {
  const { articles, claims, bases, claimsAnew } = coreOf(stated, words, shelf, room);
  const links = linking(shelf.lines('links'), room);
  for (const id of articles.gone) links.remove(id);
  for (const base of bases) links.addBase(base);
  const names = naming(joinedTables, shelf, room, links.tell);
  joinInto(names, claims, claimsAnew, words, shelf, room);
  names.close();
  const numberOf = (id: string): number => articles.roll.find(id);
  links.close((id) => numberOf(id) !== -1);
  articles.keep(shelf);
  return { links: inOrder(shelf.lines('links'), articles.roll.byId()) };
}

function joinInto(
  names: Naming,
  claims: Iterable<string>,
  claimsAnew: (articleId: string) => boolean,
  words: Pick<StatisticWords, 'synonyms' | 'tolls'>,
  shelf: Shelf,
  room: Room,
): void {
  const sorter = room.sorter();
  for (const claim of claims) sorter.add(claim);
  renewClaims(
    { claims: shelf.lines('claims'), made: shelf.lines('made') },
    sorter.sorted(),
    claimsAnew,
    claimsFor(words),
    names,
  );
}

/** Of what was joined elsewhere the group is not known, and not asked for. */
const noGroup = '\t';

/** The corpus from what was found of its articles, in their order, and what was made of their claims, wherever that was done. */
export function corpusOf(bases: Iterable<Base>, joined: Iterable<string>, shelf: Shelf, room: Room): Corpus {
  const links = linking(shelf.lines('links'), room);
  const ids: string[] = [];
  for (const base of bases) {
    ids.push(base.article_id);
    links.addBase(base);
  }
  const names = naming(joinedTables, shelf, room, links.tell);
  for (const line of joined) names.come(madeLine(leading(line, 1) + noGroup, line));
  names.close();
  links.close(() => true);
  return { links: inOrder(shelf.lines('links'), inOrderOfIds(ids)) };
}

export type { Base, Links };
