import type { Links } from '#schemas/stages/links.ts';
import type { Sketch } from '#schemas/stages/sketch.ts';
import type { Row, Table } from '#schemas/table.ts';
import { eventMentions, participants, statistics } from '#schemas/tables/index.ts';
import { unpackShingles } from '../extract/shingles.ts';
import type { EntityWords } from '../resources/entity-words.ts';
import type { StatisticWords } from '../resources/statistics.ts';
import { byArticle, type RowsByArticle } from './by-article.ts';
import { joinEntities } from './entities.ts';
import { namingsIn } from './entity-rows.ts';
import type { Report } from './event-clusters.ts';
import { type EventStream, eventStream } from './event-stream.ts';
import { tollsOf } from './event-tolls.ts';
import type { Place } from './events.ts';
import { type FigureStream, figureStream } from './figure-stream.ts';
import type { Statistic } from './figures/statement.ts';
import { type JoinedIds, joinedIds } from './joined-ids.ts';
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

/** What only the whole corpus knows. Each list can be read once. */
export interface Corpus {
  readonly articles: Iterable<Row>;
  readonly entities: Iterable<Row>;
  readonly figures: Iterable<Row>;
  readonly events: Iterable<Row>;
  /** What the rows of each article are linked to, in the order of the sketches. */
  readonly links: Iterable<Links>;
}

/** What `resolve` reads of the lexicons. */
export interface CorpusWords extends Pick<StatisticWords, 'synonyms' | 'tolls'>, EntityWords {}

/**
 * Joins articles into stories, names into entities, statements into figures, reports into events. Order does not matter. Of
 * articles and names numbers are held; all else lies in `room`.
 */
export function resolve(stated: Stated, words: CorpusWords, room: Room): Corpus {
  const { rows, roll, stories, sightings, namings } = joinArticles(stated, words, room);
  const figures = figureStream(words, roll, stories.originalOf, room);
  const events = eventStream(stories.originalOf, room);
  addRows(stated, { roll, sightings, figures, events });

  const entities = room.spool();
  const places = new Map<string, Place>();
  for (const row of namings.rows(sightings, roll, stories.originalOf)) {
    entities.add(JSON.stringify(row));
    const { name, subtype, country, latitude, longitude } = row;
    if (events.isPlace(row.entity_id)) places.set(row.entity_id, { name, subtype, country, latitude, longitude });
  }
  const figureLinks = joinedIds(room);
  const eventLinks = joinedIds(room);
  return {
    articles: articleRows(rows, stories),
    entities: parsed(entities),
    figures: figures.join(figureLinks),
    events: events.join(places, eventLinks),
    links: linkLines(roll, sightings, figureLinks, eventLinks),
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

interface Joining {
  readonly roll: Roll;
  readonly sightings: Sightings;
  readonly figures: FigureStream;
  readonly events: EventStream;
}

/** Hands statistics and reports to what joins them, an article at a time. */
function addRows({ rowsOf }: Stated, { roll, sightings, figures, events }: Joining): void {
  const grounded = [statistics, participants, eventMentions].map((table) => byArticle(table, rowsOf(table)));
  const [ofStatistics, ofParticipants, ofMentions] = grounded as [RowsByArticle, RowsByArticle, RowsByArticle];
  const linkStatistic = linkerFor(statistics);
  const linkMention = linkerFor(eventMentions);
  for (let article = 0; article < roll.count; article++) {
    const id = roll.idOf(article);
    const links = linksOf(id, renamedIn(sightings, article));
    const isRenamed = Object.keys(links.entities).length > 0;
    const counts = ofStatistics.of(id);
    const tolls = tollsOf(ofParticipants.of(id), counts);
    for (const row of counts) {
      figures.add((isRenamed ? linkStatistic(row, links) : row) as unknown as Statistic, article);
    }
    for (const row of ofMentions.of(id)) {
      const toll = tolls.get(String(row.event_mention_id)) ?? null;
      events.add((isRenamed ? linkMention(row, links) : row) as unknown as Report, article, toll);
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

function* linkLines(roll: Roll, sightings: Sightings, figures: JoinedIds, events: JoinedIds): Generator<Links> {
  const [figuresOf, eventsOf] = [figures.reader(), events.reader()];
  for (let article = 0; article < roll.count; article++) {
    const links = linksOf(roll.idOf(article), renamedIn(sightings, article));
    yield { ...links, figures: figuresOf(article), events: eventsOf(article) };
  }
}

function* parsed(spool: Spool): Generator<Row> {
  for (const line of spool.lines()) yield JSON.parse(line) as Row;
  spool.drop();
}
