import type { DocumentEntity } from '#schemas/stages/extraction.ts';
import type { RoleFields } from '../resources/entity-words.ts';
import { type Columns, columnsOn, growingColumns, keepColumns } from './columns.ts';
import { type Interner, interner, numbers } from './packed.ts';
import type { Shelf } from './shelf.ts';

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
  /** What it is as far as short names tell. */
  readonly short: Uint32Array;
  /** What it is before namesakes are told apart. */
  readonly whole: Uint32Array;
  /** What it is in the corpus. */
  readonly joined: Uint32Array;
  readonly ids: Interner;
  /** The word that others may call it by: a person's last one, an organization's only one; `none` for all else. A number of `words`. */
  readonly called: Uint32Array;
  readonly traits: Uint32Array;
  readonly words: Interner;
  /** Walks of life of its roles, a bit each. */
  readonly walks: Uint32Array;
  readonly walkNames: readonly string[];
  /** Words that organizations' full names are shortened to. */
  readonly shortened: Columns<(typeof shortNames)[number]>;
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
  /** Keeps all, with what is joined by then. */
  keep(shelf: Shelf): void;
}

const sightingNames = ['own', 'called', 'walks', 'traits', 'short', 'whole', 'joined'] as const;
/** The word, the sighting, 1 for an acronym that is no part of the full name. */
const shortNames = ['word', 'sighting', 'isAcronym'] as const;

/** What was found of before. */
export interface KnownSightings {
  readonly ids: Interner;
  readonly words: Interner;
  readonly starts: Uint32Array;
  readonly each: Columns<(typeof sightingNames)[number]>;
  readonly shortStarts: Uint32Array;
  readonly shortened: Columns<(typeof shortNames)[number]>;
}

/** Sightings of before; none where none were kept. */
export const sightingsOn = (shelf: Shelf): KnownSightings => ({
  ids: interner(shelf.numbers('names-ids')),
  words: interner(shelf.numbers('names-words')),
  starts: shelf.numbers('names-starts') ?? new Uint32Array(1),
  each: columnsOn(shelf, 'names', sightingNames),
  shortStarts: shelf.numbers('names-short-starts') ?? new Uint32Array(1),
  shortened: columnsOn(shelf, 'names-short', shortNames),
});

/** Several organizations have this acronym. */
export const many = 0xfffffffe;

/** Bits of `traits`. */
const person = 1;
const organization = 2;
const plain = 4;
const short = 8;
const repeated = 16;
/** What of a sighting counts where it is asked how many articles name an id. */
export const uncounted = plain | short;
/** What makes a sighting one that a short name may be joined to. */
export const shortOrganization = organization | short;

/** One word that no gazetteer knows: it means nothing beyond its article until something else joins it. */
export const isShort = ({ name, gazetteer_id }: Pick<DocumentEntity, 'name' | 'gazetteer_id'>): boolean =>
  gazetteer_id === null && !/\s/.test(name);

/** Takes the entities of articles in the order of the roll, those of before by the articles' numbers there. */
export function sightingsOf(
  fields: RoleFields,
  before: KnownSightings,
): {
  add(entities: readonly DocumentEntity[]): void;
  copy(from: number, to: number): void;
  close(): Sightings;
} {
  const { ids, words } = before;
  const each = growingColumns(sightingNames);
  const shortened = growingColumns(shortNames);
  const [starts, shortStarts, articles] = [numbers(), numbers(), numbers()];
  const walkNames = [...new Set(fields.values())].sort();
  const begin = (): void => {
    starts.push(each.length);
    shortStarts.push(shortened.length);
  };
  const walksOf = ({ roles }: DocumentEntity): number => {
    let bits = 0;
    for (const role of roles) {
      const walk = fields.get(lastWord(role).toLowerCase());
      if (walk !== undefined) bits |= 1 << walkNames.indexOf(walk);
    }
    return bits >>> 0;
  };
  const noteOrganization = ({ name, aliases }: DocumentEntity): void => {
    const parts = name.split(' ');
    for (const alias of aliases) {
      if (/\s/.test(alias)) continue;
      const isExpanded = isAcronym(alias) && !parts.includes(alias);
      shortened.push({ word: words.intern(alias), sighting: each.length, isAcronym: isExpanded ? 1 : 0 });
    }
  };
  begin();
  return {
    add(entities) {
      const met = new Set<number>();
      for (const entity of entities) {
        const own = ids.intern(entity.entity_id);
        const isOne = isShort(entity);
        let traits = isOne ? short : 0;
        let called = none;
        if (entity.type === 'person') {
          traits |= person;
          called = words.intern(isOne ? entity.name : lastWord(entity.name));
        } else if (entity.type === 'organization') {
          traits |= organization;
          if (isOne) called = words.intern(entity.name);
          else noteOrganization(entity);
        } else if (entity.type === 'place' || entity.type === 'group') traits |= plain;
        if (met.has(own)) traits |= repeated;
        met.add(own);
        articles.push(starts.length - 1);
        each.push({ own, called, walks: walksOf(entity), traits, short: own, whole: own, joined: own });
      }
      begin();
    },
    copy(from, to) {
      const [first, end] = [before.starts[from]!, before.starts[to]!];
      const [firstShort, endShort] = [before.shortStarts[from]!, before.shortStarts[to]!];
      const [moved, movedShort] = [each.length - first, shortened.length - firstShort];
      each.copy(before.each, first, end);
      for (let i = firstShort; i < endShort; i++) {
        const { word, sighting, isAcronym: flag } = before.shortened;
        shortened.push({ word: word[i]!, sighting: sighting[i]! + moved, isAcronym: flag[i]! });
      }
      for (let known = from; known < to; known++) {
        for (let i = before.starts[known]!; i < before.starts[known + 1]!; i++) articles.push(starts.length - 1);
        starts.push(before.starts[known + 1]! + moved);
        shortStarts.push(before.shortStarts[known + 1]! + movedShort);
      }
    },
    close() {
      const view = each.view();
      const { own, traits } = view;
      const has = (sighting: number, trait: number): boolean => (traits[sighting]! & trait) !== 0;
      const shortForms = shortened.view();
      return {
        ...{ starts: starts.view(), articles: articles.view(), ids, words, walkNames, ...view },
        ...{ shortened: shortForms, expansions: expansionsIn(shortForms, own) },
        isPerson: (sighting) => has(sighting, person),
        isOrganization: (sighting) => has(sighting, organization),
        isShort: (sighting) => has(sighting, short),
        isPlain: (sighting) => has(sighting, plain),
        isRepeated: (sighting) => has(sighting, repeated),
        keep(shelf) {
          shelf.keep('names-ids', ids.packed());
          shelf.keep('names-words', words.packed());
          shelf.keep('names-starts', starts.view());
          shelf.keep('names-short-starts', shortStarts.view());
          keepColumns(shelf, 'names', view);
          keepColumns(shelf, 'names-short', shortForms);
        },
      };
    },
  };
}

function expansionsIn({ word, sighting, isAcronym }: Sightings['shortened'], own: Uint32Array): Map<number, number> {
  const expansions = new Map<number, number>();
  for (let i = 0; i < word.length; i++) {
    if (isAcronym[i] === 0) continue;
    const id = own[sighting[i]!]!;
    expansions.set(word[i]!, (expansions.get(word[i]!) ?? id) === id ? id : many);
  }
  return expansions;
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

const isAcronym = (form: string): boolean => /^\p{Lu}{2,8}$/u.test(form);
