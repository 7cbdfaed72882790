import { describe, expect, it } from 'vitest';
import { documentOf } from '../../document.ts';

/** Names of a text as "type: words". */
const namesOf = (text: string): string[] => {
  const document = documentOf(text);
  return document.names.map(({ type, start, end }) => `${type}: ${document.text.slice(start, end)}`);
};

describe('persons', () => {
  it.each([
    ['The talks began after President Rosa Quintero arrived.', ['person: Rosa Quintero']],
    ['Gen. Arturo Belmonte refused.', ['person: Arturo Belmonte']],
    ["Peru's Interior Minister Ana Salcedo resigned.", ['place: Peru', 'person: Ana Salcedo']],
    ['Peruvian President Ana Salcedo resigned.', ['group: Peruvian', 'person: Ana Salcedo']],
    ['The rest was said by coach Helga Wirth.', ['person: Helga Wirth']],
    ['Wilbur Otterson, 71, lost his boat.', ['person: Wilbur Otterson']],
    ['Zdrilko Vantec, a baker, lost his shop.', ['person: Zdrilko Vantec']],
    ['The rules were read by Minister of Education Stefania Rossi.', ['person: Stefania Rossi']],
    ['Then James T. Hollis spoke.', ['person: James T. Hollis']],
    ['The former Chief Operating Officer, Tom Baker, left.', ['person: Tom Baker']],
    ['Luca de la Vega sang.', ['person: Luca de la Vega']],
  ])('%s', (text, expected) => expect(namesOf(text)).toEqual(expected));

  it('know the surname once the full name has been printed', () => {
    expect(namesOf("Petra Hribar spoke first. Few believed Hribar's story.")).toEqual([
      'person: Petra Hribar',
      'person: Hribar',
    ]);
  });
});

it('no name goes on in the next paragraph', () => {
  expect(namesOf('Shares of Calder Systems\n\n, Inc. was the heading.')).not.toContain(
    'organization: Calder Systems\n\n, Inc.',
  );
});

describe('a surname that is a place too', () => {
  const opening = 'Michael Jordan opened a school in Amman.';
  it.each([
    ['The kingdom of Jordan paid for it.', ['place: Jordan']],
    ['Jordan told reporters that it was late.', ['person: Jordan']],
    ['Jordan, 60, told reporters that it was late.', []],
  ])('is what its surroundings firmly say, or nothing: %s', (text, expected) => {
    expect(namesOf(`${opening} ${text}`)).toEqual(['person: Michael Jordan', 'place: Amman', ...expected]);
  });

  it('goes with the given name of a borough', () => {
    expect(namesOf('“It is over,” Brooklyn Beckham said.')).toEqual(['person: Brooklyn Beckham']);
  });
});

describe('one word alone', () => {
  it.each([
    ['We heard that Maria and Hennessy had left.', ['person: Maria', 'person: Hennessy']],
    ['At first Rebecca refused.', ['person: Rebecca']],
    ['Later Brixcell told the court that it had paid.', []],
  ])('is a person where a list of names agrees: %s', (text, expected) => expect(namesOf(text)).toEqual(expected));

  it.each([
    ['Tkachuk said he would appeal.', ['person: Tkachuk']],
    ['Police said Mbekwe was arrested on Friday.', ['person: Mbekwe']],
    ['Two people died in Kastrelos on Monday.', ['place: Kastrelos']],
    ['The union at Velmora said no.', []],
    ['Shares of Apple rose.', ['organization: Apple']],
  ])('needs no list where the model is nearly certain: %s', (text, expected) =>
    expect(namesOf(text)).toEqual(expected),
  );

  it('need not be: in a list of people every word has a capital', () => {
    const text = 'Owen Hartley (Leeds), Pierre Dumont (Lyon), Marco Bianchi (Parma), Stefan Keller (Basel).';
    const persons = ['Owen Hartley', 'Pierre Dumont', 'Marco Bianchi', 'Stefan Keller'];
    expect(namesOf(text)).toEqual(expect.arrayContaining(persons.map((name) => `person: ${name}`)));
  });
});

describe('organizations', () => {
  it.each([
    ['The Ministry of Health and Sport agreed.', ['organization: Ministry of Health and Sport']],
    ['The Slovenian Environment Agency agreed.', ['organization: Slovenian Environment Agency']],
    ['It was run by the aid group Open Doors.', ['organization: Open Doors']],
    ["The Dockers' League (DKL) struck.", ["organization: Dockers' League", 'organization: DKL']],
    ['Shares in Corvane Systems fell.', ['organization: Corvane Systems']],
    ['He told BBC News so.', ['organization: BBC News']],
    ['It will wear the livery of Qatar Airways next year.', ['organization: Qatar Airways']],
    ['The Zeeland Universiteit agreed.', ['organization: Zeeland Universiteit']],
    ['Marlow Kent Inc. closed.', ['organization: Marlow Kent Inc.']],
    ['The grid operator, Elektra Nord, closed.', ['organization: Elektra Nord']],
    [
      'The Slovenian Seismic Office, known as ARSO, closed.',
      ['organization: Slovenian Seismic Office', 'organization: ARSO'],
    ],
  ])('%s', (text, expected) => expect(namesOf(text)).toEqual(expected));

  it('know the outlet that published the article', () => {
    const { names } = documentOf('She told Northpost that it rained.', { publisher: 'Northpost' });
    expect(names.map(({ type, basis }) => [type, basis])).toEqual([['organization', 'document']]);
  });
});

it.each([
  ['They passed the Clean Rivers Act.', ['other: Clean Rivers Act']],
  ['They won the European Championship again.', ['other: European Championship']],
  ['She won the Selma Prize in May.', ['other: Selma Prize']],
])('laws and prizes: %s', (text, expected) => expect(namesOf(text)).toEqual(expected));

describe('places and peoples', () => {
  it.each([
    ['Rain fell in Ecuador and the U.S. on Monday.', ['place: Ecuador', 'place: U.S.']],
    ['Rain fell in the town of Vrelska.', ['place: Vrelska']],
    ['The Drava River rose.', ['place: Drava River']],
    ['They live in Manta, Ecuador.', ['place: Manta', 'place: Ecuador']],
    ['Some Mexicans and Venezuelan sailors left.', ['group: Mexicans', 'group: Venezuelan']],
    ['They lived in South Vietnam then.', ['place: South Vietnam']],
  ])('%s', (text, expected) => expect(namesOf(text)).toEqual(expected));
});

describe('what depends on context', () => {
  it.each([
    ['Talks in Jordan went on.', ['place: Jordan']],
    ['Jordan Whitaker said so.', ['person: Jordan Whitaker']],
    ['They met in Turkey in May.', ['place: Turkey']],
    ['Then Prime Minister Theresa May spoke.', ['person: Theresa May']],
    ['Police in Reading, England, agreed.', ['place: Reading', 'place: England']],
    ['Reading the report took hours.', []],
    ['Nice weather helped.', []],
    ['The court in Georgia ruled.', ['place: Georgia']],
    ['US soldiers helped us.', ['place: US']],
    ['Tell us who was there.', []],
  ])('%s', (text, expected) => expect(namesOf(text)).toEqual(expected));

  it('a sentence of many names is no headline: its verb is in lower case', () => {
    const text = 'Peruvian President Ana Salcedo met UK Prime Minister Hugo Salas in London.';
    expect(namesOf(text)).toEqual([
      'group: Peruvian',
      'person: Ana Salcedo',
      'place: UK',
      'person: Hugo Salas',
      'place: London',
    ]);
  });

  it('a headline in title case names only what is known or stands in the body', () => {
    const text = 'Ecuador Calls for International Military Support in Drug War\n\nRain fell on Monday.\n';
    expect(namesOf(text)).toEqual(['place: Ecuador']);
  });
});
