import type { DocumentEntity } from '#schemas/stages/extraction.ts';
import type { RoleFields } from '../resources/entity-words.ts';
import { type Interner, interner, numbers } from './packed.ts';

/** Says that there is no such number. */
export const none = 0xffffffff;

/** What every article knows of its entities, an article after the other: a few numbers for each, so that all are held at once. */
export interface Sightings {
  /** Sightings of an article: from `starts[article]` up to `starts[article + 1]`. */
  readonly starts: Uint32Array;
  /** The article of each. */
  readonly articles: Uint32Array;
  /** What the article takes it for, a number of `ids`. */
  readonly own: Uint32Array;
  /** What it is in the corpus, where that is known to be something else. */
  readonly joined: Uint32Array;
  readonly ids: Interner;
  /** The word that others may call it by: a person's last one, an organization's only one; `none` for all else. A number of `words`. */
  readonly called: Uint32Array;
  readonly words: Interner;
  /** Walks of life of its roles, a bit each. */
  readonly walks: Uint32Array;
  readonly walkNames: readonly string[];
  /** Words that an organization's full name is shortened to: the word, then the sighting. */
  readonly shortened: Uint32Array;
  /** The organization that articles expand an acronym to, by word; `none` for none, `many` for several. */
  readonly expansions: ReadonlyMap<number, number>;
  isPerson(sighting: number): boolean;
  isOrganization(sighting: number): boolean;
  /** One word that no gazetteer knows. */
  isShort(sighting: number): boolean;
  /** A place or group. */
  isPlain(sighting: number): boolean;
  /** Does the article name it before? */
  isRepeated(sighting: number): boolean;
}

/** Several organizations have this acronym. */
export const many = 0xfffffffe;

const person = 1;
const organization = 2;
const plain = 4;
const short = 8;
const repeated = 16;

/** One word that no gazetteer knows: it means nothing beyond its article until something else joins it. */
export const isShort = ({ name, gazetteer_id }: Pick<DocumentEntity, 'name' | 'gazetteer_id'>): boolean =>
  gazetteer_id === null && !/\s/.test(name);

/** Takes the entities of articles in the order of the roll. */
export function sightingsOf(fields: RoleFields): {
  add(entities: readonly DocumentEntity[]): void;
  close(): Sightings;
} {
  const [starts, articles, own, called] = [numbers(), numbers(), numbers(), numbers()];
  const [walks, traits, shortened] = [numbers(), numbers(), numbers()];
  starts.push(0);
  const ids = interner();
  const words = interner();
  const walkNames = [...new Set(fields.values())].sort();
  const expansions = new Map<number, number>();
  const walksOf = ({ roles }: DocumentEntity): number => {
    let bits = 0;
    for (const role of roles) {
      const walk = fields.get(lastWord(role).toLowerCase());
      if (walk !== undefined) bits |= 1 << walkNames.indexOf(walk);
    }
    return bits >>> 0;
  };
  const noteOrganization = (entity: DocumentEntity, id: number): void => {
    const parts = entity.name.split(' ');
    for (const alias of entity.aliases) {
      if (!/\s/.test(alias)) {
        shortened.push(words.intern(alias));
        shortened.push(own.length);
      }
      if (!isAcronym(alias) || parts.includes(alias)) continue;
      const word = words.intern(alias);
      expansions.set(word, (expansions.get(word) ?? id) === id ? id : many);
    }
  };
  return {
    add(entities) {
      const article = starts.length - 1;
      const first = own.length;
      for (const entity of entities) {
        const id = ids.intern(entity.entity_id);
        const isOne = isShort(entity);
        let trait = isOne ? short : 0;
        let word = none;
        if (entity.type === 'person') {
          trait |= person;
          word = words.intern(isOne ? entity.name : lastWord(entity.name));
        } else if (entity.type === 'organization') {
          trait |= organization;
          if (isOne) word = words.intern(entity.name);
          else noteOrganization(entity, id);
        } else if (entity.type === 'place' || entity.type === 'group') trait |= plain;
        for (let i = first; i < own.length; i++) if (own.at(i) === id) trait |= repeated;
        articles.push(article);
        called.push(word);
        walks.push(walksOf(entity));
        traits.push(trait);
        own.push(id);
      }
      starts.push(own.length);
    },
    close() {
      const has = (sighting: number, trait: number): boolean => (traits.at(sighting) & trait) !== 0;
      return {
        ...{ starts: starts.view(), articles: articles.view(), own: own.view(), joined: own.view().slice() },
        ...{ ids, words, walkNames, expansions },
        ...{ called: called.view(), walks: walks.view(), shortened: shortened.view() },
        isPerson: (sighting) => has(sighting, person),
        isOrganization: (sighting) => has(sighting, organization),
        isShort: (sighting) => has(sighting, short),
        isPlain: (sighting) => has(sighting, plain),
        isRepeated: (sighting) => has(sighting, repeated),
      };
    },
  };
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

const isAcronym = (form: string): boolean => /^\p{Lu}{2,8}$/u.test(form);
