import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Limits, openRoom } from '#pipeline/files/room.ts';
import { type Claims, claimsFor } from '#pipeline/resolve/claims.ts';
import { joinEntities } from '#pipeline/resolve/entities.ts';
import { type EntityRow, type Naming, namingsIn } from '#pipeline/resolve/entity-rows.ts';
import type { Event } from '#pipeline/resolve/events.ts';
import type { Figure } from '#pipeline/resolve/figures.ts';
import { corpusOf, joinAll } from '#pipeline/resolve/index.ts';
import { type Listed, rollOf } from '#pipeline/resolve/roll.ts';
import type { Room } from '#pipeline/resolve/room.ts';
import { sightingsOf } from '#pipeline/resolve/sightings.ts';
import { findStories, type Story, shinglesIn } from '#pipeline/resolve/stories.ts';
import type { EntityWords } from '#pipeline/resources/entity-words.ts';
import type { StatisticWords } from '#pipeline/resources/statistics.ts';
import type { Links } from '#schemas/stages/links.ts';
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

interface Origins {
  originKeyOf(articleId: string): string;
}

/** What claims come to, and what each member belongs to. */
function joined(claims: readonly string[], words: Words, room: Room) {
  const links = Array.from({ length: 10_000 }, () => bare);
  const corpus = corpusOf({ articles: [], entities: [], links }, joinAll(claims, words, room), room);
  const all = [...corpus.links];
  return { ...corpus, links: new Map(all.flatMap((each) => Object.entries({ ...each.figures, ...each.events }))) };
}

type Words = Pick<StatisticWords, 'synonyms' | 'tolls'>;
const bare: Links = { record_type: 'links', article_id: 'a', entities: {}, figures: {}, events: {} };

/** Figures of a corpus, and the figure of each statistic. */
export function figuresOf(
  rows: readonly RowOf<typeof statistics>[],
  context: Origins & Words & { publishedOn(articleId: string): string | null },
  room = wideRoom(),
): { rows: Figure[]; figureOf: ReadonlyMap<string, string> } {
  const [numberOf, originOf] = [numbering(), numbering()];
  const { claimOf } = claimsFor(context).figures;
  const claims = rows.flatMap((row, order) => {
    const { article_id: id } = row;
    const origin = originOf(context.originKeyOf(id));
    return claimOf(row, { article: numberOf(id), order, origin, publishedOn: context.publishedOn(id) }) ?? [];
  });
  const { figures, links } = joined(claims, context, room);
  return { rows: [...figures] as unknown as Figure[], figureOf: links };
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
  const words = { synonyms: new Map(), tolls: new Set<string>() };
  const { told, claimOf }: Claims['events'] = claimsFor(words).events;
  const claims = mentions.flatMap((row, order) => {
    const origin = originOf(context.originKeyOf(row.article_id));
    const toll = context.tollOf(row.event_mention_id);
    const line = told(row, { article: numberOf(row.article_id), order, origin, toll });
    return line === null ? [] : claimOf(line, context.entityOf);
  });
  const { events, links } = joined(claims, words, room);
  return { rows: [...events] as unknown as Event[], eventOf: links };
}
