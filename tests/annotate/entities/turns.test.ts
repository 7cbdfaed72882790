import { describe, expect, it } from 'vitest';
import { quotationsExtractor } from '#pipeline/extract/quotations.ts';
import { documentOf, resources } from '../../document.ts';

/** Speakers of the quotations whose subject is a pronoun; "-" where nobody is named. */
function speakersOf(text: string): string[] {
  const rows = [...quotationsExtractor.find(documentOf(text), resources())].map(({ row }) => row);
  return rows.filter((row) => row.speaker_basis === 'pronoun').map((row) => String(row.speaker ?? '-'));
}

describe('whom "he said" means', () => {
  it.each([
    ['Ana Kovač said the dam would hold. “It was built well,” she added.', 'Ana Kovač'],
    ['“It will hold,” said Ana Kovač, the mayor of Ruše. She also said pumps had arrived.', 'Ana Kovač'],
    ['According to engineer Ana Kovač, the dam is safe. She said it was checked in May.', 'Ana Kovač'],
    ['The head of the river police, Ana Kovač, closed the road. She said nobody was hurt.', 'Ana Kovač'],
    ['The dam was checked by Ana Kovač who found a crack. “It was small,” she said.', 'Ana Kovač'],
    ['Ana Kovač blamed Rosa Quintero for the delay. She said the council had been warned.', 'Ana Kovač'],
    ['While Rosa Quintero praised the plan, Ana Kovač opposed it. She said it would fail.', 'Ana Kovač'],
    ['Ana Kovač backed Rosa Quintero’s view that the dam is old. “It leaks,” she said.', 'Ana Kovač'],
    ['Ana Kovač spoke of taxes. This is the budget that Rosa Quintero must defend, she said.', 'Ana Kovač'],
    ['Ana Kovač closed with a plea for trust: “It will hold,” she said.', 'Ana Kovač'],
    [
      'Rosa Quintero left. “Many left,” the mayor Ana Kovač said. Some of the engineers were tired, she added.',
      'Ana Kovač',
    ],
    ['Ana Kovač, 39, came by bus on Friday with a flag. “I want to be heard,” she said.', 'Ana Kovač'],
    ['In her speech on Monday, Ana Kovač went on to praise the crews. She said they had saved lives.', 'Ana Kovač'],
  ])('%s', (text, speaker) => expect(speakersOf(text).at(-1)).toBe(speaker));
});

describe('somebody without an entity', () => {
  it.each([
    ['The mayor’s spokeswoman said the road was open. She added that buses run again.', 'The mayor’s spokeswoman'],
    [
      'The archbishop of Maribor wrote to all parties. In the letter, he called on them to talk.',
      'The archbishop of Maribor',
    ],
  ])('%s', (text, speaker) => expect(speakersOf(text).at(-1)).toBe(speaker));
});

describe('nobody, where more than one may be meant', () => {
  it.each([
    'Rosa Quintero met Ana Salcedo. She said it was late.',
    'Ana Kovač said the dam was old and Rosa Quintero said it was new. She added that pumps would be needed.',
    'Ana Kovač and Rosa Quintero closed the dam. She said pumps would be needed.',
    'Ana Kovač closed the dam. One of the engineers opened it. She said it was safe.',
    'Ana Kovač closed the dam. One diver, who asked not to be named, complained of the noise. She said she had lost a week.',
    'Hugo Salas closed the dam. She said it was safe.',
    'The Corvane Razor was typical of cars in May. She said it sold well.',
  ])('%s', (text) => expect(speakersOf(text).at(-1)).toBe('-'));
});

describe('whom "it said" and "they said" mean', () => {
  it.each([
    ['The Harbour Union said wages were falling. It added that a strike was near.', 'Harbour Union'],
    ['The committee said the dam was unsafe. It blamed the ministry for the delay.', 'The committee'],
    ['Most roads are open, according to a report by engineers. It said two bridges are closed.', 'a report'],
    ['Corvane Systems sold its pumps last year. In May it warned of a loss.', 'Corvane Systems'],
    ['Many of the ships were old, the report said. It asked whether they were safe.', 'the report'],
    ['Two engineers said the wall was cracked. They added that nobody had looked.', 'Two engineers'],
    [
      'Ana Kovač and Ben Novak said the wall was cracked. They added that nobody had looked.',
      'Ana Kovač and Ben Novak',
    ],
    ['Police said the road was closed. They said nobody was hurt.', 'Police'],
  ])('%s', (text, speaker) => expect(speakersOf(text).at(-1)).toBe(speaker));
  it.each([
    'The Harbour Union said the Ferry Guild had left. Ana Kovač said it was late. It added that a strike was near.',
    'The Harbour Union said it was late and the Ferry Guild said it was early. It added that a strike was near.',
    'Residents left the town. The Harbour Union carried out a survey. They said the road was closed.',
    'The plan failed in May. It said nothing of the cost, but that the road was closed.',
  ])('nobody: %s', (text) => expect(speakersOf(text).at(-1) ?? '-').toBe('-'));
});

it('a deputy does not answer to the office', () =>
  expect(
    speakersOf('The shadow chancellor, Hugo Salas, left. The chancellor promised a cut. He said it was time.').at(-1),
  ).toBe('The chancellor'));
