import type { Joinables } from '#schemas/stages/joinables.ts';
import type { Row } from '#schemas/table.ts';
import { eventMentions, statistics } from '#schemas/tables/index.ts';
import type { EntityWords } from '../resources/entity-words.ts';
import type { StatisticWords } from '../resources/statistics.ts';
import { type Articles, joinArticles, type Sketched } from './articles.ts';
import { claimsFor, groupOf } from './claims.ts';
import { entityBegin, renewEntities, toldLine } from './entity-rows.ts';
import { type Mention, reportPicker } from './event-claims.ts';
import type { Place } from './events.ts';
import { statisticPicker } from './figure-claims.ts';
import type { Statistic } from './figures/statement.ts';
import { tollIn } from './joinables.ts';
import { groupsOf, leading } from './lines.ts';
import { type Base, linkerFor, noStory } from './links.ts';
import type { Room } from './room.ts';
import type { Shelf } from './shelf.ts';

/** What all articles state, in the order of the articles. */
export interface Stated extends Sketched {
  joinablesOf(article: number): Joinables;
}

/** What takes all articles at once, of articles in which something moved. */
export interface Core {
  readonly articles: Articles;
  /** What is joined by key alone, in any order; a group in which something may go or come is told by itself, too. */
  readonly claims: Iterable<string>;
  /** Did an article make other claims before than it makes now? Also one that is gone. */
  claimsAnew(articleId: string): boolean;
  /** Stories and entities. */
  readonly bases: Iterable<Base>;
}

/** What `resolve` reads of the lexicons. */
export interface CorpusWords extends Pick<StatisticWords, 'synonyms' | 'tolls'>, EntityWords {}

/** Joins articles and names, renews the entities on the shelf; makes claims of all else. */
export function coreOf(stated: Stated, words: CorpusWords, shelf: Shelf, room: Room): Core {
  const articles = joinArticles(stated, words, shelf, room);
  const changedPlaces = renewEntitiesOf(articles, stated, shelf, room);
  const isClaiming = new Uint8Array(articles.roll.count);
  for (const article of articles.moved) isClaiming[article] = 1;
  for (const article of naming(changedPlaces, articles)) isClaiming[article] = 1;
  const claiming = Array.from(isClaiming.keys()).filter((article) => isClaiming[article] === 1);
  function* bases(): Generator<Base> {
    for (const article of articles.moved) yield baseOf(article, articles);
  }
  return {
    articles,
    claims: renewedClaims(claiming, articles, stated, words, shelf, room),
    claimsAnew(articleId) {
      const article = articles.roll.find(articleId);
      return article === -1 || isClaiming[article] === 1;
    },
    bases: bases(),
  };
}

const baseOf = (article: number, { roll, sightings, stories }: Articles): Base => ({
  article_id: roll.idOf(article),
  entities: renamedIn(sightings, article),
  story: stories.of(article),
});

/** Renews entities; gives those whose place on earth is told otherwise than before. */
function renewEntitiesOf(articles: Articles, stated: Stated, shelf: Shelf, room: Room): ReadonlySet<string> {
  const { roll, stories, sightings, moved } = articles;
  const sorter = room.sorter();
  for (const id of articles.entitiesLeft()) sorter.add(`${id}\t`);
  for (const article of moved) {
    const { entities, mention_count } = stated.sketchOf(article);
    const teller = {
      article: roll.idOf(article),
      origin: roll.idOf(stories.originalOf(article)),
      publishedOn: roll.publishedOn(article),
    };
    for (const [index, entity] of entities.entries()) {
      const id = sightings.ids.text(sightings.joined[sightings.starts[article]! + index]!);
      sorter.add(toldLine(id, index, entity, mention_count[entity.entity_id] ?? 0, teller));
    }
  }
  const kept = { told: shelf.lines('told'), entities: shelf.lines('entities') };
  const changed = new Set<string>();
  renewEntities(kept, sorter.sorted(), articles.hasMoved, (was, is, id) => {
    if (shelf.isFilled && JSON.stringify(placeIn(was)) !== JSON.stringify(placeIn(is))) changed.add(id);
  });
  return changed;
}

function placeIn(row: string | undefined): Place | undefined {
  if (row === undefined) return undefined;
  const { name, subtype, country, latitude, longitude } = JSON.parse(row) as Place;
  return { name, subtype, country, latitude, longitude };
}

/** Articles that name one of these entities. */
function* naming(ids: ReadonlySet<string>, { sightings }: Articles): Generator<number> {
  const numbers = new Set([...ids].map((id) => sightings.ids.find(id)));
  if (numbers.size === 0) return;
  for (let i = 0; i < sightings.joined.length; i++) if (numbers.has(sightings.joined[i]!)) yield sightings.articles[i]!;
}

/** Claims of these articles, and the groups in which they, or articles that are gone, made claims before. */
function* renewedClaims(
  claiming: readonly number[],
  articles: Articles,
  stated: Stated,
  words: CorpusWords,
  shelf: Shelf,
  room: Room,
): Generator<string> {
  const { roll } = articles;
  const claimsOf = claimer(articles, words, shelf);
  const groups = room.sorter();
  for (const id of articles.gone) groups.add(`${id}\t`);
  for (const article of claiming) {
    const id = roll.idOf(article);
    groups.add(`${id}\t`);
    for (const claim of claimsOf(article, stated.joinablesOf(article))) {
      groups.add(`${id}\t${groupOf(claim)}`);
      yield claim;
    }
  }
  const kept = shelf.lines('claimed');
  for (const [beginning, now] of groupsOf(groups.sorted(), (line) => leading(line, 1))) {
    const before: string[] = [];
    kept.change(beginning, (lines) => {
      before.push(...lines);
      return new Set(now);
    });
    for (const line of before) yield line.slice(beginning.length);
  }
}

/** Makes claims of what an article states, with the corpus's entities. */
function claimer({ roll, stories, sightings }: Articles, words: CorpusWords, shelf: Shelf) {
  const { figures, events } = claimsFor(words);
  const [linkStatistic, linkMention] = [linkerFor(statistics), linkerFor(eventMentions)];
  const places = new Map<string, Place | undefined>();
  const placeOf = (id: string): Place | undefined => {
    if (!places.has(id)) places.set(id, placeIn(shelf.lines('entities').find(entityBegin(id))[0]));
    return places.get(id);
  };
  return function* (article: number, { statements, reports }: Joinables): Generator<string> {
    const links = { entities: renamedIn(sightings, article), figures: {}, events: {}, story: noStory };
    const home = { origin: roll.idOf(stories.originalOf(article)), publishedOn: roll.publishedOn(article) };
    for (const cells of statements) {
      const row = statisticPicker.row(cells) as unknown as Row;
      yield figures.claimOf(linkStatistic(row, links) as unknown as Statistic, home);
    }
    for (const cells of reports) {
      const row = linkMention(reportPicker.row(cells) as unknown as Row, links) as unknown as Mention;
      yield events.claimOf(row, { origin: home.origin, toll: tollIn(cells) }, placeOf);
    }
  };
}

/** The corpus's entity by the article's own, where it has another id. */
function renamedIn({ starts, own, joined, ids }: Articles['sightings'], article: number): Record<string, string> {
  const renamed: Record<string, string> = {};
  for (let i = starts[article]!; i < starts[article + 1]!; i++) {
    if (own[i] !== joined[i]) renamed[ids.text(own[i]!)] = ids.text(joined[i]!);
  }
  return renamed;
}
