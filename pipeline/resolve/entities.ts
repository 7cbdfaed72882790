import { contentKey } from '../identity.ts';
import type { EntityWords } from '../resources/entity-words.ts';
import { affectedIds, affectedWords } from './affected-names.ts';
import { namesakes } from './namesakes.ts';
import { byNumber } from './packed.ts';
import type { Roll } from './roll.ts';
import { joinShortNames } from './short-names.ts';
import { type KnownSightings, many, none, type Sightings } from './sightings.ts';

/** What moved between a run and the one before it. */
export interface Moves {
  readonly before: KnownSightings;
  /** What articles of before are now, by number; -1 where they did not stay as they were. */
  readonly nowOf: Int32Array;
  /** What articles of now were; -1 where they did not stay so. */
  readonly knownAs: Int32Array;
  /** Does an article that stayed go back to the text that it went back to? */
  hasSameOrigin(article: number): boolean;
}

/**
 * Joins what articles name: by id (a gazetteer entry, the same full name), else by a proven short form. Fills `short`, `whole` and
 * `joined`, which have what was found before; only what may be otherwise is looked at. Order does not matter.
 */
export function joinEntities(
  sightings: Sightings,
  roll: Roll,
  originalOf: (article: number) => number,
  words: EntityWords,
  moves: Moves,
): void {
  joinShortNames(sightings, roll, words.organizationWords, affectedWords(sightings, moves));
  const whole = sightings.short.slice();
  joinAcronyms(sightings, whole);
  joinSurnames(sightings, whole, originalOf);
  const isAffected = affectedIds(sightings, whole, moves);
  sightings.whole.set(whole);
  tellApart(sightings, roll, originalOf, isAffected);
}

/** An acronym is the one organization that articles expand it to. */
function joinAcronyms({ called, expansions, isOrganization, isShort }: Sightings, whole: Uint32Array): void {
  for (let i = 0; i < whole.length; i++) {
    if (!isOrganization(i) || !isShort(i)) continue;
    const id = expansions.get(called[i]!);
    if (id !== undefined && id !== many) whole[i] = id;
  }
}

/** A surname alone means the one person with that name in another article of its origin. */
function joinSurnames(sightings: Sightings, whole: Uint32Array, originalOf: (article: number) => number): void {
  const { starts } = sightings;
  const count = starts.length - 1;
  const stories = byNumber(
    Uint32Array.from({ length: count }, (_, article) => originalOf(article)),
    count,
  );
  for (let story = 0; story < count; story++) {
    const persons: number[] = [];
    for (const article of stories.members(story)) {
      for (let i = starts[article]!; i < starts[article + 1]!; i++) if (sightings.isPerson(i)) persons.push(i);
    }
    joinSurnamesOf(persons, sightings, whole);
  }
}

function joinSurnamesOf(persons: readonly number[], { own, called, isShort }: Sightings, whole: Uint32Array): void {
  const named = new Map<number, number>();
  for (const i of persons) {
    if (!isShort(i)) named.set(called[i]!, (named.get(called[i]!) ?? own[i]!) === own[i]! ? own[i]! : many);
  }
  for (const i of persons) {
    const id = isShort(i) ? named.get(called[i]!) : undefined;
    if (id !== undefined && id !== many) whole[i] = id;
  }
}

/** Gives namesakes an id each, of the name and of what tells them apart, where they may be others than before. */
function tellApart(
  sightings: Sightings,
  roll: Roll,
  originalOf: (article: number) => number,
  isAffected: Uint8Array,
): void {
  const { whole, joined, ids, isShort } = sightings;
  for (let i = 0; i < whole.length; i++) if (isAffected[whole[i]!] === 1) joined[i] = whole[i]!;
  const count = ids.size;
  const isOfPersons = personsFirst(sightings, roll, count);
  const groups = byNumber(
    whole.map((id) => (isAffected[id] === 1 && isOfPersons[id] === 1 ? id : none)),
    count,
  );
  for (let id = 0; id < count; id++) {
    const group = groups.members(id);
    if (group.length < 2 || group.every(isShort)) continue;
    namesakes(group, sightings, originalOf, (sighting, walks) => {
      joined[sighting] = ids.intern(contentKey('e', [ids.text(id), walks]));
    });
  }
}

/** Is the first article's sighting of an id, in the order of the articles' ids, a person? */
function personsFirst({ starts, whole, isPerson }: Sightings, { byId }: Roll, count: number): Uint8Array {
  const met = new Uint8Array(count);
  for (const article of byId()) {
    for (let i = starts[article]!; i < starts[article + 1]!; i++) met[whole[i]!] ||= isPerson(i) ? 1 : 2;
  }
  return met;
}
