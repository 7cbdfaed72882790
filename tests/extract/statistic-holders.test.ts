import { describe, expect, it } from 'vitest';
import { row, rowsOf, type Statistic } from './statistic-rows.ts';

type Case = [text: string, quote: string, measure: string | null, subject: string | null];

const check = (text: string, quote: string, measure: string | null, subject: string | null): void =>
  expect(row(text, quote)).toMatchObject({ measure, subject });

describe('what is done with money, and whose it is', () => {
  it.each<Case>([
    ['Tolex agreed to invest $9m in new looms.', '$9m', 'invested in new looms', 'Tolex'],
    ['The league fined coach Ana Kovač $2,000 and left.', '$2,000', 'fined', 'coach Ana Kovač'],
    ['Coach Ana Kovač was fined $2,000.', '$2,000', 'fined', 'Coach Ana Kovač'],
    ['The auction made a total of $1.1m (£600,000).', '£600,000', 'made', 'auction'],
    ['A further $5,000 will be given to the winner.', '$5,000', 'given to the winner', null],
    ['Prosecutors accused Tolex of paying $2m to an agent.', '$2m', 'paid to an agent', 'Tolex'],
    ['Millers spent $3bn (£2bn; 4bn euros) on grain.', '$3bn', 'spent on grain', 'Millers'],
    ['The town may lose $3m in earnings this year.', '$3m', 'lost in earnings', 'town'],
    ['Tolex has paid out $3m (£2m) to end a case.', '£2m', 'paid', 'Tolex'],
    ['Shareholders lost about $180bn.', '$180bn', 'lost', 'Shareholders'],
    ['Vela agreed to buy Tolex for about $16bn.', '$16bn', 'bought for', 'Tolex'],
    // who merely acts, and a price
    ['Police recovered $3m near Mosul.', '$3m', null, null],
    ['The port handles 40 tonnes near Mosul.', '40 tonnes', null, null],
  ])('%s [%s]', check);
});

describe('whom the tree names', () => {
  it.each<Case>([
    ['The town wants Tolex to make a profit of $3m.', '$3m', 'profit', 'Tolex'],
    ['The deal would create a lender with assets of $3bn.', '$3bn', 'assets', 'lender'],
    ['Vela Holdings - a state agency in the city of Tuzla - owns 55% of Tolex.', '55%', 'Tolex', 'Vela Holdings'],
    ['The council voted to cut Tolex’s stake in a new mill from 70% to 49%.', '49%', 'stake in a new mill', 'Tolex'],
    ['Key rates are set to remain on hold at 4.75%.', '4.75%', 'Key rates', null],
    ['Output rose at an annual rate of 2.4%.', '2.4%', 'Output', null],
    ['She borrowed at an interest rate of 1.4%.', '1.4%', 'interest rate', null],
    [
      'The trade gap between exports and imports has widened to $60bn.',
      '$60bn',
      'trade gap between exports and imports',
      null,
    ],
    ['The yard offers tax cuts worth $5m.', '$5m', 'tax cuts', null],
    ['Last year it struck a $1bn cost-cutting deal.', '$1bn', 'cost-cutting deal', null],
    ['The set offers 1,080 lines, with each line made up of 1,920 dots.', '1,920', 'dots', 'each line'],
    ['Previews of the £3m stadium have begun.', '£3m', 'stadium', null],
    ['Novak, Reyes and Kovač were held for three years.', 'three years', 'held', 'Novak, Reyes and Kovač'],
    ['They won their first crown for 29 years.', '29 years', null, null],
    ['It should not be delayed as it has been on sale for two years.', 'two years', null, null],
  ])('%s [%s]', check);
});

describe('what a share does, and what is compared', () => {
  it.each<Case>([
    ['About 84% of bakers did not wash their hands.', '84%', 'bakers did not wash their hands', null],
    ['Some 60% of mills are now using gas, and more will follow.', '60%', 'mills using gas', null],
    ['One in four Turks own a boat.', 'One in four', 'Turks own a boat', null],
    ['Some 61% said the mayor lied often.', '61%', 'said the mayor lied often', null],
    ['Most of the bakers (52%) believed that rye is healthy.', '52%', 'bakers believed that rye is healthy', null],
    ['It expects economic growth of 2% this year.', '2%', 'economic growth', null],
    ['Tolex made a profit of $75m (£40m), against $125m a year earlier.', '$125m', 'profit', 'Tolex'],
    ['Vela had 92% of users in May compared to 95% in June.', '95%', 'users', 'Vela'],
  ])('%s [%s]', check);
});

describe('what a number is not', () => {
  it.each([
    'Replacements: Novak for Reyes (53).',
    'The runner and 400m man Ana Kovač left.',
    'Number 10 said so.',
    'Wales picked Reyes for their Six Nations match.',
    'They watched more Six Nations games.',
    'Novak scored on 52 minutes.',
    'Starting in the 10,000m was not wise.',
    'There is a difference between the two.',
    'The band entered the chart at four.',
    'In the main category, Forty Shades of Rye won.',
    'She was stripped of her indoor 200m titles.',
    'She won two seasons ago.',
    'The fair will be held on 14, 20 and 27 April.',
  ])('%s', (text) => expect(rowsOf(text)).toEqual([]));

  it('unless it opens what is said', () => {
    expect(row('She said: “Two Peruvians were hurt.”', 'Two').measure).toBe('Peruvians hurt');
  });
});

it.each<[string, string, Partial<Statistic>]>([
  ['Trade rose to $186m (£97m) from $64m in May.', '$186m', { base_value: 64e6, change: 'rise' }],
  ['If she wins, she gets the main prize of $900.', '$900', { modality: 'conditional' }],
  ['If they fail, the two men may appeal.', 'two', { modality: 'actual' }],
  ['Vela to pour £9m into looms', '£9m', { modality: 'projected' }],
  ['In March it warned of annual losses of $6m.', '$6m', { measure: 'annual losses', period_text: null }],
  ['In March it had annual losses of $6m.', '$6m', { measure: 'annual losses', period_text: 'In March' }],
  ['The agency aims at a 2% target.', '2%', { modality: 'target' }],
  ['The yard spends $9m a year on seeking a cure.', '$9m a year', { per: 'year', modality: 'actual' }],
  ['Output grew by an average of 3.2%.', '3.2%', { change: 'rise' }],
  ['Imports rose even faster by 16.3%.', '16.3%', { change: 'rise' }],
  ['It doubles every five months.', 'five months', { change: 'none' }],
  ['Towns face a bill in 2005 for the storm which killed 40 people.', '40', { period_text: null, subject: null }],
  ['The price fell by $12 from the highs reached in May.', '$12', { period_text: null }],
  ['Some 12 million people are not saving enough.', '12 million', { polarity: 'positive' }],
  ['Some 12 people were not killed.', '12', { polarity: 'negative' }],
  ['He was sentenced on fourteen felony charges each.', 'fourteen', { unit_text: 'felony charges' }],
  ['The 29-year-old would be a strong contender.', '29-year-old', { subject: null }],
  ['Children between the ages of six and 11 came.', 'six and 11', { measure: 'age', subject: 'Children' }],
  ['The fair raised CDN$11,000 for Tolex.', 'CDN$11,000', { currency: 'CAD' }],
])('%s [%s]', (text, quote, expected) => expect(row(text, quote)).toMatchObject(expected));
