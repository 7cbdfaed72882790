import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Limits, openRoom } from '#pipeline/files/room.ts';
import { openShelf } from '#pipeline/files/shelf.ts';
import { claimsFor, renewClaims } from '#pipeline/resolve/claims.ts';
import { joinEntities } from '#pipeline/resolve/entities.ts';
import { type EntityRow, renewEntities, toldLine } from '#pipeline/resolve/entity-rows.ts';
import { isHappening } from '#pipeline/resolve/event-clusters.ts';
import type { Event } from '#pipeline/resolve/events.ts';
import { isJoinable } from '#pipeline/resolve/figures/statement.ts';
import type { Figure } from '#pipeline/resolve/figures.ts';
import { naming } from '#pipeline/resolve/joined.ts';
import { type Listed, rollOf, rollOn } from '#pipeline/resolve/roll.ts';
import type { Room } from '#pipeline/resolve/room.ts';
import type { Shelf } from '#pipeline/resolve/shelf.ts';
import { shinglesOf, shinglesOn } from '#pipeline/resolve/shingles.ts';
import { sightingsOf, sightingsOn } from '#pipeline/resolve/sightings.ts';
import { findStories, type Story } from '#pipeline/resolve/stories.ts';
import type { EntityWords } from '#pipeline/resources/entity-words.ts';
import type { StatisticWords } from '#pipeline/resources/statistics.ts';
import type { DocumentEntity } from '#schemas/stages/extraction.ts';
import type { RowOf } from '#schemas/table.ts';
import type { entities, eventMentions, statistics } from '#schemas/tables/index.ts';

/** Room that asks the disk for nearly everything. */
export const narrowRoom = (limits: Limits = { lines: 300, bytes: 100, runs: 3 }): Room =>
  openRoom(mkdtempSync(path.join(os.tmpdir(), 'tearsheet-room-')), limits);

export const wideRoom = (): Room => openRoom(path.join(os.tmpdir(), 'tearsheet-never-written'));

/** Lends a shelf, empty unless a folder is given. */
export function onShelf<T>(use: (shelf: Shelf) => T, folder?: string): T {
  const place = folder ?? mkdtempSync(path.join(os.tmpdir(), 'tearsheet-shelf-'));
  const shelf = openShelf(place, '1');
  try {
    return use(shelf);
  } finally {
    shelf.close();
    if (folder === undefined) rmSync(place, { recursive: true });
  }
}

export interface Sketched {
  readonly article: Listed;
  readonly shingles: Uint32Array;
}

export type Told = Story & { readonly originKey: string };

const print = '0'.repeat(32);

/** Stories by article. */
export const storiesOf = (sketches: readonly Sketched[], room = wideRoom()): ReadonlyMap<string, Told> =>
  onShelf((shelf) => {
    const before = { roll: rollOn(shelf), shingles: shinglesOn(shelf) };
    const list = rollOf(before.roll);
    const texts = shinglesOf(before.shingles, shelf);
    for (const { article, shingles } of sketches) {
      list.add(article, print);
      texts.add(shingles);
    }
    const roll = list.close();
    const stories = findStories({ roll, shingles: texts.close() }, before, new Int32Array(), shelf, room);
    return new Map(
      sketches.map(({ article }, i) => [
        article.article_id,
        { ...stories.of(i), originKey: roll.idOf(stories.originalOf(i)) },
      ]),
    );
  });

interface Named {
  readonly article: Listed;
  readonly originKey: string;
  readonly entities: readonly DocumentEntity[];
  readonly mention_count: Readonly<Record<string, number>>;
}

/** Entities of a corpus. */
export const entitiesOf = (inputs: readonly Named[], words: EntityWords, room = wideRoom()): EntityRow[] =>
  onShelf((shelf) => {
    const list = rollOf(rollOn(shelf));
    const before = sightingsOn(shelf);
    const named = sightingsOf(words.roleFields, before);
    for (const input of inputs) {
      list.add(input.article, print);
      named.add(input.entities);
    }
    const [roll, sightings] = [list.close(), named.close()];
    const keys = inputs.map(({ originKey }) => originKey);
    const moves = { before, nowOf: new Int32Array(), knownAs: new Int32Array(inputs.length).fill(-1) };
    joinEntities(sightings, roll, (article) => keys.indexOf(keys[article]!), words, {
      ...moves,
      hasSameOrigin: () => false,
    });
    const sorter = room.sorter();
    for (const [article, { article: row, entities: all, mention_count, originKey: origin }] of inputs.entries()) {
      for (const [index, entity] of all.entries()) {
        const id = sightings.ids.text(sightings.joined[sightings.starts[article]! + index]!);
        const teller = { article: row.article_id, origin, publishedOn: row.published_on };
        sorter.add(toldLine(id, index, entity, mention_count[entity.entity_id] ?? 0, teller));
      }
    }
    const kept = { told: shelf.lines('told'), entities: shelf.lines('entities') };
    renewEntities(
      kept,
      sorter.sorted(),
      () => true,
      () => undefined,
    );
    return [...kept.entities.lines()].map((line) => JSON.parse(line) as EntityRow);
  });

interface Origins {
  originKeyOf(articleId: string): string;
}

type Words = Pick<StatisticWords, 'synonyms' | 'tolls'>;
const tables = { figure: ['figures', 'figure_id'], event: ['events', 'event_id'] } as const;

/** What claims come to, and what each member belongs to. */
const joined = <R>(claims: readonly string[], words: Words, table: string, room: Room) =>
  onShelf((shelf) => {
    const links = new Map<string, string>();
    const names = naming(tables, shelf, room, (_, [, member], id) => links.set(member, id));
    const sorter = room.sorter();
    for (const claim of claims) sorter.add(claim);
    renewClaims(
      { claims: shelf.lines('claims'), made: shelf.lines('made') },
      sorter.sorted(),
      () => true,
      claimsFor(words),
      names,
    );
    names.close();
    return { rows: [...shelf.lines(table).lines()].map((line) => JSON.parse(line) as R), links };
  });

/** Figures of a corpus, and the figure of each statistic. */
export function figuresOf(
  rows: readonly RowOf<typeof statistics>[],
  context: Origins & Words & { publishedOn(articleId: string): string | null },
  room = wideRoom(),
): { rows: Figure[]; figureOf: ReadonlyMap<string, string> } {
  const { claimOf } = claimsFor(context).figures;
  const claims = rows.filter(isJoinable).map((row) => {
    const { article_id: id } = row;
    return claimOf(row, { origin: context.originKeyOf(id), publishedOn: context.publishedOn(id) });
  });
  const { rows: figures, links } = joined<Figure>(claims, context, 'figures', room);
  return { rows: figures, figureOf: links };
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
  const words = { synonyms: new Map<string, string>(), tolls: new Set<string>() };
  const { claimOf } = claimsFor(words).events;
  const claims = mentions.filter(isHappening).map((row) => {
    const whence = { origin: context.originKeyOf(row.article_id), toll: context.tollOf(row.event_mention_id) };
    return claimOf(row, whence, context.entityOf);
  });
  const { rows: events, links } = joined<Event>(claims, words, 'events', room);
  return { rows: events, eventOf: links };
}
