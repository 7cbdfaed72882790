import type { Links } from '#schemas/stages/links.ts';
import type { Row } from '#schemas/table.ts';
import type { StatisticWords } from '../resources/statistics.ts';
import { claimsFor, joinClaims } from './claims.ts';
import { type Core, type CorpusWords, coreOf, type Stated } from './core.ts';
import { eventKind } from './event-claims.ts';
import { figureKind } from './figure-claims.ts';
import { type Named, naming } from './joined.ts';
import type { Room } from './room.ts';

/** What only the whole corpus knows. Each list can be read once. */
export interface Corpus {
  readonly articles: Iterable<Row>;
  readonly entities: Iterable<Row>;
  readonly figures: Iterable<Row>;
  readonly events: Iterable<Row>;
  /** What the rows of each article are linked to, in the order of the sketches. */
  readonly links: Iterable<Links>;
}

/**
 * Joins articles into stories, names into entities, statements into figures, reports into events. Order does not matter. Of
 * articles and names numbers are held; all else lies in `room`.
 */
export function resolve(stated: Stated, words: CorpusWords, room: Room): Corpus {
  const core = coreOf(stated, words, room);
  return corpusOf(core, joinAll(core.claims, words, room), room);
}

/** Joins claims in any order; gives a line for each figure and event. */
export function* joinAll(
  claims: Iterable<string>,
  words: Pick<StatisticWords, 'synonyms' | 'tolls'>,
  room: Room,
): Generator<string> {
  const sorter = room.sorter();
  for (const claim of claims) sorter.add(claim);
  yield* joinClaims(sorter.sorted(), claimsFor(words));
}

/** The corpus from what took all articles, and what was made of its claims, wherever that was done. */
export function corpusOf(
  { articles, entities, links }: Omit<Core, 'claims'>,
  joined: Iterable<string>,
  room: Room,
): Corpus {
  const names = naming(room);
  for (const line of joined) names.add(line);
  const [figures, events] = [names.close(figureKind), names.close(eventKind)];
  return {
    ...{ articles, entities },
    figures: figures.rows('figure_id') as Iterable<Row>,
    events: events.rows('event_id') as Iterable<Row>,
    links: linked(links, figures, events),
  };
}

function* linked(links: Iterable<Links>, figures: Named, events: Named): Generator<Links> {
  let article = 0;
  for (const line of links) {
    yield { ...line, figures: figures.linksOf(article), events: events.linksOf(article) };
    article++;
  }
}
