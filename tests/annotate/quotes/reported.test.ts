import { expect, it } from 'vitest';
import { quotesOf } from './quotes-of.ts';

it.each([
  ['Kovač said that 640 people were housed.', '640 people were housed', 'Kovač', 'say'],
  ['Novak told Northline that the shelters were full.', 'the shelters were full', 'Novak', 'tell'],
  ['The ministry said on Friday that four people were missing.', 'four people were missing', 'The ministry', 'say'],
  ['The town would publish the records, Krajnc said.', 'The town would publish the records', 'Krajnc', 'say'],
  ['It had collected £18,500, its treasurer, Wendy Poole, said.', 'It had collected £18,500', 'Wendy Poole', 'say'],
  ['Nine officers were injured, according to the police.', 'Nine officers were injured', 'the police', 'according to'],
  [
    'According to the ministry, the water reached the town.',
    'the water reached the town',
    'the ministry',
    'according to',
  ],
  ['Breznik, a hydrologist, said the wall was built in 1968.', 'the wall was built in 1968', 'Breznik', 'say'],
  ['The bridge, Kovač said, was safe.', 'The bridge was safe', 'Kovač', 'say'],
  ['If it rains, the mayor said, the bridge will close.', 'If it rains the bridge will close', 'the mayor', 'say'],
  ['He left when Kovač said the dam had failed.', 'the dam had failed', 'Kovač', 'say'],
  ['Officials who saw the dam said it would hold.', 'it would hold', 'Officials', 'say'],
  ['Novak told Reuters he planned to stay.', 'he planned to stay', 'Novak', 'tell'],
  ['Officials warned that the hull could break.', 'the hull could break', 'Officials', 'warn'],
])('%s', (text, words, speaker, cue) => {
  expect(quotesOf(text)).toEqual([['indirect', words, speaker, cue]]);
});

it('ends a reported clause before the next report', () => {
  expect(quotesOf('Kovač said the dam held, and added that the town was safe.')).toEqual([
    ['indirect', 'the dam held', 'Kovač', 'say'],
    ['indirect', 'the town was safe', 'Kovač', 'add'],
  ]);
});

it.each([
  'If Kovač says that the dam is safe, nobody will leave.',
  'The imbalance that he says the plan would mend remains.',
  'Kovač, who visited the dam, left.',
])('reads no report in: %s', (text) => {
  expect(quotesOf(text)).toEqual([]);
});
