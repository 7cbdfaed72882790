import type { DocumentEntity } from '#schemas/stages/extraction.ts';
import type { RowOf } from '#schemas/table.ts';
import type { articles, entities } from '#schemas/tables/index.ts';
import { contentKey } from '../identity.ts';
import type { EntityWords, RoleFields } from '../resources/entity-words.ts';
import { namesakes } from './namesakes.ts';
import { isShort, joinShortNames, placeOf } from './short-names.ts';

type EntityRow = RowOf<typeof entities>;

/** The entities of one article, with how many mentions each has there. */
interface Input {
  readonly article: RowOf<typeof articles>;
  /** Articles that go back to one text share it. */
  readonly originKey: string;
  readonly entities: readonly DocumentEntity[];
  readonly mentionCount: ReadonlyMap<string, number>;
}

/** Entities of the corpus, and which of them an article's own entity is. */
interface Joined {
  readonly rows: EntityRow[];
  idOf(articleId: string, documentEntityId: string): string;
}

/** One article's knowledge of an entity. */
interface Sighting {
  readonly input: Input;
  readonly entity: DocumentEntity;
}

/** Joins what articles name: by id (a gazetteer entry, the same full name), else by a proven short form. Order does not matter. */
export function joinEntities(list: readonly Input[], words: EntityWords): Joined {
  const inputs = [...list].sort((a, b) => byCode(a.article.article_id, b.article.article_id));
  const fullNames = fullNamesByStory(inputs);
  const expansions = expansionsOf(inputs);
  const shortNames = joinShortNames(inputs, words.organizationWords);
  const ids = new Map<string, string>();
  const sightings = new Map<string, Sighting[]>();
  for (const input of inputs) {
    for (const entity of input.entities) {
      const place = placeOf({ input, entity });
      const proven = surnameOf(input, entity, fullNames) ?? expansionOf(entity, expansions) ?? shortNames.get(place);
      const id = proven ?? entity.entity_id;
      ids.set(place, id);
      const seen = sightings.get(id);
      if (seen) seen.push({ input, entity });
      else sightings.set(id, [{ input, entity }]);
    }
  }
  tellApart(sightings, ids, words.roleFields);
  const rows = [...sightings].map(([id, seen]) => rowOf(id, seen)).sort((a, b) => byCode(a.entity_id, b.entity_id));
  return { rows, idOf: (articleId, id) => ids.get(`${articleId} ${id}`) ?? id };
}

/** Gives namesakes an id each, of the name and of what tells them apart. */
function tellApart(sightings: Map<string, Sighting[]>, ids: Map<string, string>, fields: RoleFields): void {
  for (const [id, seen] of [...sightings]) {
    const { type } = seen[0]!.entity;
    if (type !== 'person' || seen.length === 1 || seen.every(({ entity }) => isShort(entity))) continue;
    const told = namesakes(seen, fields);
    if (told.size === 0) continue;
    sightings.delete(id);
    for (const sighting of seen) {
      const field = told.get(sighting);
      const own = field === undefined ? id : contentKey('e', [id, field]);
      ids.set(placeOf(sighting), own);
      sightings.set(own, [...(sightings.get(own) ?? []), sighting]);
    }
  }
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Ids of persons by origin and surname: a surname alone means them in another article of that origin. */
function fullNamesByStory(inputs: readonly Input[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { originKey, entities } of inputs) {
    for (const entity of entities) {
      if (entity.type !== 'person' || isShort(entity)) continue;
      add(found, `${originKey} ${lastWord(entity.name)}`, entity.entity_id);
    }
  }
  return found;
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

function surnameOf({ originKey }: Input, entity: DocumentEntity, found: Map<string, Set<string>>): string | null {
  if (entity.type !== 'person' || !isShort(entity)) return null;
  return only(found.get(`${originKey} ${entity.name}`));
}

/** Ids of organizations by the acronyms that articles expand. */
function expansionsOf(inputs: readonly Input[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { entities } of inputs) {
    for (const entity of entities) {
      if (entity.type !== 'organization' || isShort(entity)) continue;
      const words = entity.name.split(' ');
      const acronyms = entity.aliases.filter((alias) => isAcronym(alias) && !words.includes(alias));
      for (const acronym of acronyms) add(found, acronym, entity.entity_id);
    }
  }
  return found;
}

const isAcronym = (form: string): boolean => /^\p{Lu}{2,8}$/u.test(form);

function expansionOf(entity: DocumentEntity, found: Map<string, Set<string>>): string | null {
  return entity.type === 'organization' && isShort(entity) && isAcronym(entity.name)
    ? only(found.get(entity.name))
    : null;
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(id));
}

const only = (ids: ReadonlySet<string> | undefined): string | null => (ids?.size === 1 ? [...ids][0]! : null);

function rowOf(entity_id: string, seen: readonly Sighting[]): EntityRow {
  const best = [...seen].sort((a, b) => rank(b.entity) - rank(a.entity))[0]!.entity;
  const { name, type, latitude, longitude, gazetteer_id } = best;
  const articleIds = new Set(seen.map(({ input }) => input.article.article_id));
  const days = seen.flatMap(({ input }) => input.article.published_on ?? []).sort();
  const aliases = distinct(seen.flatMap(({ entity }) => entity.aliases)).filter((alias) => alias !== name);
  return {
    ...{ entity_id, name, type, subtype: agreed(seen, 'subtype'), country: agreed(seen, 'country') },
    ...{ latitude, longitude, gazetteer_id },
    aliases: aliases.length > 0 ? aliases.sort(byCode).join(' | ') : null,
    role: mostFrequent(seen.flatMap(({ entity }) => entity.roles)),
    link_basis: gazetteer_id !== null ? 'gazetteer' : articleIds.size > 1 ? 'corpus' : 'document',
    mention_count: sum(seen.map(({ input, entity }) => input.mentionCount.get(entity.entity_id) ?? 0)),
    article_count: articleIds.size,
    origin_count: new Set(seen.map(({ input }) => input.originKey)).size,
    first_published_on: days[0] ?? null,
    last_published_on: days.at(-1) ?? null,
  };
}

/** A gazetteer's entry before a full name before a short one. */
const rank = (entity: DocumentEntity): number => (entity.gazetteer_id !== null ? 2 : isShort(entity) ? 0 : 1);

/** The value that all articles that know one agree on. */
function agreed(seen: readonly Sighting[], column: 'subtype' | 'country'): string | null {
  const values = new Set(seen.flatMap(({ entity }) => entity[column] ?? []));
  return only(values);
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function mostFrequent(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || byCode(a[0], b[0]))[0]?.[0] ?? null;
}
