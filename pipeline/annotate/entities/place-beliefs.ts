import type { Gazetteer, Known } from '../../resources/gazetteer.ts';
import { cosine, decay } from './elementary.ts';
import type { Candidate } from './place-candidates.ts';

/** A name with what it may mean; all names of an article speak for places near one another. */
export interface Guess {
  readonly candidates: readonly Candidate[];
  /** How much it says of the other names, 1 for a place's own name. */
  readonly weight: number;
}

/** Rounds in which what the names may mean is weighed against what the others may. */
const rounds = 4;
/** Natural logarithms of odds in a power of ten of the population. */
const sharpness = 1.6;
/** What an unlisted place of that name is worth, in powers of ten. */
const unlisted = 3.5;
/** What a place loses where the article speaks of other countries than its own. */
const abroad = 0.8;
/** Kilometres within which two entries of one name are one place. */
const spot = 30;
/** Belief that links a name. */
const sure = 0.6;
/** The most that an article's other names add: the country, the division, places near by. */
const most = { country: 1.3, division: 2.4, near: 3 };
/** Kilometres over which nearness fades. */
const reach = 70;

/** The place that each name means, null where several could be or none is likely. */
export function settle(guesses: readonly Guess[], gazetteer: Gazetteer): (Known | null)[] {
  const nodes = guesses.map((guess) => nodeOf(guess));
  for (let round = 0; round < rounds; round++) {
    const field = fieldOf(nodes, gazetteer);
    for (const node of nodes) weigh(node, field, gazetteer);
  }
  return nodes.map(({ guess, beliefs }) => {
    const best = beliefs.indexOf(Math.max(...beliefs));
    return best >= 0 && around(guess, beliefs, best) >= sure ? guess.candidates[best]!.entry : null;
  });
}

/** Belief in a place and those at the same spot: Singapore is a country and a city. */
function around({ candidates }: Guess, beliefs: readonly number[], best: number): number {
  const { entry } = candidates[best]!;
  return beliefs.reduce((sum, belief, i) => {
    const other = candidates[i]!.entry;
    return other.country === entry.country && distance(entry, other) < spot ? sum + belief : sum;
  }, 0);
}

interface Node {
  readonly guess: Guess;
  readonly beliefs: number[];
}

function nodeOf(guess: Guess): Node {
  const { candidates } = guess;
  const node = { guess, beliefs: candidates.map(() => 0) };
  believe(
    node,
    candidates.map(({ prior }) => prior),
  );
  return node;
}

/** Shares belief among the candidates, and a place that no list has. */
function believe({ beliefs }: Node, scores: readonly number[]): void {
  if (scores.length === 0) return;
  const top = Math.max(unlisted, ...scores);
  const odds = scores.map((score) => decay(sharpness * (score - top)));
  const total = odds.reduce((sum, odd) => sum + odd, 0) + decay(sharpness * (unlisted - top));
  for (let i = 0; i < odds.length; i++) beliefs[i] = odds[i]! / total;
}

/** Where the names of an article lie, by belief. */
interface Field {
  readonly countries: Map<string, number>;
  readonly divisions: Map<string, number>;
  /** Places with a point, by square degree. */
  readonly cells: Map<string, { readonly node: Node; readonly entry: Known; readonly mass: number }[]>;
  /** All that countries have. */
  total: number;
}

/** A country speaks for what lies in it; a place in it speaks for the country half as loud. */
function fieldOf(nodes: readonly Node[], gazetteer: Gazetteer): Field {
  const field: Field = { countries: new Map(), divisions: new Map(), cells: new Map(), total: 0 };
  for (const node of nodes) {
    node.guess.candidates.forEach(({ entry }, i) => {
      const mass = node.beliefs[i]! * node.guess.weight;
      if (mass < 0.01) return;
      add(field.countries, entry.country, mass * shareOfCountry(entry));
      if (entry.country !== null) field.total += mass * shareOfCountry(entry);
      add(field.divisions, entry.division, mass * shareOfDivision(entry, gazetteer));
      if (!isPoint(entry)) return;
      const loud = loudness(node.beliefs[i]!) * node.guess.weight;
      const key = cellOf(entry, 0, 0);
      const cell = field.cells.get(key);
      if (cell) cell.push({ node, entry, mass: loud });
      else field.cells.set(key, [{ node, entry, mass: loud }]);
    });
  }
  return field;
}

const add = (map: Map<string, number>, key: string | null, mass: number): void => {
  if (key !== null) map.set(key, (map.get(key) ?? 0) + mass);
};
const shareOfCountry = (entry: Known): number => (entry.subtype === 'country' || entry.type === 'group' ? 1 : 0.5);
const shareOfDivision = (entry: Known, { divisions }: Gazetteer): number =>
  divisions.get(entry.division ?? '') === entry ? 1 : 0.5;
const isPoint = ({ subtype }: Known): boolean => subtype === 'city' || subtype === 'county';
const cellOf = ({ latitude, longitude }: Known, up: number, right: number): string =>
  `${Math.floor(latitude!) + up} ${Math.floor(longitude!) + right}`;

/** Two unlikely places near each other make each other likely: a belief speaks to what is near by its 3/8th power. */
function loudness(belief: number): number {
  const fourth = Math.sqrt(Math.sqrt(belief));
  return fourth * Math.sqrt(fourth);
}

function weigh(node: Node, field: Field, gazetteer: Gazetteer): void {
  const own = fieldOf([node], gazetteer);
  const others = (of: 'countries' | 'divisions', key: string | null): number =>
    key === null ? 0 : (field[of].get(key) ?? 0) - (own[of].get(key) ?? 0);
  const scores = node.guess.candidates.map(({ entry, prior }) => {
    const inCountry = others('countries', entry.country);
    const near = isPoint(entry) ? nearness(node, entry, field) : 0;
    const inDivision = entry.subtype === 'country' ? inCountry : others('divisions', entry.division);
    const elsewhere = abroad * full(field.total - own.total - inCountry) * (1 - full(4 * inCountry));
    return (
      prior - elsewhere + most.country * full(inCountry) + most.division * full(inDivision) + most.near * full(near)
    );
  });
  believe(node, scores);
}

/** From 0 towards 1: the tenth place near by says little that the first did not. */
const full = (mass: number): number => 1 - decay(-mass);

/** Places of other names near by, each by its belief and its distance. */
function nearness(node: Node, entry: Known, { cells }: Field): number {
  let sum = 0;
  for (let up = -1; up <= 1; up++) {
    for (let right = -1; right <= 1; right++) {
      for (const other of cells.get(cellOf(entry, up, right)) ?? []) {
        if (other.node !== node) sum += other.mass * decay(-distance(entry, other.entry) / reach);
      }
    }
  }
  return sum;
}

/** Kilometres between places that are near each other. */
function distance(a: Known, b: Known): number {
  const north = 111 * (a.latitude! - b.latitude!);
  const east = 111 * (a.longitude! - b.longitude!) * cosine(a.latitude!);
  return Math.sqrt(north * north + east * east);
}
