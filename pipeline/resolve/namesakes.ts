import { forest } from './forest.ts';
import type { Sightings } from './sightings.ts';

/**
 * Tells persons of one name apart: a minister in some articles, a midfielder in others, and neither an origin, a person named
 * in both nor an article that calls them both. `found` is told the walk of life of each sighting's person; nothing where all
 * are one, and nothing for a sighting that could be either's.
 */
export function namesakes(
  group: Uint32Array,
  sightings: Sightings,
  originalOf: (article: number) => number,
  found: (sighting: number, walks: string) => void,
): void {
  const { walks, walkNames } = sightings;
  if (!areSeveral(group, walks)) return;
  const things = forest();
  const known = new Map<number, number>();
  const knownOf = (token: number): number => {
    const thing = known.get(token) ?? things.add();
    known.set(token, thing);
    return thing;
  };
  // A walk of life joins as company does: both are met under a number.
  const company = companyIn(sightings, originalOf, walkNames.length);
  for (const sighting of group) {
    if (walks[sighting] === 0) continue;
    const first = knownOf(lowestBit(walks[sighting]!));
    for (let bit = 0; bit < walkNames.length; bit++) {
      if ((walks[sighting]! >>> bit) & 1) things.unite(first, knownOf(bit));
    }
    company(sighting, (token) => things.unite(first, knownOf(token)));
  }
  const walksOfRoot = new Map<number, number>();
  for (const sighting of group) {
    if (walks[sighting] === 0) continue;
    const root = things.rootOf(known.get(lowestBit(walks[sighting]!))!);
    walksOfRoot.set(root, (walksOfRoot.get(root) ?? 0) | walks[sighting]!);
  }
  if (walksOfRoot.size < 2) return;
  const nameOf = (root: number): string => walkNames.filter((_, bit) => (walksOfRoot.get(root)! >>> bit) & 1).join(' ');
  for (const sighting of group) {
    const owners = new Set<number>();
    if (walks[sighting] !== 0) owners.add(things.rootOf(known.get(lowestBit(walks[sighting]!))!));
    else {
      company(sighting, (token) => {
        const thing = known.get(token);
        if (thing !== undefined) owners.add(things.rootOf(thing));
      });
    }
    if (owners.size === 1) found(sighting, nameOf([...owners][0]!));
  }
}

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** Do the walks of life leave room for two persons? */
function areSeveral(group: Uint32Array, walks: Uint32Array): boolean {
  let all = 0;
  for (const sighting of group) all |= walks[sighting]!;
  return (all & (all - 1)) !== 0;
}

/** Visits the origin of a sighting's article and whom else that names, as numbers from `base` on. */
function companyIn(
  { starts, articles, own, isPerson }: Sightings,
  originalOf: (article: number) => number,
  base: number,
) {
  return (sighting: number, visit: (token: number) => void): void => {
    const article = articles[sighting]!;
    visit(base + 2 * originalOf(article));
    for (let i = starts[article]!; i < starts[article + 1]!; i++) {
      if (isPerson(i) && own[i] !== own[sighting]) visit(base + 2 * own[i]! + 1);
    }
  };
}
