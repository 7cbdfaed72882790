import { expect, it } from 'vitest';
import { quotesOf } from './quotes-of.ts';

it.each([
  ['The mayor urged residents to leave the town.', 'indirect', 'residents to leave the town', 'The mayor', 'urge'],
  ['Kovač promised to rebuild the bridge.', 'indirect', 'to rebuild the bridge', 'Kovač', 'promise'],
  ['Kovač called for an inquiry into the flood.', 'indirect', 'an inquiry into the flood', 'Kovač', 'call for'],
  [
    'Kovač accused the council of hiding the report.',
    'indirect',
    'the council of hiding the report',
    'Kovač',
    'accuse',
  ],
  ['Kovač described the mayor as a good friend.', 'indirect', 'the mayor as a good friend', 'Kovač', 'describe'],
  ['A survey found that support had fallen.', 'indirect', 'support had fallen', 'A survey', 'find'],
  ['Kovač criticized the “slow and careless” work.', 'mixed', 'the slow and careless work', 'Kovač', 'criticize'],
  ['Kovač vowed to “fight for every house” in town.', 'mixed', 'to fight for every house in town', 'Kovač', 'vow'],
])('%s', (text, form, words, speaker, cue) => {
  expect(quotesOf(text).map(([f, w, ...rest]) => [f, w!.replace(/\s+/g, ' '), ...rest])).toEqual([
    [form, words, speaker, cue],
  ]);
});

it.each([
  ['According to Ana Kovač, the mayor of the town, the dam was safe.', 'the dam was safe', 'Ana Kovač', 'according to'],
])('%s', (text, words, speaker, cue) => {
  expect(quotesOf(text)).toContainEqual(['indirect', words, speaker, cue]);
});

it('goes on with a sentence in marks behind a report', () => {
  expect(quotesOf('Kovač said the dam had held. “We were lucky this time.”')).toEqual([
    ['indirect', 'the dam had held', 'Kovač', 'say'],
    ['direct', 'We were lucky this time.', 'Kovač', 'say'],
  ]);
});

it('goes on behind the words that attribute', () => {
  expect(quotesOf('The growth of the club, Kovač said, “is a good sign” for the town.')).toEqual([
    ['mixed', 'The growth of the club is a good sign for the town', 'Kovač', 'say'],
  ]);
});

it('ends a report before the next act', () => {
  expect(quotesOf('Kovač said the dam would hold and called the plan “a gift”.')).toEqual([
    ['indirect', 'the dam would hold', 'Kovač', 'say'],
    ['mixed', 'the plan a gift', 'Kovač', 'call'],
  ]);
});
