import { describe, expect, it } from 'vitest';
import { documentOf } from '../document.ts';

/** Affiliations as [quote, person, role, organization's words, former]. */
function affiliationsOf(text: string): unknown[] {
  const { affiliations, mentions, entities, text: all } = documentOf(text);
  return affiliations.map(({ start, end, person, role, organization, isFormer }) => {
    const owner = organization === null ? null : mentions[organization]!;
    const holder = entities[mentions[person]!.entity!]!.name;
    return [all.slice(start, end), holder, role, owner && all.slice(owner.start, owner.end), isFormer];
  });
}

describe('roles before the name', () => {
  it.each([
    ['Peruvian President Ana Salcedo left.', 'Peruvian President Ana Salcedo', 'President', 'Peruvian', false],
    ['President Ana Salcedo left.', 'President Ana Salcedo', 'President', null, false],
    ["Peru's President Ana Salcedo left.", "Peru's President Ana Salcedo", 'President', 'Peru', false],
    ['The former U.S. President Ana Salcedo left.', 'former U.S. President Ana Salcedo', 'President', 'U.S.', true],
    ['US President Ana Salcedo left.', 'US President Ana Salcedo', 'President', 'US', false],
    ['Interior Minister Ana Salcedo left.', 'Interior Minister Ana Salcedo', 'Interior Minister', null, false],
    ['Gen. Ana Salcedo left.', 'Gen. Ana Salcedo', 'General', null, false],
    ['Dean Ana Salcedo left.', 'Dean Ana Salcedo', 'Dean', null, false],
    [
      'The chief operating officer Ana Salcedo left.',
      'chief operating officer Ana Salcedo',
      'chief operating officer',
      null,
      false,
    ],
    [
      'Its new deputy managing director Ana Salcedo left.',
      'deputy managing director Ana Salcedo',
      'deputy managing director',
      null,
      false,
    ],
  ])('%s', (text, quote, role, organization, former) =>
    expect(affiliationsOf(text)).toEqual([[quote, 'Ana Salcedo', role, organization, former]]),
  );
});

describe('roles round the name', () => {
  it.each([
    ['Senator Ana Salcedo of Ohio left.', 'Senator Ana Salcedo of Ohio', 'Senator', 'Ohio', false],
    [
      'Prof. Ana Salcedo of the University of Lima led it.',
      'Prof. Ana Salcedo of the University of Lima',
      'Professor',
      'University of Lima',
      false,
    ],
    ['The governor of Texas, Ana Salcedo, signed it.', 'governor of Texas, Ana Salcedo', 'governor', 'Texas', false],
    ['The former mayor of Lima, Ana Salcedo, signed it.', 'former mayor of Lima, Ana Salcedo', 'mayor', 'Lima', true],
    [
      'Ana Salcedo became head of the World Bank in 2021.',
      'Ana Salcedo became head of the World Bank',
      'head',
      'World Bank',
      false,
    ],
    [
      'Ana Salcedo was named director of Unicef.',
      'Ana Salcedo was named director of Unicef',
      'director',
      'Unicef',
      false,
    ],
    ['Ana Salcedo is a lawyer in Lima.', 'Ana Salcedo is a lawyer', 'lawyer', null, false],
  ])('%s', (text, quote, role, organization, former) =>
    expect(affiliationsOf(text)).toEqual([[quote, 'Ana Salcedo', role, organization, former]]),
  );

  it('gives “its” to the one organization that the sentence has named', () => {
    const text = 'Hugo Salas, chairman of the World Bank, and Ana Salcedo, its chief economist, spoke.';
    expect(affiliationsOf(text)).toEqual([
      ['Hugo Salas, chairman of the World Bank', 'Hugo Salas', 'chairman', 'World Bank', false],
      ['Ana Salcedo, its chief economist', 'Ana Salcedo', 'chief economist', 'World Bank', false],
    ]);
  });

  it('gives “its” to nobody where the sentence names two', () => {
    const text = 'Unicef met the World Bank, and Ana Salcedo, its chief economist, spoke.';
    expect(affiliationsOf(text)).toEqual([
      ['Ana Salcedo, its chief economist', 'Ana Salcedo', 'chief economist', null, false],
    ]);
  });
});

describe('roles after the name', () => {
  it.each([
    [
      'Hugo Salas, Founder of the private security firm Blackwater, left.',
      'Hugo Salas, Founder of the private security firm Blackwater',
      'Founder',
      'Blackwater',
      false,
    ],
    [
      'Hugo Salas, director of the aid group Open Doors, left.',
      'Hugo Salas, director of the aid group Open Doors',
      'director',
      'Open Doors',
      false,
    ],
    ['Hugo Salas, a former mayor, left.', 'Hugo Salas, a former mayor', 'mayor', null, true],
    ['Hugo Salas, a baker, left.', 'Hugo Salas, a baker', 'baker', null, false],
  ])('%s', (text, quote, role, organization, former) =>
    expect(affiliationsOf(text)).toEqual([[quote, 'Hugo Salas', role, organization, former]]),
  );

  it("takes a possessor for the organization where it is certain who that is: the league's president", () => {
    const text = "The Dockers' League struck. Hugo Salas, the league's president, spoke.";
    expect(affiliationsOf(text)).toEqual([
      ["Hugo Salas, the league's president", 'Hugo Salas', 'president', 'the league', false],
    ]);
  });
});

describe('no affiliation', () => {
  it.each([
    'Ana Salcedo is not the mayor of Lima.',
    'Ana Salcedo was the talk of the mayor.',
    'Ana Salcedo will become head of the World Bank.',
    'The people of Texas, Ana Salcedo said, voted.',
    'In Texas, Ana Salcedo, 45, voted.',
    'Mr. Hugo Salas left.',
    'His wife Ana Salcedo left.',
    'Ana Salcedo left.',
    'Ana Salcedo, who left, wrote.',
  ])('%s', (text) => expect(affiliationsOf(text)).toEqual([]));
});

describe('roles that another word makes another', () => {
  it.each([
    [
      'Shadow foreign secretary Ana Salcedo objected.',
      'Shadow foreign secretary Ana Salcedo',
      'Shadow foreign secretary',
      null,
      false,
    ],
    [
      'Shadow Constitutional Affairs Secretary Ana Salcedo objected.',
      'Shadow Constitutional Affairs Secretary Ana Salcedo',
      'Shadow Constitutional Affairs Secretary',
      null,
      false,
    ],
    [
      '“No,” said Ana Salcedo, assistant US attorney general.',
      'Ana Salcedo, assistant US attorney general',
      'assistant attorney general',
      'US',
      false,
    ],
    ['Managing director Ana Salcedo left.', 'Managing director Ana Salcedo', 'Managing director', null, false],
    [
      'Siemens and its former chief executive Ana Salcedo were fined.',
      'its former chief executive Ana Salcedo',
      'chief executive',
      'Siemens',
      true,
    ],
    [
      'Ana Salcedo, an analyst with Varley Brothers, agreed.',
      'Ana Salcedo, an analyst with Varley Brothers',
      'analyst',
      'Varley Brothers',
      false,
    ],
  ])('%s', (text, quote, role, organization, former) =>
    expect(affiliationsOf(text)).toEqual([[quote, 'Ana Salcedo', role, organization, former]]),
  );

  it.each([
    ['It was signed by Culture, Media and Sport Secretary Ana Salcedo.', 'Culture, Media and Sport Secretary', null],
    ['It was signed by Hugo Salas and Foreign Secretary Ana Salcedo.', 'Foreign Secretary', null],
    ['“No,” said Ana Salcedo, a Lima-based analyst.', 'analyst', null],
    ['They hired the four-legged dancer Ana Salcedo.', 'dancer', null],
    [
      "It was led by Ana Salcedo, director general of Peru's Confederation of Industry.",
      'director general',
      'Confederation of Industry',
    ],
    ['Former Unicef media chief Ana Salcedo left.', 'media chief', 'Unicef'],
  ])('%s', (text, role, organization) => {
    expect(affiliationsOf(text)).toMatchObject([
      [expect.any(String), 'Ana Salcedo', role, organization, expect.any(Boolean)],
    ]);
  });

  it.each([
    ['Ana Salcedo, director of the University of Lima venue, agreed.', 'director'],
    ['Calder vice president Ana Salcedo left.', 'vice president'],
  ])('no organization: %s', (text, role) => {
    expect(affiliationsOf(text)).toMatchObject([[expect.any(String), 'Ana Salcedo', role, null, false]]);
  });
});

it('takes a kind of work that is a given name for one before a surname', () => {
  const text = 'The decathlete Dean Holloway left.';
  expect(affiliationsOf(text)).toEqual([]);
  expect(documentOf(text).entities.map(({ name }) => name)).toEqual(['Dean Holloway']);
});
