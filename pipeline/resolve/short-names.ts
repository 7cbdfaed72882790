import { forest } from './forest.ts';
import { byNumber } from './packed.ts';
import type { Roll } from './roll.ts';
import { none, type Sightings, uncounted } from './sightings.ts';

/** What more articles name says nothing about the others they name; it also bounds how many sightings are compared with one. */
const mostNamers = 50;
/** So many others that both articles name make two short names one. */
const leastShared = 2;
/** A full name stands in one of so many articles that name its owner; one that is rarer is that of a branch ("Calder" of "Calder Retail"). */
const rarest = 4;

/** Visits whom and what else the article of a sighting names, of what few articles name. */
type Company = (sighting: number, visit: (id: number) => void) => void;

/**
 * Fills `short` with what organizations are that articles name by one of the affected words. One is the organization
 * whose full name other articles shorten so, where its article names whom or what theirs name, and that at least twice as
 * often as of any rival; without a full name, two are one where their articles name two others in common. The rest stay
 * apart, and so does each that is called by a word of many organizations.
 */
export function joinShortNames(
  sightings: Sightings,
  roll: Roll,
  ofMany: Pick<ReadonlySet<string>, 'has'>,
  isAffected: Uint8Array,
): void {
  const company = companyIn(sightings);
  const { short, full } = formsOf(sightings);
  const found = (sighting: number, id: number): void => {
    sightings.short[sighting] = id;
  };
  for (let word = 0; word < sightings.words.size; word++) {
    if (isAffected[word] === 0) continue;
    const alone = short.members(word);
    for (const sighting of alone) found(sighting, sightings.own[sighting]!);
    if (alone.length === 0 || ofMany.has(sightings.words.text(word))) continue;
    const owners = companiesOf(full.members(word), alone.length, sightings, company);
    const open: number[] = [];
    for (const sighting of alone) {
      const [best, second] = ranked(sighting, owners, sightings, company);
      if (!best || best.shared === 0) open.push(sighting);
      else if (best.shared >= 2 * (second?.shared ?? 0)) found(sighting, best.id);
    }
    join(open, sightings, roll, company, found);
  }
}

/** By each word that stands alone for an organization: where it does, and whose full names are shortened so. */
function formsOf({ own, called, words, shortened, isOrganization, isShort }: Sightings) {
  const alone = new Uint32Array(own.length).fill(none);
  for (let i = 0; i < own.length; i++) if (isOrganization(i) && isShort(i)) alone[i] = called[i]!;
  const short = byNumber(alone, words.size);
  const pairs = byNumber(shortened.word, words.size);
  const full = { members: (word: number) => pairs.members(word).map((pair) => shortened.sighting[pair]!) };
  return { short, full };
}

function companyIn(sightings: Sightings): Company {
  const rare = rareOf(sightings.own, sightings.traits, sightings.ids.size);
  const { starts, articles, own, isRepeated } = sightings;
  return (sighting, visit) => {
    const article = articles[sighting]!;
    for (let i = starts[article]!; i < starts[article + 1]!; i++) {
      const id = own[i]!;
      if (rare[id] === 1 && id !== own[sighting] && !isRepeated(i)) visit(id);
    }
  };
}

/** Ids that mean one thing in every article, are no places, and are named by two articles, but not by many. */
export function rareOf(own: Uint32Array, traits: Uint32Array, ids: number): Uint8Array {
  const counts = new Uint32Array(ids);
  for (let i = 0; i < own.length; i++) if ((traits[i]! & uncounted) === 0) counts[own[i]!]!++;
  return Uint8Array.from(counts, (count) => (count >= 2 && count <= mostNamers ? 1 : 0));
}

/** What the articles name together that give an organization its full name, where they are enough beside those with the short one alone. */
function companiesOf(
  full: Uint32Array,
  shortSightings: number,
  { own }: Sightings,
  company: Company,
): Map<number, Set<number>> {
  const counts = new Map<number, number>();
  for (const sighting of full) counts.set(own[sighting]!, (counts.get(own[sighting]!) ?? 0) + 1);
  const owners = new Map<number, Set<number>>();
  for (const sighting of full) {
    const id = own[sighting]!;
    if (counts.get(id)! * rarest < shortSightings) continue;
    const known = owners.get(id) ?? new Set();
    owners.set(id, known);
    company(sighting, (other) => known.add(other));
  }
  return owners;
}

/** Owners by how much of a sighting's company they share, most first. */
function ranked(
  sighting: number,
  owners: ReadonlyMap<number, ReadonlySet<number>>,
  { ids }: Sightings,
  company: Company,
): { id: number; shared: number }[] {
  const scored = [...owners].map(([id, known]) => {
    let shared = 0;
    company(sighting, (other) => {
      if (known.has(other)) shared++;
    });
    return { id, shared };
  });
  return scored.sort((a, b) => b.shared - a.shared || (ids.text(a.id) < ids.text(b.id) ? -1 : 1));
}

/** Sightings whose articles have enough company in common get the id of the earliest among them. */
function join(
  sightings: readonly number[],
  { articles, own }: Sightings,
  roll: Roll,
  company: Company,
  found: (sighting: number, id: number) => void,
): void {
  const order = [...sightings].sort((a, b) => {
    const [one, other] = [articles[a]!, articles[b]!];
    return roll.dayOf(one) - roll.dayOf(other) || roll.placeOf(one) - roll.placeOf(other) || a - b;
  });
  const parents = forest();
  const namers = new Map<number, number[]>();
  for (const [index, sighting] of order.entries()) {
    parents.add();
    const shared = new Map<number, number>();
    company(sighting, (id) => {
      const others = namers.get(id);
      for (const other of others ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (others) others.push(index);
      else namers.set(id, [index]);
    });
    for (const [other, count] of shared) if (count >= leastShared) parents.unite(other, index);
  }
  for (const [index, sighting] of order.entries()) found(sighting, own[order[parents.rootOf(index)]!]!);
}
