import type { DocumentEntity } from '#schemas/stages/extraction.ts';
import type { RowOf } from '#schemas/table.ts';
import type { entities } from '#schemas/tables/index.ts';
import { fixed, groupsOf } from './lines.ts';
import type { Roll } from './roll.ts';
import type { Room } from './room.ts';
import { isShort, type Sightings } from './sightings.ts';

export type EntityRow = RowOf<typeof entities>;

/** What an article says of an entity, as it lies on the disk; the number of its article is added. */
type Told = readonly [
  ...[name: string, type: EntityRow['type'], subtype: string | null, country: string | null],
  ...[latitude: number | null, longitude: number | null, gazetteer_id: string | null],
  ...[aliases: readonly string[], roles: readonly string[], mentions: number, article: number],
];

/** The entities of one article, with how many mentions each has there. */
export interface Naming {
  readonly entities: readonly DocumentEntity[];
  readonly mention_count: Readonly<Record<string, number>>;
}

/** What articles say of their entities, kept for when it is known what these are. */
export interface Namings {
  /** Articles come in the order of the roll. */
  add(naming: Naming): void;
  /** Rows of the entities, by id. */
  rows(sightings: Sightings, roll: Roll, originalOf: (article: number) => number): Iterable<EntityRow>;
}

export function namingsIn(room: Room): Namings {
  const spool = room.spool();
  let articles = 0;
  return {
    add({ entities, mention_count }) {
      const article = articles++;
      spool.add(entities.map((entity) => JSON.stringify(told(entity, mention_count, article))).join('\t'));
    },
    *rows({ starts, joined, ids }, roll, originalOf) {
      const sorter = room.sorter();
      let article = 0;
      for (const line of spool.lines()) {
        const place = fixed(roll.placeOf(article));
        const first = starts[article]!;
        const all = line === '' ? [] : line.split('\t');
        for (const [index, one] of all.entries()) {
          sorter.add(`${ids.text(joined[first + index]!)}\t${place}${fixed(index)}\t${one}`);
        }
        article++;
      }
      spool.drop();
      for (const [id, seen] of groupsOf(sorter.sorted())) yield rowOf(id, seen, roll, originalOf);
    },
  };
}

function told(entity: DocumentEntity, mentions: Naming['mention_count'], article: number): Told {
  const { name, type, subtype, country, latitude, longitude, gazetteer_id, aliases, roles } = entity;
  return [
    ...([name, type, subtype, country, latitude, longitude, gazetteer_id, aliases, roles] as const),
    ...([mentions[entity.entity_id] ?? 0, article] as const),
  ];
}

/** One row of what articles say, the first first. Holds what differs, not what is said. */
function rowOf(
  entity_id: string,
  seen: Iterable<string>,
  roll: Roll,
  originalOf: (article: number) => number,
): EntityRow {
  const [subtypes, countries, aliases] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const roles = new Map<string, number>();
  const origins = new Set<number>();
  let best: Told | undefined;
  let [mention_count, article_count, lastArticle] = [0, 0, -1];
  let first: string | null = null;
  let last: string | null = null;
  for (const line of seen) {
    const one = JSON.parse(line) as Told;
    const [, , subtype, country, , , , names, titles, mentions, article] = one;
    if (best === undefined || rank(one) > rank(best)) best = one;
    if (subtype !== null) subtypes.add(subtype);
    if (country !== null) countries.add(country);
    for (const name of names) aliases.add(name);
    for (const title of titles) roles.set(title, (roles.get(title) ?? 0) + 1);
    mention_count += mentions;
    if (article === lastArticle) continue;
    lastArticle = article;
    article_count++;
    origins.add(originalOf(article));
    const day = roll.publishedOn(article);
    if (day === null) continue;
    if (first === null || day < first) first = day;
    if (last === null || day > last) last = day;
  }
  const [name, type, , , latitude, longitude, gazetteer_id] = best!;
  aliases.delete(name);
  return {
    ...{ entity_id, name, type, subtype: only(subtypes), country: only(countries) },
    ...{ latitude, longitude, gazetteer_id },
    aliases: aliases.size > 0 ? [...aliases].sort(byCode).join(' | ') : null,
    role: mostFrequent(roles),
    link_basis: gazetteer_id !== null ? 'gazetteer' : article_count > 1 ? 'corpus' : 'document',
    mention_count,
    article_count,
    origin_count: origins.size,
    first_published_on: first,
    last_published_on: last,
  };
}

/** A gazetteer's entry before a full name before a short one. */
const rank = ([name, , , , , , gazetteer_id]: Told): number =>
  gazetteer_id !== null ? 2 : isShort({ name, gazetteer_id }) ? 0 : 1;

/** The value that all articles that know one agree on. */
const only = (values: ReadonlySet<string>): string | null => (values.size === 1 ? [...values][0]! : null);

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const mostFrequent = (counts: ReadonlyMap<string, number>): string | null =>
  [...counts].sort((a, b) => b[1] - a[1] || byCode(a[0], b[0]))[0]?.[0] ?? null;
