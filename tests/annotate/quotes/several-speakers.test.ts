import { expect, it } from 'vitest';
import { quotesOf } from './quotes-of.ts';

it.each([
  // Names that go on behind "of".
  [
    'The National Conference of State Treasurers said the dam is old.',
    'the dam is old',
    'National Conference of State Treasurers',
  ],
  // Several who speak.
  ['Ana Kovač and Ben Novak said the dam was old.', 'the dam was old', 'Ana Kovač and Ben Novak'],
  ['Kovač, Novak, and Reyes all argued that the dam was old.', 'the dam was old', 'Kovač, Novak, and Reyes'],
  ['Police and firefighters said the dam was safe.', 'the dam was safe', 'Police and firefighters'],
  [
    'Swiss firms including Alpha Bank, Nestlé, and Siemens have announced plans to leave Iran.',
    'plans to leave Iran',
    'Swiss firms including Alpha Bank, Nestlé, and Siemens',
  ],
  [
    'On Friday, the Rivers Union of Oregon and Native Rights Fund sued over the act, saying it would flood the valley.',
    'it would flood the valley',
    'the Rivers Union of Oregon and Native Rights Fund',
  ],
  // The first half of a body's name.
  ['On Monday the Search and Salvage Agency said the dam was old.', 'the dam was old', 'Search and Salvage Agency'],
  [
    'The author’s sources, all old friends of Ana Kovač, said the dam was old.',
    'the dam was old',
    'The author’s sources',
  ],
  // A name before the trade.
  ['Ana Kovač, the union’s chief negotiator said the dam was old.', 'the dam was old', 'Ana Kovač'],
  ['Quintero, a former director of works for Brest Water, insists the dam is old.', 'the dam is old', 'Quintero'],
  ['Speaking to Ana Kovač, the mayor said the dam was old.', 'the dam was old', 'the mayor'],
  // A name behind the office.
  [
    'According to the town’s mayor, Ana Kovač, there were ten people aboard.',
    'there were ten people aboard',
    'Ana Kovač',
  ],
  ['According to his wife, Lena, Novak left the town in May.', 'Novak left the town in May', 'Lena'],
  // Days before the verb, media behind what is asked for.
  ['With Kovač yesterday saying that the dam was safe.', 'the dam was safe', 'Kovač'],
  [
    'The council advised residents to leave the valley in its May 3 flood alert.',
    'residents to leave the valley',
    'The council',
  ],
])('%s', (text, words, speaker) => {
  expect(quotesOf(text).map((quote) => quote.slice(0, 3))).toEqual([['indirect', words, speaker]]);
});

it.each([
  // Somebody else's clause, a name of its own, a list of those who are told of.
  ['Kovač met Novak, and Reyes said the dam was safe.', 'the dam was safe', 'Reyes'],
  ['Reyes of the Farm and Food Agency said the dam was old.', 'the dam was old', 'Reyes'],
  ['The Bank of England said the dam was old.', 'the dam was old', 'Bank of England'],
  ['According to the driver, Ana Kovač, 34, was hurt in May.', 'Ana Kovač, 34, was hurt in May', 'the driver'],
  [
    'According to the report, Ana Kovač, Ben Novak and Lena Reyes left.',
    'Ana Kovač, Ben Novak and Lena Reyes left',
    'the report',
  ],
  [
    'According to the driver, Ana Kovač, Ben Novak and Lena Reyes left.',
    'Ana Kovač, Ben Novak and Lena Reyes left',
    'the driver',
  ],
])('one speaker: %s', (text, words, speaker) => {
  expect(quotesOf(text).map((quote) => quote.slice(0, 3))).toEqual([['indirect', words, speaker]]);
});

it('what is described as something keeps what it is described as', () => {
  const text =
    'Work stopped, with Kovač describing the “real threat of a flood” as making it “impossible to go on”, and it rained.';
  expect(quotesOf(text)).toEqual([
    ['mixed', 'the real threat of a flood as making it impossible to go on', 'Kovač', 'describe'],
  ]);
});

it('half a clause before a source says nothing', () => {
  expect(quotesOf('One child was, according to the fire service, among the dead.')).toEqual([]);
});

it('words behind somebody else’s report are not those of who spoke before', () => {
  const text =
    'Novak said, “They broke the law.” According to Reuters, a spokesman for the council will appeal; “The council needs a plan.”';
  expect(quotesOf(text).map(([, words, speaker]) => [words, speaker])).toEqual([
    ['They broke the law.', 'Novak'],
    ['a spokesman for the council will appeal', 'Reuters'],
  ]);
});
