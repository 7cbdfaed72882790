import { expect, it } from 'vitest';
import { quotesOf } from './quotes-of.ts';

it.each([
  [
    'The minister warned rowdy football fans that she wants to ban them.',
    'she wants to ban them',
    'The minister',
    'warn',
  ],
  ['Kovač told supporters in Lens, France, that the dam had held.', 'the dam had held', 'Kovač', 'tell'],
  ['Kovač boasted Monday night that the dam had held.', 'the dam had held', 'Kovač', 'boast'],
  ['Kovač told the BBC’s “Good Evening Europe” that the dam had held.', 'the dam had held', 'Kovač', 'tell'],
  ['Some argue that the dam should go.', 'the dam should go', 'Some', 'argue'],
  ['Kovač — after a long pause — said the dam had held.', 'the dam had held', 'Kovač', 'say'],
  ['He thanked Ana Kovač, who added that the dam would hold.', 'the dam would hold', 'Ana Kovač', 'add'],
  ['Kovač went on to say that the dam would hold.', 'the dam would hold', 'Kovač', 'say'],
  ['Kovač continued to warn that the dam might fail.', 'the dam might fail', 'Kovač', 'warn'],
  ['Kovač asked the council whether it would repair the dam.', 'whether it would repair the dam', 'Kovač', 'ask'],
  ['Kovač explained why the dam had failed.', 'why the dam had failed', 'Kovač', 'explain'],
  [
    'Kovač criticised the council for ignoring the cracks.',
    'the council for ignoring the cracks',
    'Kovač',
    'criticise',
  ],
  ['Kovač called on Monday for an early election.', 'an early election', 'Kovač', 'call for'],
  [
    'A new poll shows Kovač leading her rival by ten points.',
    'Kovač leading her rival by ten points',
    'A new poll',
    'show',
  ],
  ['Kovač’s claim that the dam was safe angered the town.', 'the dam was safe', 'Kovač', 'claim'],
  ['The council made the point that the dam was old.', 'the dam was old', 'The council', 'point'],
  ['The council recalled Kovač’s promise to repair the dam.', 'to repair the dam', 'Kovač', 'promise'],
])('%s', (text, words, speaker, cue) => {
  expect(quotesOf(text)).toEqual([['indirect', words, speaker, cue]]);
});

it.each([
  ['Kovač said she had met Ana Lind, the mayor of Brest.', 'she had met Ana Lind'],
  [
    'Kovač said the dam had failed, which the mayor denies saying.',
    'the dam had failed, which the mayor denies saying',
  ],
  ['Kovač said the bridge was safe, even as she closed it.', 'the bridge was safe'],
  ['Kovač said the bridge was safe, while others said it was not.', 'the bridge was safe'],
  ['Kovač said she had sold the boat, the car, the house.', 'she had sold the boat, the car, the house'],
])('ends before what the reporter adds: %s', (text, words) => {
  expect(quotesOf(text)[0]!.slice(0, 2)).toEqual(['indirect', words]);
});

it('puts a name in marks on what goes on behind them', () => {
  expect(quotesOf('Kovač called the owners “careless” for leaving the gate open.')).toEqual([
    ['mixed', 'the owners careless for leaving the gate open', 'Kovač', 'call'],
  ]);
});

it.each([
  ['Kovač vowed last month to repair the dam.', 'to repair the dam', 'vow'],
  ['Kovač made it clear the dam would stay.', 'the dam would stay', 'make it clear'],
  ['Kovač explained to reporters why the dam had failed.', 'why the dam had failed', 'explain'],
  ['The news comes after Kovač said the dam had failed.', 'the dam had failed', 'say'],
  ['Residents have long called for her resignation.', 'her resignation', 'call for'],
])('%s', (text, words, cue) => {
  expect(quotesOf(text).map(([form, said, , by]) => [form, said, by])).toEqual([['indirect', words, cue]]);
});

it('reads a past tense that stands before a colon and marks', () => {
  expect(quotesOf('The next day, her account posted: “The dam is safe again.”')).toEqual([
    ['direct', 'The dam is safe again.', 'her account', 'post'],
  ]);
});

it.each([
  ['Kovač told Northline the dam had held.', 'the dam had held', 'Kovač'],
  ['Speaking to Reuters, the mayor said the dam had held.', 'the dam had held', 'the mayor'],
  ['According to a report by Damwatch, a research firm, two dams had failed.', 'two dams had failed', 'a report'],
])('%s', (text, words, speaker) => {
  expect(quotesOf(text).map(([, said, by]) => [said, by])).toEqual([[words, speaker]]);
});

it('a participle behind somebody’s aside is theirs', () => {
  const quotes = quotesOf('Trading was thin, analysts said, adding that they expect calm in May.');
  expect(quotes.at(-1)).toEqual(['indirect', 'they expect calm in May', 'analysts', 'add']);
});

it('a law that says something in marks is called for with it', () => {
  const quotes = quotesOf('Kovač called for a fair law that “protects those who speak”.');
  expect(quotes.map(([form, words]) => [form, words!.replace(/\s+/g, ' ')])).toEqual([
    ['mixed', 'a fair law that protects those who speak'],
  ]);
});
