import { describe, expect, it } from 'vitest';
import { resources } from '../document.ts';

const { known, cities, countries, divisions } = resources().gazetteer;

describe('known names', () => {
  it.each([
    ['U.S.', 'place', 'iso3166:USA'],
    ['US', 'place', 'iso3166:USA'],
    ['Ecuadorians', 'group', 'iso3166:ECU'],
    ['BBC News', 'organization', 'organizations:BBC'],
    ['Brasil', 'place', 'iso3166:BRA'],
  ])('%s', (form, type, id) => expect(known.get(form)).toMatchObject({ type, id }));

  it.each(['us', 'Us', 'who', 'Who', 'it'])('tells capitals from words: %s', (form) =>
    expect(known.get(form)).toBeUndefined(),
  );
});

describe('cities', () => {
  it.each([
    ['Maribor', 'SI', 3195506],
    ['MARIBOR', 'SI', 3195506],
    ['New York', 'US', 5128581],
    ['Washington', 'US', 4140963],
    ['Santa Cruz', 'BO', 3904906],
  ])('%s', (name, country, id) => expect(cities.find(name)[0]).toMatchObject({ country, id }));

  it('are found first, last and not at all', () => {
    expect(cities.find('Vrelska')).toEqual([]);
    expect(cities.find('')).toEqual([]);
    expect(cities.find('\u{10ffff}')).toEqual([]);
  });

  it('lie in a known country', () => {
    for (const name of ['Paris', 'San Juan', 'Victoria', 'Santiago']) {
      for (const city of cities.find(name)) {
        expect(resources().gazetteer.entryOf(city).country, `${city.name} ${city.division}`).not.toBeNull();
      }
    }
  });
});

it('places every country and division on the globe', () => {
  for (const { name, latitude, longitude } of [...countries.values(), ...divisions.values()]) {
    expect(Math.abs(latitude ?? Number.NaN), name).toBeLessThanOrEqual(90);
    expect(Math.abs(longitude ?? Number.NaN), name).toBeLessThanOrEqual(180);
  }
});
