import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Limits, openRoom } from '#pipeline/files/room.ts';
import { joinEntities } from '#pipeline/resolve/entities.ts';
import { type EntityRow, type Naming, namingsIn } from '#pipeline/resolve/entity-rows.ts';
import { eventStream } from '#pipeline/resolve/event-stream.ts';
import type { Event } from '#pipeline/resolve/events.ts';
import { figureStream } from '#pipeline/resolve/figure-stream.ts';
import type { Figure } from '#pipeline/resolve/figures.ts';
import { joinedIds } from '#pipeline/resolve/joined-ids.ts';
import { type Listed, rollOf } from '#pipeline/resolve/roll.ts';
import type { Room } from '#pipeline/resolve/room.ts';
import { sightingsOf } from '#pipeline/resolve/sightings.ts';
import { findStories, type Story, shinglesIn } from '#pipeline/resolve/stories.ts';
import type { EntityWords } from '#pipeline/resources/entity-words.ts';
import type { StatisticWords } from '#pipeline/resources/statistics.ts';
import type { RowOf } from '#schemas/table.ts';
import type { entities, eventMentions, statistics } from '#schemas/tables/index.ts';

/** Room that asks the disk for nearly everything. */
export const narrowRoom = (limits: Limits = { lines: 300, bytes: 100, runs: 3 }): Room =>
  openRoom(mkdtempSync(path.join(os.tmpdir(), 'tearsheet-room-')), limits);

export const wideRoom = (): Room => openRoom(path.join(os.tmpdir(), 'tearsheet-never-written'));

export interface Sketched {
  readonly article: Listed;
  readonly shingles: Uint32Array;
}

export type Told = Story & { readonly originKey: string };

/** Stories by article. */
export function storiesOf(sketches: readonly Sketched[], room = wideRoom()): ReadonlyMap<string, Told> {
  const list = rollOf(room);
  const texts = shinglesIn(room);
  for (const { article, shingles } of sketches) {
    list.add(article);
    texts.add(shingles);
  }
  const roll = list.close();
  const stories = findStories(roll, texts.close(), room);
  return new Map(
    sketches.map(({ article }, i) => [
      article.article_id,
      { ...stories.of(i), originKey: roll.idOf(stories.originalOf(i)) },
    ]),
  );
}

interface Named extends Naming {
  readonly article: Listed;
  readonly originKey: string;
}

/** Entities of a corpus. */
export function entitiesOf(inputs: readonly Named[], words: EntityWords, room = wideRoom()): EntityRow[] {
  const list = rollOf(room);
  const named = sightingsOf(words.roleFields);
  const namings = namingsIn(room);
  for (const input of inputs) {
    list.add(input.article);
    named.add(input.entities);
    namings.add(input);
  }
  const roll = list.close();
  const sightings = named.close();
  const keys = inputs.map(({ originKey }) => originKey);
  const originalOf = (article: number): number => keys.indexOf(keys[article]!);
  joinEntities(sightings, roll, originalOf, words);
  return [...namings.rows(sightings, roll, originalOf)];
}

/** Numbers for names, in the order in which they are first met. */
function numbering(): (name: string) => number {
  const met = new Map<string, number>();
  return (name) => {
    met.set(name, met.get(name) ?? met.size);
    return met.get(name)!;
  };
}

function linksIn(ids: ReturnType<typeof joinedIds>): Map<string, string> {
  const read = ids.reader();
  return new Map(Array.from({ length: 10_000 }, (_, article) => Object.entries(read(article))).flat());
}

interface Origins {
  originKeyOf(articleId: string): string;
}

/** Figures of a corpus, and the figure of each statistic. */
export function figuresOf(
  rows: readonly RowOf<typeof statistics>[],
  context: Origins & Pick<StatisticWords, 'synonyms' | 'tolls'> & { publishedOn(articleId: string): string | null },
  room = wideRoom(),
): { rows: Figure[]; figureOf: ReadonlyMap<string, string> } {
  const [numberOf, originOf] = [numbering(), numbering()];
  const ids = [...new Set(rows.map((row) => row.article_id))];
  for (const id of ids) numberOf(id);
  const stream = figureStream(
    context,
    { publishedOn: (article) => context.publishedOn(ids[article]!) },
    (article) => originOf(context.originKeyOf(ids[article]!)),
    room,
  );
  for (const row of rows) stream.add(row, numberOf(row.article_id));
  const links = joinedIds(room);
  const joined = [...stream.join(links)];
  return { rows: joined, figureOf: linksIn(links) };
}

/** Events of a corpus, and the event of each report. */
export function eventsOf(
  mentions: readonly RowOf<typeof eventMentions>[],
  context: Origins & {
    entityOf(id: string): RowOf<typeof entities> | undefined;
    tollOf(eventMentionId: string): number | null;
  },
  room = wideRoom(),
): { rows: Event[]; eventOf: ReadonlyMap<string, string> } {
  const [numberOf, originOf] = [numbering(), numbering()];
  const ids = [...new Set(mentions.map((row) => row.article_id))];
  for (const id of ids) numberOf(id);
  const stream = eventStream((article) => originOf(context.originKeyOf(ids[article]!)), room);
  for (const row of mentions) stream.add(row, numberOf(row.article_id), context.tollOf(row.event_mention_id));
  const places = new Map(
    mentions.flatMap(({ place_entity_id: id }) => {
      const place = id === null || !stream.isPlace(id) ? undefined : context.entityOf(id);
      return place ? [[id!, place] as const] : [];
    }),
  );
  const links = joinedIds(room);
  const rows = [...stream.join(places, links)];
  return { rows, eventOf: linksIn(links) };
}
