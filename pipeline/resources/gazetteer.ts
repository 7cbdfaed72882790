import type { EntityType } from '#schemas/vocabulary.ts';
import { type City, type CityIndex, readCities, readTowns } from './cities.ts';
import { fold, PhraseIndex } from './fold.ts';
import type { ReadResource } from './index.ts';
import { entriesOf, valuesOf } from './lexicon.ts';
import { readSurnames, type Surnames } from './surnames.ts';

export type { City } from './cities.ts';

/** A country, region, people or organization that a gazetteer or lexicon knows. */
export interface Known {
  readonly type: EntityType;
  readonly name: string;
  readonly subtype: string | null;
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null;
  /** Key of a first-level division as cities name it (`US.CA`), for regions that are one. */
  readonly division: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly id: string;
}

/** Names with what they stand for. */
export interface Gazetteer {
  readonly known: PhraseIndex<Known>;
  readonly cities: CityIndex;
  /** Towns and parts of cities that are places only where something else says that the name is a place's. */
  readonly towns: CityIndex;
  /** Counties by their full name ("Cook County"). */
  readonly counties: CityIndex;
  /** Countries by alpha-3. */
  readonly countries: ReadonlyMap<string, Known>;
  /** Capitals by the country's alpha-3, folded. */
  readonly capitals: ReadonlyMap<string, string>;
  /** First-level divisions by their key and by postal code (`US.CA`). */
  readonly divisions: ReadonlyMap<string, Known>;
  /** The name with its short words in full: "St. Kitts" as "Saint Kitts". */
  inFull(name: string): string;
  /** Given names, folded, with the gender that lists agree on. */
  readonly givenNames: ReadonlyMap<string, 'm' | 'f' | null>;
  readonly surnames: Surnames;
  /** The place that a city is, as an entry. */
  entryOf(city: City): Known;
  /** The place that a county is, as an entry. */
  entryOfCounty(county: City): Known;
}

/** Parses gazetteers and the lists of countries, regions, peoples and organizations. */
export function readGazetteer(read: ReadResource): Gazetteer {
  const known = new PhraseIndex<Known>();
  const countries = new Map<string, Known>();
  const capitals = new Map<string, string>();
  const alpha3 = new Map<string, string>();
  for (const cells of entriesOf(read('lexicons/countries.txt'))) {
    const [code, alpha2, latitude, longitude, name, aliases, capital, demonyms] = cells as [string, ...string[]];
    const id = `iso3166:${code}`;
    const place = { latitude: Number(latitude), longitude: Number(longitude) };
    const entry: Known = {
      type: 'place',
      name: name!,
      subtype: 'country',
      country: code,
      division: null,
      ...place,
      id,
    };
    countries.set(code, entry);
    if (capital) capitals.set(code, fold(capital));
    alpha3.set(alpha2!, code);
    for (const form of [name!, ...valuesOf(aliases)]) known.add(form, entry);
    addPeople(known, valuesOf(demonyms).flatMap(withPlural), { subtype: 'nationality', country: code, id });
  }
  const divisions = readRegions(read, known, alpha3);
  for (const [name, aliases, subtype, country] of entriesOf(read('lexicons/groups.txt'))) {
    addPeople(known, [name!, ...valuesOf(aliases)], {
      subtype: subtype!,
      country: country || null,
      id: `groups:${name}`,
    });
  }
  for (const [name, aliases, subtype, country] of entriesOf(read('lexicons/organizations.txt'))) {
    const entry: Known = {
      ...{ type: 'organization', name: name!, subtype: subtype!, country: country || null, division: null },
      ...{ latitude: null, longitude: null, id: `organizations:${name}` },
    };
    for (const form of [name!, ...valuesOf(aliases)]) known.add(form, entry);
  }
  const givenNames = new Map<string, 'm' | 'f' | null>();
  for (const [name, gender] of entriesOf(read('gazetteers/given-names.txt'))) {
    givenNames.set(name!, gender === 'm' || gender === 'f' ? gender : null);
  }
  const cities = readCities(read);
  const asPlace = (city: City, subtype: string, id: string): Known => ({
    ...{ type: 'place', name: city.name, subtype, country: alpha3.get(city.country) ?? null },
    ...{ division: city.division, latitude: city.latitude, longitude: city.longitude, id },
  });
  const entryOf = (city: City): Known => asPlace(city, 'city', `geonames:${city.id}`);
  const entryOfCounty = (county: City): Known =>
    asPlace(county, 'county', `fips:${String(county.id).padStart(5, '0')}`);
  const smaller = readTowns(read);
  const full = new Map(entriesOf(read('lexicons/place-abbreviations.txt')).map(([short, word]) => [short!, word!]));
  const inFull = (name: string): string =>
    name.replace(/\p{L}+\.?/gu, (word) => full.get(word.replace('.', '')) ?? word);
  const surnames = readSurnames(read);
  return {
    ...{ known, cities, ...smaller, countries, capitals, divisions, inFull },
    ...{ givenNames, surnames, entryOf, entryOfCounty },
  };
}

function readRegions(
  read: ReadResource,
  known: PhraseIndex<Known>,
  alpha3: ReadonlyMap<string, string>,
): Map<string, Known> {
  const alpha2 = new Map([...alpha3].map(([two, three]) => [three, two]));
  const divisions = new Map<string, Known>();
  for (const cells of entriesOf(read('lexicons/regions.txt'))) {
    const [name, aliases, subtype, country, code, latitude, longitude] = cells;
    const division = code ? `${alpha2.get(country!)}.${code}` : null;
    const place = { latitude: Number(latitude), longitude: Number(longitude) };
    const id = `regions:${country || 'world'}/${name}`;
    const entry: Known = {
      ...{ type: 'place', name: name!, subtype: subtype!, country: country || null, division, ...place, id },
    };
    if (division !== null && !divisions.has(division)) divisions.set(division, entry);
    for (const form of [name!, ...valuesOf(aliases)]) if (!known.get(form)) known.add(form, entry);
  }
  return divisions;
}

function addPeople(known: PhraseIndex<Known>, forms: string[], rest: Pick<Known, 'subtype' | 'country' | 'id'>): void {
  const [name] = forms;
  if (name === undefined) return;
  const entry: Known = { type: 'group', name, division: null, latitude: null, longitude: null, ...rest };
  for (const form of forms) if (!known.get(form)) known.add(form, entry);
}

/** "Peruvian", "Peruvians"; words in -ese, -sh, -ch, -ss have no plural of their own. */
const withPlural = (form: string): string[] => (/(?:ese|sh|ch|ss|s|men)$/.test(form) ? [form] : [form, `${form}s`]);
