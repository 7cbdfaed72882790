import type { Links } from '#schemas/stages/links.ts';
import type { Sketch } from '#schemas/stages/sketch.ts';
import type { Row, Table } from '#schemas/table.ts';
import { eventMentions, participants, statistics } from '#schemas/tables/index.ts';
import { unpackShingles } from '../extract/shingles.ts';
import type { EntityWords } from '../resources/entity-words.ts';
import type { StatisticWords } from '../resources/statistics.ts';
import { byArticle, type RowsByArticle } from './by-article.ts';
import { type Claims, claimsFor } from './claims.ts';
import { joinEntities } from './entities.ts';
import { namingsIn } from './entity-rows.ts';
import { eventKind, type Mention } from './event-claims.ts';
import { tollsOf } from './event-tolls.ts';
import type { Place } from './events.ts';
import { figureKind } from './figure-claims.ts';
import type { Statistic } from './figures/statement.ts';
import { linkerFor } from './links.ts';
import { type Roll, rollOf } from './roll.ts';
import type { Room, Spool } from './room.ts';
import { type Sightings, sightingsOf } from './sightings.ts';
import { findStories, type Stories, shinglesIn } from './stories.ts';

/** A sketch whose text is published already. */
export type Brief = Omit<Sketch, 'text'>;

/** What all articles state, each read once, in the order of the articles. */
export interface Stated {
  readonly sketches: Iterable<Brief>;
  rowsOf(table: Table): Iterable<Row>;
}

/** What takes all articles at once: copies and names. Each list can be read once. */
export interface Core {
  readonly articles: Iterable<Row>;
  readonly entities: Iterable<Row>;
  /** What is joined by key alone. Must be read to its end before anything else. */
  readonly claims: Iterable<string>;
  /** Entities alone. */
  readonly links: Iterable<Links>;
}

/** Tables whose rows are read beside the sketches. */
export const tablesRead = [statistics, participants, eventMentions] as const;

/** What `resolve` reads of the lexicons. */
export interface CorpusWords extends Pick<StatisticWords, 'synonyms' | 'tolls'>, EntityWords {}

/** Joins articles and names; makes claims of all else. */
export function coreOf(stated: Stated, words: CorpusWords, room: Room): Core {
  const { rows, roll, stories, sightings, namings } = joinArticles(stated, words, room);
  const entities = room.spool();
  const claims = claimsFor(words);
  const told = room.spool();
  function* all(): Generator<string> {
    const placeIds = new Set<string>();
    for (const [kind, line, place] of claimed(stated, { roll, sightings, originalOf: stories.originalOf, claims })) {
      if (kind === figureKind) yield line;
      else {
        told.add(line);
        if (place !== null) placeIds.add(place);
      }
    }
    const places = new Map<string, Place>();
    for (const row of namings.rows(sightings, roll, stories.originalOf)) {
      entities.add(JSON.stringify(row));
      const { name, subtype, country, latitude, longitude } = row;
      if (placeIds.has(row.entity_id)) places.set(row.entity_id, { name, subtype, country, latitude, longitude });
    }
    for (const line of told.lines()) yield claims.events.claimOf(line, (id) => places.get(id));
    told.drop();
  }
  return {
    claims: all(),
    articles: articleRows(rows, stories),
    entities: parsed(entities),
    links: entityLinks(roll, sightings),
  };
}

/** What is found of articles and names alone, in one pass over the sketches. */
function joinArticles(stated: Stated, words: CorpusWords, room: Room) {
  const list = rollOf(room);
  const texts = shinglesIn(room);
  const named = sightingsOf(words.roleFields);
  const namings = namingsIn(room);
  const rows = room.spool();
  for (const sketch of stated.sketches) {
    list.add(sketch.article);
    texts.add(unpackShingles(sketch.shingles));
    named.add(sketch.entities);
    namings.add(sketch);
    rows.add(JSON.stringify(sketch.article));
  }
  const roll = list.close();
  const sightings = named.close();
  const shingles = texts.close();
  const stories = findStories(roll, shingles, room);
  shingles.bytes.drop();
  joinEntities(sightings, roll, stories.originalOf, words);
  return { rows, roll, stories, sightings, namings };
}

interface Claiming {
  readonly roll: Roll;
  readonly sightings: Sightings;
  readonly originalOf: (article: number) => number;
  readonly claims: Claims;
}

type Claimed = readonly [kind: string, line: string, place: string | null];

/** Claims for figures, and what is told of events, an article at a time. */
function* claimed({ rowsOf }: Stated, { roll, sightings, originalOf, claims }: Claiming): Generator<Claimed> {
  const grounded = tablesRead.map((table) => byArticle(table, rowsOf(table)));
  const [ofStatistics, ofParticipants, ofMentions] = grounded as [RowsByArticle, RowsByArticle, RowsByArticle];
  const linkStatistic = linkerFor(statistics);
  const linkMention = linkerFor(eventMentions);
  for (let article = 0; article < roll.count; article++) {
    const id = roll.idOf(article);
    const links = linksOf(id, renamedIn(sightings, article));
    const isRenamed = Object.keys(links.entities).length > 0;
    const counts = ofStatistics.of(id);
    const tolls = tollsOf(ofParticipants.of(id), counts);
    const home = { article, origin: originalOf(article), publishedOn: roll.publishedOn(article) };
    for (const [order, row] of counts.entries()) {
      const statistic = (isRenamed ? linkStatistic(row, links) : row) as unknown as Statistic;
      const line = claims.figures.claimOf(statistic, { ...home, order });
      if (line !== null) yield [figureKind, line, null];
    }
    for (const [order, row] of ofMentions.of(id).entries()) {
      const mention = (isRenamed ? linkMention(row, links) : row) as unknown as Mention;
      const toll = tolls.get(mention.event_mention_id) ?? null;
      const line = claims.events.told(mention, { article, order, origin: home.origin, toll });
      if (line !== null) yield [eventKind, line, mention.place_entity_id];
    }
  }
  for (const rows of grounded) rows.end();
}

const linksOf = (article_id: string, entities: Links['entities']): Links => ({
  ...{ record_type: 'links', article_id, entities, figures: {}, events: {} },
});

/** The corpus's entity by the article's own, where it has another id. */
function renamedIn({ starts, own, joined, ids }: Sightings, article: number): Record<string, string> {
  const renamed: Record<string, string> = {};
  for (let i = starts[article]!; i < starts[article + 1]!; i++) {
    if (own[i] !== joined[i]) renamed[ids.text(own[i]!)] = ids.text(joined[i]!);
  }
  return renamed;
}

function* articleRows(rows: Spool, stories: Stories): Generator<Row> {
  let article = 0;
  for (const row of parsed(rows)) yield { ...row, ...stories.of(article++) };
}

function* entityLinks(roll: Roll, sightings: Sightings): Generator<Links> {
  for (let article = 0; article < roll.count; article++)
    yield linksOf(roll.idOf(article), renamedIn(sightings, article));
}

function* parsed(spool: Spool): Generator<Row> {
  for (const line of spool.lines()) yield JSON.parse(line) as Row;
  spool.drop();
}
