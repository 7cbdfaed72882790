import { describe, expect, it } from 'vitest';
import { extract } from '#pipeline/extract/index.ts';
import type { RowOf } from '#schemas/table.ts';
import type { statistics } from '#schemas/tables/statistics.ts';
import { documentOf, resources } from '../document.ts';

type Statistic = RowOf<typeof statistics>;

const rowsOf = (text: string): Statistic[] =>
  extract(documentOf(text, { published_on: '2026-05-14' }), resources()).rows.statistics as Statistic[];

/** The row whose quote this is. */
function row(text: string, quote: string): Statistic {
  const found = rowsOf(text).find((r) => r.quote === quote);
  if (!found) throw new Error(`no statistic "${quote}" in "${text}"`);
  return found;
}

const check = (text: string, quote: string, expected: Partial<Statistic>): void =>
  expect(row(text, quote)).toMatchObject(expected);

type Case = [text: string, quote: string, expected: Partial<Statistic>];

describe('what a clause says of its number', () => {
  it.each<Case>([
    // an absolute phrase, an article that opens a phrase, a word before an article
    ['The weak harvest hurt traders, with the Nikkei down 1%.', '1%', { subject: 'Nikkei', measure: null }],
    ['The price of both crudes fell by 12%.', '12%', { measure: 'price of both crudes' }],
    ['The firm agreed with a new airline the sale of 10 planes for $630m.', '$630m', { measure: 'sale' }],
    ['The floods grew, with the death toll rising to 22 people.', '22', { measure: 'death toll' }],
    ['A crowd of people rose to 22 people.', '22', { measure: 'people' }],
    // what those of a share are, do, think
    ['Almost 60% of homes have gone digital.', '60%', { measure: 'homes gone digital' }],
    ['Some 17% of readers have switched suppliers.', '17%', { measure: 'readers switched suppliers' }],
    ['A third of the 2,000 users asked were fed up.', 'A third', { measure: 'users fed up' }],
    [
      'A poll showed 55 percent of voters believed Novak to be ill.',
      '55 percent',
      { measure: 'voters believed Novak to be ill' },
    ],
    ['Some 55 percent of voters believed that 12 people lied.', '55 percent', { measure: 'voters' }],
    [
      "More than one in ten of the Harbour Bank's customers were affected, a bank spokesman told Reuters.",
      'one in ten',
      { measure: 'customers affected', subject: 'Harbour Bank' },
    ],
    // whose it is
    ['The company has a cast including 45 children.', '45', { subject: 'cast' }],
    ['The film leads the field with 14 nominations.', '14', { subject: 'film' }],
    ['Police chased the thief with 14 cars.', '14', { subject: null }],
    ['Tolex was told to pay a $125m fine after the trial.', '$125m', { measure: 'fine', subject: 'Tolex' }],
    ['Tolex was told to pay $125m for repairs.', '$125m', { measure: null }],
    ['Tolex is 100% foreign-owned.', '100%', { measure: 'foreign-owned', subject: 'Tolex' }],
    ['At about 80% of GDP, the gross debt is high.', '80%', { measure: 'GDP', subject: 'gross debt' }],
    ['Reyes moved away over the last two kilometres.', 'two kilometres', { subject: null }],
    ['“I am 25,” said Ana Kovač.', '25', { subject: 'Ana Kovač' }],
    [
      'Ana Novak, who won two states, led Omar Reyes, the mayor, 49 percent to 42 percent.',
      '49 percent',
      { subject: 'Ana Novak' },
    ],
    // ranks
    [
      "Tolex Bank, Peru's third-largest bank, closed.",
      'third',
      { measure: 'largest bank', subject: 'Tolex Bank', place: 'Peru', value: 3 },
    ],
    ['Peru is the fourth-largest exporter.', 'fourth', { measure: 'largest exporter', subject: 'Peru' }],
    ['She finished in third place.', 'third', { measure: null, subject: null }],
    // changes
    ['Spending grew at 4.6%, up from just 1.6%.', '4.6%', { change: 'rise', base_value: 1.6 }],
    ['They fear the debt – which is rising at 15% a year.', '15% a year', { change: 'rise', measure: 'debt' }],
    ['Shares closed at 15 euros.', '15 euros', { change: 'none' }],
    // what went on
    ['It began in May and, continuing for seven years, ruined the valley.', 'seven years', { measure: null }],
  ])('%s [%s]', check);
});

describe('where and when, in a clause of its own', () => {
  it.each<Case>([
    ["They are Peru's entrants to the Harbour League $1m contest.", '$1m', { place: null }],
    ["Peru's debt was 40% of its income.", '40%', { place: 'Peru' }],
    ["Peru's Ana Kovač agreed to buy 33% of Tolex.", '33%', { place: null }],
    ['The shop in Ruše was the only one of 182 shops to close.', '182', { place: null }],
    ['Another shot was heard in Dayton, Ohio where ten people died.', 'ten', { place: 'Ohio', place_basis: 'stated' }],
    ["It was the only one of 182 shops to refuse Monday's papers.", '182', { period_text: null }],
    ['The second-largest mill failed in 2002.', 'second', { period_text: null }],
    ['Tolex became the second-largest mill in 2002.', 'second', { period_text: 'in 2002' }],
    ['That was up from 2025, when it fell 3.0%.', '3.0%', { period_text: '2025' }],
    ['The market peaked in 1997, with sales of 26bn euros (£18bn; $30bn).', '£18bn', { period_text: 'in 1997' }],
    ['Profits were 74bn yuan ($9bn; £5bn) in 2004.', '74bn yuan', { period_text: 'in 2004' }],
    ['As of Wednesday, 400 shocks were felt. The quake reached a magnitude of 7.0.', '7.0', { period_text: null }],
    ['It sells in Peru for $19 while the other toy sells in Chile for $15.', '$19', { place: 'Peru' }],
  ])('%s [%s]', check);
});

describe('what has not happened yet', () => {
  it.each<Case>([
    ['The firm needs to cut 400 jobs.', '400', { modality: 'target' }],
    ['Tolex agreed to pay $28m.', '$28m', { modality: 'target' }],
    ['Tolex could have to pay $28m.', '$28m', { modality: 'possible' }],
    ['The firm had to cut 400 jobs.', '400', { modality: 'actual' }],
    ['The firm is to spend $9m.', '$9m', { modality: 'projected' }],
    ['The goal is to ship 5 million phones.', '5 million', { modality: 'target' }],
    ['The point was to find out why two stars differ.', 'two', { modality: 'actual' }],
    ['The firm will close its mill and sell 400 vans.', '400', { modality: 'projected' }],
    ['The firm closed its mill and sold 400 vans.', '400', { modality: 'actual' }],
    ['One in four Turks – or about 18 million people – will be young.', 'One in four', { modality: 'projected' }],
  ])('%s [%s]', check);
});

describe('the whole name of a source', () => {
  it.each<Case>([
    [
      'According to the Novak Center for Systems Science and Engineering, 12 people died.',
      '12',
      { attributed_to: 'Novak Center for Systems Science and Engineering' },
    ],
    ['According to Ana Kovač for Tolex, 12 people died.', '12', {}],
    [
      'According to data from the Interior Ministry, 12 people died.',
      '12',
      { attributed_to: 'data from the Interior Ministry' },
    ],
  ])('%s [%s]', check);
});
