import { contentKey } from '../identity.ts';
import type { EntityWords } from '../resources/entity-words.ts';
import { namesakes } from './namesakes.ts';
import { byNumber } from './packed.ts';
import type { Roll } from './roll.ts';
import { joinShortNames } from './short-names.ts';
import { many, none, type Sightings } from './sightings.ts';

/**
 * Joins what articles name: by id (a gazetteer entry, the same full name), else by a proven short form. Fills
 * `sightings.joined`. Order does not matter.
 */
export function joinEntities(
  sightings: Sightings,
  roll: Roll,
  originalOf: (article: number) => number,
  words: EntityWords,
): void {
  const { joined } = sightings;
  joinShortNames(sightings, roll, words.organizationWords, (sighting, id) => {
    joined[sighting] = id;
  });
  joinAcronyms(sightings);
  joinSurnames(sightings, originalOf);
  tellApart(sightings, roll, originalOf);
}

/** An acronym is the one organization that articles expand it to. */
function joinAcronyms({ joined, called, expansions, isOrganization, isShort }: Sightings): void {
  for (let i = 0; i < joined.length; i++) {
    if (!isOrganization(i) || !isShort(i)) continue;
    const id = expansions.get(called[i]!);
    if (id !== undefined && id !== many) joined[i] = id;
  }
}

/** A surname alone means the one person with that name in another article of its origin. */
function joinSurnames(sightings: Sightings, originalOf: (article: number) => number): void {
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
    joinSurnamesOf(persons, sightings);
  }
}

function joinSurnamesOf(persons: readonly number[], { own, joined, called, isShort }: Sightings): void {
  const named = new Map<number, number>();
  for (const i of persons) {
    if (!isShort(i)) named.set(called[i]!, (named.get(called[i]!) ?? own[i]!) === own[i]! ? own[i]! : many);
  }
  for (const i of persons) {
    const id = isShort(i) ? named.get(called[i]!) : undefined;
    if (id !== undefined && id !== many) joined[i] = id;
  }
}

/** Gives namesakes an id each, of the name and of what tells them apart. */
function tellApart(sightings: Sightings, roll: Roll, originalOf: (article: number) => number): void {
  const { joined, ids, isShort } = sightings;
  const count = ids.size;
  const isOfPersons = personsFirst(sightings, roll, count);
  const groups = byNumber(
    joined.map((id) => (isOfPersons[id] === 1 ? id : none)),
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
function personsFirst({ starts, joined, isPerson }: Sightings, { byId }: Roll, count: number): Uint8Array {
  const met = new Uint8Array(count);
  for (const article of byId()) {
    for (let i = starts[article]!; i < starts[article + 1]!; i++) met[joined[i]!] ||= isPerson(i) ? 1 : 2;
  }
  return met;
}
