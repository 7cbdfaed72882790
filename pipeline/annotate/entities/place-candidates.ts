import { fold } from '../../resources/fold.ts';
import type { City, Gazetteer, Known } from '../../resources/gazetteer.ts';
import { decades } from './elementary.ts';

/** A place that a name may mean. */
export interface Candidate {
  readonly entry: Known;
  /** How likely the bare name means it, in powers of ten of the population. */
  readonly prior: number;
}

/** What a country's or region's own name is worth beside the cities of that name. */
const knownPriors = new Map([
  ['country', 7.5],
  ['state', 7.5],
  ['province', 7.5],
  ['county', 6],
]);
const otherKnown = 6.8;
const capital = 1.2;
const county = 4.5;
/** A county meant by its name without "County". */
const bareCounty = 3.2;

/** Names asked for most lately, by gazetteer; beyond `mostAsked` all are forgotten. */
const asked = new WeakMap<Gazetteer, Map<string, readonly Candidate[]>>();
const mostAsked = 20_000;

function allOf(gazetteer: Gazetteer, form: string): readonly Candidate[] {
  const known = asked.get(gazetteer) ?? new Map<string, readonly Candidate[]>();
  asked.set(gazetteer, known);
  const before = known.get(form);
  if (before) return before;
  const found = [...knownOf(gazetteer, form), ...citiesOf(gazetteer, form), ...countiesOf(gazetteer, form)];
  if (known.size >= mostAsked) known.clear();
  known.set(form, found);
  return found;
}

/** All that a name may mean, inside the larger place that is printed after it. */
export function candidatesOf(gazetteer: Gazetteer, form: string, within: Known | null): readonly Candidate[] {
  const found = allOf(gazetteer, form);
  const isInside = ({ entry }: Candidate): boolean =>
    within === null || (entry.id !== within.id && entry.subtype !== 'country' && lies(entry, within));
  return within === null ? found : found.filter(isInside);
}

const lies = (entry: Known, { country, division, subtype }: Known): boolean =>
  subtype === 'country' || division === null ? entry.country === country : entry.division === division;

/** A country and a division of that name: Georgia. */
export function namesake({ divisions }: Gazetteer, entry: Known): Known[] {
  if (entry.subtype !== 'country') return [entry];
  return [entry, ...[...divisions.values()].filter((d) => d.name === entry.name)];
}

function knownOf(gazetteer: Gazetteer, form: string): Candidate[] {
  const entry = gazetteer.known.get(form);
  if (entry?.type !== 'place') return [];
  const prior = (e: Known): number => knownPriors.get(e.subtype ?? '') ?? otherKnown;
  return namesake(gazetteer, entry).map((e) => ({ entry: e, prior: prior(e) }));
}

function citiesOf(gazetteer: Gazetteer, form: string): Candidate[] {
  const isPlain = /^[ -~]*$/.test(form);
  const forms = [...new Set([form, gazetteer.inFull(form)])];
  const found = forms.flatMap((name) => [...gazetteer.cities.find(name), ...gazetteer.towns.find(name)]);
  return [...new Map(found.map((city) => [city.id, city])).values()]
    .filter((city) => isPlain || city.name.toLowerCase() === form.toLowerCase())
    .map((city) => ({ entry: gazetteer.entryOf(city), prior: priorOf(gazetteer, city) }));
}

const priorOf = (gazetteer: Gazetteer, city: City): number =>
  decades(city.population + 100) + (isCapital(gazetteer, city) ? capital : 0);

function isCapital(gazetteer: Gazetteer, city: City): boolean {
  const seat = gazetteer.capitals.get(gazetteer.entryOf(city).country ?? '');
  return seat !== undefined && fold(city.name).startsWith(seat);
}

function countiesOf({ counties, inFull, entryOfCounty }: Gazetteer, form: string): Candidate[] {
  const asCandidates = (found: readonly City[], prior: number): Candidate[] =>
    found.map((found) => ({ entry: entryOfCounty(found), prior }));
  const named = counties.find(inFull(form));
  if (named.length > 0) return asCandidates(named, county);
  return [...counties.find(`${form} County`), ...counties.find(`${form} Parish`)].flatMap((c) =>
    asCandidates([c], bareCounty),
  );
}
