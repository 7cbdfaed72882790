import { describe, expect, it } from 'vitest';
import { documentOf } from '../../document.ts';

/** Entities of a text as "type name: what refers to it". */
function entitiesOf(text: string): string[] {
  const document = documentOf(text);
  return document.entities.map(({ type, name }, entity) => {
    const mentions = document.mentions.filter((m) => m.entity === entity);
    return `${type} ${name}: ${mentions.map((m) => document.text.slice(m.start, m.end)).join(', ')}`;
  });
}

const entity = (text: string, name: string) => documentOf(text).entities.find((e) => e.name === name);

describe('names of one entity', () => {
  it.each([
    ['Rosa Quintero spoke. Quintero left.', ['person Rosa Quintero: Rosa Quintero, Quintero']],
    ['The US and the United States are the U.S. here.', ['place United States: US, United States, U.S.']],
    ['He told BBC News, and the BBC agreed.', ['organization BBC: BBC News, BBC']],
    [
      'The Guild of Ferry Crews (GFC) struck, and GFC leaders agreed.',
      ['organization Guild of Ferry Crews: Guild of Ferry Crews, GFC, GFC'],
    ],
    [
      'Shares in Corvane Systems fell. Corvane makes pumps.',
      ['organization Corvane Systems: Corvane Systems, Corvane'],
    ],
    ['Shares in Apple Inc. fell. Apple makes phones.', ['organization Apple Inc.: Apple Inc., Apple']],
    [
      'Corvane shares fall\n\nShares in Corvane Systems fell.',
      ['organization Corvane Systems: Corvane, Corvane Systems'],
    ],
    [
      'The United Nations met. Shares in United fell.',
      ['organization United Nations: United Nations', 'organization United: United'],
    ],
    [
      'Shares in Corvane fell. Corvane Systems makes pumps.',
      ['organization Corvane: Corvane', 'organization Corvane Systems: Corvane Systems'],
    ],
    ['The Drava River rose, and the Drava flooded.', ['place Drava River: Drava River, Drava']],
  ])('%s', (text, expected) => expect(entitiesOf(text)).toEqual(expected));

  it('leaves a surname open that two persons have', () => {
    const { mentions, text } = documentOf('Rosa Quintero and Hugo Quintero spoke. Quintero left.');
    expect(mentions.map((m) => [text.slice(m.start, m.end), m.entity])).toEqual([
      ['Rosa Quintero', 0],
      ['Hugo Quintero', 1],
      ['Quintero', null],
    ]);
  });

  it('keeps one word without a gazetteer entry inside its article', () => {
    const ids = ['one', 'two'].map((day) => documentOf(`Mayor Salcedo spoke on day ${day}.`).entities[0]!.entity_id);
    expect(new Set(ids).size).toBe(2);
    const full = ['one', 'two'].map(
      (day) => documentOf(`Mayor Ana Salcedo spoke on day ${day}.`).entities[0]!.entity_id,
    );
    expect(new Set(full).size).toBe(1);
  });
});

describe('names that the words around them decide', () => {
  it.each([
    ['Prime Minister Theresa May spoke in May.', ['person Theresa May: Theresa May']],
    ['They marched in March.', []],
    ['Turkey sent troops. They ate turkey.', ['place Turkey: Turkey']],
    ['Jordan borders Israel.', ['place Jordan: Jordan', 'place Israel: Israel']],
    ['Slovenes left. Slovenian officials stayed.', ['group Slovenian: Slovenes, Slovenian']],
  ])('%s', (text, expected) => expect(entitiesOf(text)).toEqual(expected));

  it('makes no entity of a pronoun', () => {
    expect(entitiesOf('They left, and we stayed. It rained. He said it was late. I slept.')).toEqual([]);
  });

  it('joins the acronym of a body that the lists know', () => {
    expect(entitiesOf('The Organization of American States (OAS) met. OAS envoys left.')).toEqual([
      'organization Organization of American States: Organization of American States, OAS, OAS',
    ]);
  });

  it('gives a people the entry of its country', () => {
    const { entities } = documentOf('Slovenian officials met in Slovenia.');
    expect(entities.map((e) => [e.type, e.gazetteer_id])).toEqual([
      ['group', 'iso3166:SVN'],
      ['place', 'iso3166:SVN'],
    ]);
  });
});

describe('places', () => {
  it.each([
    ['They met in Manta, Ecuador.', 'Manta', 'ECU', 'geonames:3654410'],
    ['They met in Manta. Ecuador agreed.', 'Manta', 'ECU', 'geonames:3654410'],
    ['They met in Springfield, Illinois.', 'Springfield', 'USA', 'geonames:4250542'],
    ['They met in Springfield, Missouri.', 'Springfield', 'USA', 'geonames:4409896'],
    ['They met in Springfield.', 'Springfield', null, null],
    ['They met in Springfield, Illinois, and in Springfield, Missouri.', 'Springfield', null, null],
    ['They met in Lebanon, Ohio.', 'Lebanon', 'USA', 'geonames:4516412'],
    ['They met in Alexandria.', 'Alexandria', 'EGY', 'geonames:361058'],
    ['They met in Alexandria. Virginia agreed.', 'Alexandria', 'USA', 'geonames:4744091'],
    ['They met in Lisbon and then in Amsterdam.', 'Lisbon', 'PRT', 'geonames:2267057'],
    ['Romania, Australia, Chile and Peru agreed.', 'Australia', 'AUS', 'iso3166:AUS'],
    ['They met in London.', 'London', 'GBR', 'geonames:2643743'],
    ['They met in Atlanta, in the U.S. state of Georgia.', 'Georgia', 'USA', 'regions:USA/Georgia'],
    ['Georgia borders Turkey and Armenia, Georgian officials said.', 'Georgia', 'GEO', 'iso3166:GEO'],
    ['Georgia agreed.', 'Georgia', null, null],
    ['Deputies of Edgar County, Illinois, drove from Paris to Chrisman.', 'Paris', 'USA', 'geonames:4246659'],
    ['They met in Paris, then flew to Houston and Dallas.', 'Paris', null, null],
    ['The board met in Lebanon. Ohio and Warren County pay.', 'Warren County', 'USA', 'fips:39165'],
    ['They met in Henry County.', 'Henry County', null, null],
    ['They live in the town of Cottonport, Louisiana.', 'Cottonport', 'USA', 'geonames:4320874'],
    ['They live in the town of Vrelska, Slovenia.', 'Vrelska', 'SVN', null],
  ])('%s', (text, name, country, gazetteer) => {
    const found = entity(text, name);
    expect([found?.country, found?.gazetteer_id]).toEqual([country, gazetteer]);
    expect(found?.latitude === null).toBe(gazetteer === null);
  });

  it('ties a people to its country', () => {
    expect(entity('Some Ecuadorians left.', 'Ecuadorian')).toMatchObject({ type: 'group', country: 'ECU' });
  });
});

/** References other than names as "words → entity". */
function referencesOf(text: string): string[] {
  const document = documentOf(text);
  return document.mentions
    .filter((m) => m.form !== 'name')
    .map((m) => `${document.text.slice(m.start, m.end)} → ${document.entities[m.entity!]!.name}`);
}

describe('descriptions and pronouns', () => {
  it.each([
    ['Rosa Quintero spoke. She said it was late.', ['She → Rosa Quintero']],
    ['Rosa Quintero met Hugo Salas. She said it was late, and he agreed.', ['She → Rosa Quintero', 'he → Hugo Salas']],
    ['Rosa Quintero met Ana Salcedo. She said it was late.', []],
    ['Rosa Quintero spoke. He said it was late.', []],
    ['"He is late," Rosa Quintero said.', []],
    ['Interior Minister Ana Salcedo spoke. The minister left.', ['The minister → Ana Salcedo']],
    ['Interior Minister Ana Salcedo met Foreign Minister Hugo Salas. The minister left.', []],
    ["The Dockers' League struck. The league has members.", ["The league → Dockers' League"]],
    ['Rosa Quintero said she would resign.', ['she → Rosa Quintero']],
    ['Hugo Salas said that he had read the report, and his lawyer agreed.', ['he → Hugo Salas', 'his → Hugo Salas']],
    ['Shares in Corvane Systems fell. The company makes pumps.', ['The company → Corvane Systems']],
    ['Corvane Systems sued Delmar Industries. The company makes pumps.', []],
    ['The company makes pumps.', []],
    ['Shares in Corvane Systems fell. The company commander left.', []],
    ['Mayor Hugo Salas praised himself.', ['himself → Hugo Salas']],
    ['President Hugo Salas spoke. The president left. He smiled.', ['The president → Hugo Salas', 'He → Hugo Salas']],
    ['A woman met Rosa Quintero. She was angry.', []],
    ['Vrelska spoke to Hugo Salas. He left.', []],
    ['The president left.', []],
    ['President Hugo Salas met President Petra Novak. The president left.', []],
    ['The league has members.', []],
  ])('%s', (text, expected) => expect(referencesOf(text)).toEqual(expected));
});

it('prints the role with the mention', () => {
  const { mentions } = documentOf('Former Interior Minister Ana Salcedo met Hugo Salas, a baker.');
  expect(mentions.map((m) => m.role)).toEqual(['Interior Minister', 'baker']);
});
