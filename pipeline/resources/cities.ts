import { fold } from './fold.ts';
import type { ReadResource } from './index.ts';
import { entriesOf } from './lexicon.ts';

/** A populated place of GeoNames. */
export interface City {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Country and first-level code: `US.CA`. */
  readonly division: string;
  readonly population: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly id: number;
}

/** Cities by name. */
export interface CityIndex {
  /** Cities of that name, most populous first; case and diacritics do not count. */
  find(name: string): readonly City[];
}

/** Finds cities in `gazetteers/cities.txt`, by their own names and by those of `lexicons/city-aliases.txt`. */
export function readCities(read: ReadResource): CityIndex {
  const exact = readPlaces(read, 'cities');
  const aliased = new Map<string, readonly City[]>();
  for (const [alias, name, country] of entriesOf(read('lexicons/city-aliases.txt'))) {
    const cities = exact(name!).filter((c) => c.country === country);
    aliased.set(fold(alias!), [...exact(alias!), ...cities].sort(byPopulation));
  }
  return { find: remembered((name) => aliased.get(fold(name)) ?? [...exact(name)].sort(byPopulation)) };
}

/** Finds what is too small for `readCities`: towns and parts of cities in `towns.txt`, counties in `counties.txt`. */
export function readTowns(read: ReadResource): { towns: CityIndex; counties: CityIndex } {
  const towns = readPlaces(read, 'towns');
  const counties = readPlaces(read, 'counties');
  return { towns: { find: remembered(towns) }, counties: { find: remembered(counties) } };
}

/** Places of a gazetteer that is sorted by folded name: a line is parsed when it is asked for. */
function readPlaces(read: ReadResource, file: string): CityIndex['find'] {
  const text = new TextDecoder().decode(read(`gazetteers/${file}.txt`));
  const keyAt = keysOf(text);
  return (name) => {
    const key = fold(name);
    const cities: City[] = [];
    for (let at = firstLine(text, keyAt, key); at < text.length; at = text.indexOf('\n', at) + 1) {
      if (keyAt(at) !== key) break;
      cities.push(cityAt(text, at));
    }
    return cities;
  };
}

function remembered(find: CityIndex['find']): CityIndex['find'] {
  const asked = new Map<string, readonly City[]>();
  return (name) => {
    const known = asked.get(name);
    if (known) return known;
    const cities = find(name);
    if (asked.size >= mostAsked) asked.clear();
    asked.set(name, cities);
    return cities;
  };
}

/** Answers that are kept; beyond that all are forgotten, so that memory stays bounded. */
const mostAsked = 10_000;

/** Offset of the first line whose key is not below `key`. */
function firstLine(text: string, keyAt: (line: number) => string, key: string): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = text.lastIndexOf('\n', (low + high - 1) >> 1) + 1;
    const line = Math.max(middle, low);
    if (keyAt(line) < key) low = text.indexOf('\n', line) + 1;
    else high = line;
  }
  return low;
}

/** Folded name of the line at an offset; those that every search passes are kept. */
function keysOf(text: string): (line: number) => string {
  const passed = new Map<number, string>();
  return (line) => {
    const known = passed.get(line);
    if (known !== undefined) return known;
    const key = fold(text.slice(line, text.indexOf('\t', line)));
    if (passed.size < mostPassed) passed.set(line, key);
    return key;
  };
}

/** About the lines of the first twelve steps of a search. */
const mostPassed = 5_000;

function cityAt(text: string, line: number): City {
  const [name, division, hundreds, latitude, longitude, id] = text.slice(line, text.indexOf('\n', line)).split('\t');
  const place = { latitude: Number(latitude), longitude: Number(longitude), id: Number(id) };
  return {
    name: name!,
    country: division!.slice(0, 2),
    division: division!,
    population: Number(hundreds) * 100,
    ...place,
  };
}

const byPopulation = (a: City, b: City): number => b.population - a.population || a.id - b.id;
