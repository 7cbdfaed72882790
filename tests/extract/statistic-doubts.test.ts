import { describe, expect, it } from 'vitest';
import { row, rowsOf, type Statistic } from './statistic-rows.ts';

describe('whose a number is, where a sentence has several', () => {
  it.each<[string, string, Partial<Statistic>]>([
    ['Crabs need 3 mg per litre, oysters 4 mg per litre.', '4 mg per litre', { subject: null, measure: null }],
    [
      'A family with a loan of 3 million kroner will pay about 5,000 kroner less.',
      '5,000 kroner',
      { subject: 'family' },
    ],
    [
      'Only 5 percent of sales come from it, compared to 7 percent in Peru.',
      '7 percent',
      { subject: null, measure: null },
    ],
    ['Rates were 49% for nurses, 53% for clerks.', '53%', { measure: 'Rates', subject: 'clerks' }],
    ['The Liberals gained 13 seats and Labour lost 10.', '10', { measure: 'seats', subject: 'Labour' }],
    ['The Greens lost 13 seats, while Labour won 10.', '10', { measure: 'seats', subject: 'Labour' }],
    ['The club holds two debates, three rivals who missed them wait.', 'three', { subject: null }],
    ['The slate of Ana Kovač for clerk, which received 4,000 votes, won.', '4,000', { subject: null }],
    ['There is no sense in having two herds.', 'two', { subject: null }],
    ['The panel kept the idea of the two levers.', 'two', { subject: null }],
    ['The court issued a series of seven pardons.', 'seven', { measure: 'pardons' }],
    ['A raid near Mosul produced no casualties.', 'no', { subject: 'raid' }],
    ['Ana Kovač got the toy from a park at age 10.', '10', { measure: 'age', subject: 'Ana Kovač' }],
    ['Accidents of 10–19 year olds fell.', '10–19 year olds', { subject: null }],
    ['Waves over 30 feet high hit the coast.', '30 feet', { measure: 'height', subject: 'Waves' }],
    ['Police held 40 suspects in 12 towns were searched.', '12', { measure: 'towns' }],
    [
      'Ana Kovač led the senator in the average of polls, 49 percent to 43 percent.',
      '43 percent',
      { subject: 'senator' },
    ],
    ['They watched the release of ten bears.', 'ten', { measure: 'release of bears', subject: null }],
    ['Testimony of two witnesses is required.', 'two', { subject: null }],
    ['The mayor ordered three days of public mourning.', 'three days', { measure: 'public mourning' }],
    ['Telmark posted a loss of 68m euros ($89m; £47m).', '£47m', { measure: 'loss', subject: 'Telmark' }],
    ['The rate is projected to be 2% this year and 2.4% next.', '2.4%', { measure: 'rate', subject: null }],
    ['The rate stood at 25%, compared with 10% before the war.', '10%', { measure: 'rate', subject: null }],
    ['The branch had a 24 million pounds operating loss.', '24 million pounds', { measure: 'operating loss' }],
    ['The shop where the fire broke out is five miles from the coast.', 'five miles', { subject: null }],
    ['“It is gone,” said Ana Novak, who farms 35 hectares near the river.', '35 hectares', { measure: null }],
    [
      'Exports of cork fell 8 percent in 2025 from 2024, to €1.4 billion.',
      '€1.4 billion',
      { measure: 'Exports of cork', period_start: '2025-01-01', period_end: '2025-12-31' },
    ],
    ['Officers believe him to be aged 25.', '25', { subject: null }],
    ['Of people in the town, 23.7% were married.', '23.7%', { measure: 'married', subject: null }],
    ['More bodies were found, increasing the toll from 14 to 31.', '31', { measure: 'toll', change: 'rise' }],
    ['Over 400 residents near the dam in Ruše were relocated.', '400', { measure: 'residents relocated' }],
    ['Nearly 800 pupils were scheduled to be tested.', '800', { measure: 'pupils', modality: 'projected' }],
    ['There were 400 cases of COVID-19.', '400', { measure: 'cases of COVID-19', subject: null }],
    ['The state has 30% of world-wide infections.', '30%', { measure: 'world-wide infections' }],
    ['It raised the minimum wage to $15 an hour in its budget.', '$15 an hour', { measure: 'minimum wage' }],
    [
      'The bank blocked the release of eight years of tax returns.',
      'eight years',
      { measure: 'tax returns', subject: null },
    ],
  ])('%s [%s]', (text, quote, expected) => {
    expect(row(text, quote)).toMatchObject(expected);
  });
});

describe('how a number is held, and when', () => {
  it.each<[string, string, Partial<Statistic>]>([
    ['For mayor, three women sought the post.', 'three', { modality: 'actual' }],
    ['They plan to return it after a nine-year break.', 'nine-year', { modality: 'actual' }],
    ['The next one will be a telescope which is 38 meters wide.', '38 meters', { modality: 'actual' }],
    ['Winds may reach 75 miles per hour (120 km/h).', '120 km/h', { modality: 'possible' }],
    ['The army denies that the two blasts are related.', 'two', { polarity: 'positive' }],
    ['She ran in May, failing to win 40 seats.', '40', { polarity: 'negative' }],
    ['The models are made of over thirty years of data.', 'thirty years', { qualifier: 'more_than' }],
    ['The two men were arrested in November of last year.', 'two', { period_start: '2025-11-01' }],
    ['It met two brothers of Reyes, whose death in March led to protests.', 'two', { period_start: null }],
    ['The trial began last May and drew 400 pupils.', '400', { period_start: null }],
    ['2018 saw 750 deaths.', '750', { period_start: '2018-01-01' }],
    ['Growth beat the 3.1% the bank estimated.', '3.1%', { modality: 'estimated' }],
    ['It will lend 3m euros ($4m; £2m).', '£2m', { modality: 'projected' }],
    ['In a window of Monday and Tuesday, the storm went 30 miles.', '30 miles', { period_start: null }],
    ['It lasted, I would say, 20 years.', '20 years', { modality: 'actual' }],
    ['Sales, the highest since 2006, were 40 tonnes.', '40 tonnes', { period_start: null }],
    ['The firm sold 22 units in the past year and a half.', '22', { period_start: null }],
    ['Two officers were found guilty on Thursday of a theft in 2014.', 'Two', { period_start: '2026-05-14' }],
    ['A poll of April 30 – May 4 gave Reyes 47 percent.', '47 percent', { period_text: 'April 30 – May 4' }],
  ])('%s [%s]', (text, quote, expected) => {
    expect(row(text, quote)).toMatchObject(expected);
  });

  it.each<[string, string, string | null]>([
    ['The bus crashed on Monday. The crash killed 14 people.', '14', '2026-05-11'],
    ['In 1992, she ran for mayor. She got 400 votes.', '400', '1992-01-01'],
    // a time that only names a thing, earlier than what was told, an open end, a length of its own
    ['They met at the Monday fair. It drew 400 people.', '400', null],
    ['In 2013, the bridge was closed. Three lanes had been blocked.', 'Three', null],
    ['Since 1900, it was a crime. The debate had 102 speakers.', '102', null],
    ['The film came out on Monday. It drew 400 viewers in two days.', '400', null],
    ['She joined the race in 1992. She got 400 votes.', '400', null],
  ])('%s [%s]', (text, quote, start) => {
    expect(row(text, quote).period_start).toBe(start);
  });
});

describe('where a number holds, and who says so', () => {
  it.each<[string, string, string | null]>([
    ['He won 26 delegates in Iowa, Nevada, and Utah.', '26', null],
    ['They quarrelled over oil in Peru, but the two leaders spoke.', 'two', null],
    ['Millions of birds were found in Lima and Tuna el-Gebel.', 'Millions', null],
    ['She spoke with two schools: Andes College and the college at Lima.', 'two', null],
    ['The fever struck 200 people in Peru.', '200', 'Peru'],
  ])('%s [%s]', (text, quote, place) => {
    expect(row(text, quote).place).toBe(place);
  });

  it('asks nobody who only names or orders a thing', () => {
    expect(
      row('Ana Kovač had ordered her staff to delay $400 million in aid.', '$400 million').attributed_to,
    ).toBeNull();
    expect(row('Ana Kovač called the 40-month sentence “unjust”.', '40-month').attributed_to).toBeNull();
  });
});

it.each([
  'They moved from Debian 9.6 to Firefox 45.',
  'He orbits it in 40.3 ± 0.004 days.',
  'A two-handed grip was used.',
  'The court got a 6–3 majority.',
])('reads no version, tolerance or likeness as a number of anything: %s', (text) => {
  expect(rowsOf(text)).toEqual([]);
});

it('tells a bare number of people by what they did', () => {
  expect(row('Fewer than 30 voted.', '30')).toMatchObject({ measure: 'voted', qualifier: 'less_than' });
});

describe('how sure a row is', () => {
  const confidenceOf = (text: string, quote: string): number =>
    (row(text, quote) as Statistic & { confidence: number }).confidence;

  it('is less where measure or subject hang on arcs that the tree is unsure of', () => {
    const text =
      'Fees are thought to be high in the first years of the scheme, with grants alone expected to exceed 16.5bn euros and, by some guesses, swell to 33.5bn euros.';
    expect(confidenceOf(text, '16.5bn euros')).toBeLessThan(0.7);
  });

  it('is not less where the tree is sure, or is not asked', () => {
    expect(confidenceOf('The fees are high at 16.5bn euros.', '16.5bn euros')).toBeGreaterThan(0.9);
    expect(confidenceOf('The fees rose to 16.5bn euros.', '16.5bn euros')).toBeGreaterThan(0.9);
  });
});
