import type { DocumentEntity } from '#schemas/stages/extraction.ts';
import type { RowOf } from '#schemas/table.ts';
import type { entities } from '#schemas/tables/index.ts';
import { alone, fixed, flowingGroupsOf, leading, mergedLines } from './lines.ts';
import type { Kept } from './shelf.ts';
import { isShort } from './sightings.ts';

export type EntityRow = RowOf<typeof entities>;

/** What an article says of an entity; many say the same. */
type Told = readonly [
  ...[name: string, type: EntityRow['type'], subtype: string | null, country: string | null],
  ...[latitude: number | null, longitude: number | null, gazetteer_id: string | null],
  ...[aliases: readonly string[], roles: readonly string[]],
];

/** An article that speaks of entities. */
interface Teller {
  readonly article: string;
  /** The article that its text goes back to. */
  readonly origin: string;
  readonly publishedOn: string | null;
}

/**
 * What an article says of its entity with this index as a line: the entity of the corpus, the article, the index; the article that
 * its text goes back to, the day, the mentions; all else as JSON.
 */
export function toldLine(
  id: string,
  index: number,
  { name, type, subtype, country, latitude, longitude, gazetteer_id, aliases, roles }: DocumentEntity,
  mentions: number,
  { article, origin, publishedOn }: Teller,
): string {
  const told: Told = [name, type, subtype, country, latitude, longitude, gazetteer_id, aliases, roles];
  return [id, article, fixed(index), origin, publishedOn ?? '', mentions, JSON.stringify(told)].join('\t');
}

/** What a row begins with. */
export const entityBegin = (id: string): string => `{"entity_id":"${id}"`;

/**
 * Renews what is told of entities, and their rows: what articles that moved told goes, these lines come; sorted, and each entity
 * of which something may go or come is told by itself, too. `renewed` hears of rows that came, went or changed.
 */
export function renewEntities(
  kept: { readonly told: Kept; readonly entities: Kept },
  sorted: Iterable<string>,
  hasMoved: (articleId: string) => boolean,
  renewed: (was: string | undefined, is: string | undefined, id: string) => void,
): void {
  for (const [beginning, come] of flowingGroupsOf(sorted, (line) => leading(line, 1))) {
    const id = beginning.slice(0, -1);
    const maker = rowMaker(id);
    kept.told.change(beginning, function* (before) {
      const staying = before.filter((line) => !hasMoved(articleIn(line)));
      for (const line of mergedLines(staying, come)) {
        maker.add(line);
        yield line;
      }
    });
    const made = maker.row();
    const row = made === null ? undefined : JSON.stringify(made);
    kept.entities.change(entityBegin(id), ([was]) => {
      if (was !== row) renewed(was, row, id);
      return row === undefined ? [] : [row];
    });
  }
}

const articleIn = (told: string): string => {
  const start = told.indexOf('\t') + 1;
  return told.slice(start, told.indexOf('\t', start));
};

/** Makes one row of what articles say, the first first; null of nothing. Holds what differs, not what is said. */
function rowMaker(entity_id: string): { add(line: string): void; row(): EntityRow | null } {
  const bodies = new Map<string, number>();
  const origins = new Set<string>();
  let [mention_count, article_count] = [0, 0];
  let first: string | null = null;
  let last: string | null = null;
  // Of a large entity there are so many lines that what they have alike must not be cut out of each.
  let body = '';
  let lastArticle = '';
  const begin = entity_id.length + 1;
  return {
    add(line) {
      const end = line.lastIndexOf('\t');
      if (body === '' || line.length !== end + 1 + body.length || !line.endsWith(body)) body = line.slice(end + 1);
      bodies.set(body, (bodies.get(body) ?? 0) + 1);
      const beforeMentions = line.lastIndexOf('\t', end - 1);
      mention_count += Number(line.slice(beforeMentions + 1, end));
      if (lastArticle !== '' && line.startsWith(lastArticle, begin)) return;
      const article = line.indexOf('\t', begin) + 1;
      lastArticle = line.slice(begin, article);
      article_count++;
      const origin = line.indexOf('\t', article) + 1;
      const day = line.indexOf('\t', origin) + 1;
      origins.add(alone(line.slice(origin, day)));
      if (day === beforeMentions) return;
      const published = line.slice(day, beforeMentions);
      if (first === null || published < first) first = published;
      if (last === null || published > last) last = published;
    },
    row: () =>
      bodies.size === 0
        ? null
        : {
            ...described(entity_id, bodies, article_count),
            ...{ mention_count, article_count, origin_count: origins.size },
            ...{ first_published_on: first, last_published_on: last },
          },
  };
}

/** What articles say of an entity, as often as they say it. */
function described(entity_id: string, bodies: ReadonlyMap<string, number>, articles: number) {
  const [subtypes, countries, aliases] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const roles = new Map<string, number>();
  let best: Told | undefined;
  for (const [body, count] of bodies) {
    const one = JSON.parse(body) as Told;
    const [, , subtype, country, , , , names, titles] = one;
    if (best === undefined || rank(one) > rank(best)) best = one;
    if (subtype !== null) subtypes.add(subtype);
    if (country !== null) countries.add(country);
    for (const name of names) aliases.add(name);
    for (const title of titles) roles.set(title, (roles.get(title) ?? 0) + count);
  }
  const [name, type, , , latitude, longitude, gazetteer_id] = best!;
  aliases.delete(name);
  return {
    ...{ entity_id, name, type, subtype: only(subtypes), country: only(countries) },
    ...{ latitude, longitude, gazetteer_id },
    aliases: aliases.size > 0 ? [...aliases].sort(byCode).join(' | ') : null,
    role: mostFrequent(roles),
    link_basis: gazetteer_id !== null ? 'gazetteer' : articles > 1 ? 'corpus' : 'document',
  } as const;
}

/** A gazetteer's entry before a full name before a short one. */
const rank = ([name, , , , , , gazetteer_id]: Told): number =>
  gazetteer_id !== null ? 2 : isShort({ name, gazetteer_id }) ? 0 : 1;

/** The value that all articles that know one agree on. */
const only = (values: ReadonlySet<string>): string | null => (values.size === 1 ? [...values][0]! : null);

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const mostFrequent = (counts: ReadonlyMap<string, number>): string | null =>
  [...counts].sort((a, b) => b[1] - a[1] || byCode(a[0], b[0]))[0]?.[0] ?? null;
