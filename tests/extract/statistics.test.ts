import { describe, expect, it } from 'vitest';
import { extract } from '#pipeline/extract/index.ts';
import type { RowOf } from '#schemas/table.ts';
import type { statistics } from '#schemas/tables/statistics.ts';
import { documentOf, resources } from '../document.ts';

type Statistic = RowOf<typeof statistics>;

function rowsOf(text: string, publishedOn: string | null = null): Statistic[] {
  const document = documentOf(text, { published_on: publishedOn });
  return extract(document, resources()).rows.statistics as Statistic[];
}

/** The row whose quote this is. */
function row(text: string, quote: string, publishedOn: string | null = null): Statistic {
  const found = rowsOf(text, publishedOn).find((r) => r.quote === quote);
  if (!found) throw new Error(`no statistic "${quote}" in "${text}"`);
  return found;
}

describe('measure and subject', () => {
  it.each<[string, string, string | null, string | null]>([
    ['Ecuador’s murder rate has dropped by 16% since 2023.', '16%', 'murder rate', 'Ecuador'],
    ['There was a decrease of about 16% in the murder rate.', '16%', 'murder rate', null],
    [
      'About 70 percent of the world’s tea is shipped through Kenya’s ports.',
      '70 percent',
      'tea shipped through Kenya’s ports',
      'world',
    ],
    ['January recorded a staggering 781 killings.', '781', 'killings', null],
    ['At least 14 people were killed in the flood.', '14', 'people killed', null],
    ['The flood killed 14 people.', '14', 'people killed', null],
    ['Flood kills 11 in the valley', '11', 'people killed', null],
    ['About 2,300 residents were evacuated.', '2,300', 'residents evacuated', null],
    ['Six people were still missing.', 'Six', 'people missing', null],
    ['The town has a reserve of €45 million.', '€45 million', 'reserve', 'town'],
    ['The government estimated the damage at €45 million.', '€45 million', 'damage', null],
    ['The damage is estimated at €45 million.', '€45 million', 'damage', null],
    ['Turnout was 71 percent.', '71 percent', 'Turnout', null],
    ['He resigned after a 16-month tenure.', '16-month', 'tenure', null],
    ['Repairs would cost £310,000.', '£310,000', 'cost', 'Repairs'],
    ['The union has 4,500 members.', '4,500', 'members', 'union'],
    ['The firm, with 400 workers, closed.', '400', 'workers', 'firm'],
    ['Forecasters predicted a storm surge of three feet.', 'three feet', 'storm surge', null],
    ['The town announced three days of mourning.', 'three days', 'mourning', null],
    ['They took samples from the noses and throats of 18 people.', '18', 'people', null],
    ['The party gained 13 seats.', '13', 'seats', 'party'],
    ['The storm was moving northeast at 3 mph.', '3 mph', null, 'storm'],
    ['Only 21 storms came within 100 miles of the islands.', '100 miles', 'distance', null],
    ['She placed the value in the range of $5 million.', '$5 million', 'value', null],
    ['Applying for naturalized status costs $725.', '$725', 'cost', null],
    ['States with the highest rents had vacancy rates above 50%.', '50%', 'vacancy rates', null],
    ['The party made the nomination amid three rows.', 'three', 'rows', null],
    ['The cast had a panel in a room for 700 people.', '700', 'people', null],
    ['Liberal Democrats - 11 seats', '11', 'seats', 'Liberal Democrats'],
    ['She won with a time of 47.42 seconds.', '47.42 seconds', 'time', null],
    ['They sold 40 rice and bean dishes.', '40', 'rice and bean dishes sold', null],
    ['The town’s contract with Vela is valued at $4.2 billion.', '$4.2 billion', 'contract with Vela', 'town'],
    ['The storm was moving at roughly five miles per hour.', 'five miles per hour', null, 'storm'],
    ['The town held a vote, and 67% came out against.', '67%', null, null],
    ['They had up to 30 inches (76 cm) of rain.', '30 inches', 'rain', null],
    ['Luk, reportedly aged about 68, was ill.', '68', 'age', 'Luk'],
    ['The base Vela 11 has just 64GB of storage.', '64GB', 'storage', 'Vela 11'],
    ['You can see the pound going to $1 in the event of a deal.', '$1', 'pound', null],
    ['The duty adds $40 to the price of a home.', '$40', 'price of a home', null],
    ['The storm wiped $40 million from the firm’s value.', '$40 million', 'value', 'firm'],
    ['It ended a five-year, 1.8 billion-mile (2.8bn km) journey.', 'five-year', 'journey', null],
    ['It ended a five-year, 1.8 billion-mile (2.8bn km) journey.', '2.8bn km', 'journey', null],
    ['The melt could cause sea levels to rise 11 feet.', '11 feet', 'sea levels', null],
    ['Fallers were Open Door, down 6p, Vela Group, down 3p.', '3p', null, 'Vela Group'],
    ['Rents rose 3 percent in Ruše; in Tuzla, 5 percent.', '5 percent', 'Rents', null],
    ['We had 22 fires, compared with an average of 20 per week.', '20', 'fires', null],
    ['The second quake had a magnitude of 4.0.', '4.0', 'magnitude', 'second quake'],
    ['The game is paid, currently costing $27.', '$27', 'cost', 'game'],
    ['He will end his two years’ tenure in April.', 'two years', 'tenure', null],
    ['Ana Kovač won with 85% of the vote.', '85%', 'vote', 'Ana Kovač'],
    ['The fire led to the deaths of 29 miners.', '29', 'deaths of miners', null],
    ['This is half of Ecuador’s entire output.', 'half', 'entire output', 'Ecuador'],
    ['Researchers say it had a top speed of 18 mph.', '18 mph', 'top speed', null],
    ['About 52% of participating voters stayed.', '52%', 'participating voters', null],
    ['In Ruše, with 400 workers on strike, it was quiet.', '400', 'workers', null],
    ['Half the houses were flooded.', 'Half', 'houses flooded', null],
    ['Three in four voters stayed home.', 'Three in four', 'voters', null],
    ['Twice as many people came as last year.', 'Twice', 'people', null],
    ['Sales rose 20% from 100 to 110 units.', '110', 'Sales', null],
    ['They want 24 UK top 250 companies to sign.', '24', 'companies', null],
    ['A three-judge panel sat.', 'three', 'judge', 'panel'],
    ['There are thousands of state-funded choirs.', 'thousands', 'state-funded choirs', null],
    ['Two-thirds of Seagram was bought by rivals.', 'Two-thirds', null, 'Seagram'],
    ['The charity collected £18,500.', '£18,500', 'collected', 'charity'],
    ['The sale of the 33% stake was delayed.', '33%', 'stake', null],
    ['The fine for breaking this law was $500.', '$500', 'fine', null],
    ['Prices are at a four year high.', 'four year', null, null],
    ['A rise of 5 percent was seen.', '5 percent', null, null],
    ['The firm announced 10,000 job cuts.', '10,000', 'job cuts', null],
    ['The index fell 0.4% to 13,176.', '13,176', 'index', null],
    ['About 4,300 jobs will go in France and 400 in Spain.', '400', 'jobs', null],
    ['It holds 500 or 1,000 songs.', '500', 'songs', null],
    ['Exports to China dropped 7%.', '7%', 'Exports to China', null],
    ['The S&P 500 fell 0.9%.', '0.9%', null, 'S&P 500'],
    ['The Dow Jones Industrial Average lost 190 points.', '190', null, 'Dow Jones Industrial Average'],
    ['Energy and food prices rose 3%.', '3%', 'Energy and food prices', null],
    ['Oil prices, which fell 3% then, are low.', '3%', 'Oil prices', null],
    ['The soy market, which was valued at $2bn, grew.', '$2bn', 'soy market', null],
    ['The court raised the penalty to $5m.', '$5m', 'penalty', null],
    ['The firm will lay off more than 6,650 employees.', '6,650', 'employees', 'firm'],
    ['Jyske Bank will charge a 0.6 per cent fee.', '0.6 per cent', 'fee', 'Jyske Bank'],
    ['The governing parties hold 51 of the 90 seats.', '51', 'seats', null],
    ['The line was cut in two places.', 'two', 'places', null],
    ['He put the bank’s loss at $3bn.', '$3bn', 'loss', 'bank'],
    ['The bank sees GDP growth of 1.5% in Germany.', '1.5%', 'GDP', 'Germany'],
    ['They spent $12,000 for a new roof.', '$12,000', 'spent for a new roof', null],
    ['A tug with 600 meters of rope came.', '600 meters', 'rope', null],
    ['The siege lasted 35 days.', '35 days', 'siege', null],
    ['They were freed within three hours.', 'three hours', null, null],
    ['The index edged down 0.03% to a close of 1,463.87 points.', '1,463.87', 'index', null],
    ['The highway is set to stretch over 2,000 km.', '2,000 km', 'highway', null],
    ['In Paris: DAX -1.6% at noon.', '-1.6%', null, 'DAX'],
    ['Revenue was $110 million.', '$110 million', 'Revenue', null],
    ['Fourteen people died.', 'Fourteen', 'people died', null],
    ['No deaths were reported.', 'No', 'deaths', null],
    ['Nobody was killed.', 'Nobody', 'killed', null],
    ['He was charged with five new 737 aircraft orders.', 'five', 'new 737 aircraft orders', null],
  ])('%s', (text, quote, measure, subject) => {
    expect(row(text, quote)).toMatchObject({ measure, subject });
  });
});

describe('change', () => {
  it.each<[string, string, Partial<Statistic>]>([
    ['The unemployment rate fell from 5.2% to 4.9%.', '4.9%', { change: 'fall', base_value: 5.2, value: 4.9 }],
    ['Turnout was 71 percent, down from 78 percent in 2022.', '71 percent', { change: 'fall', base_value: 78 }],
    [
      'Turnout was 71 percent on Sunday, down from 78 percent in March.',
      '71 percent',
      { change: 'fall', base_value: 78, period_text: 'on Sunday' },
    ],
    ['Losses ranging from 45% to 60% were seen.', '45% to 60%', { base_value: null, value_low: 45, value_high: 60 }],
    ['Wages rose 3.1% there.', '3.1%', { change: 'rise', base_value: null, measure: 'Wages' }],
    ['The index was down 0.4 percent.', '0.4 percent', { change: 'fall' }],
    ['There was a 9 percent drop in exports.', '9 percent', { change: 'fall', measure: 'exports' }],
    ['The river will not rise above 5 meters.', '5 meters', { change: 'none', qualifier: 'more_than' }],
    ['The team lost five games.', 'five', { change: 'none' }],
    ['The firm cut 400 jobs.', '400', { change: 'fall', measure: 'jobs' }],
    ['The 7% share price increase came late.', '7%', { change: 'rise', measure: 'share price' }],
    ['In Paris: DAX -1.6% CAC -1.7% then.', '-1.7%', { change: 'fall', subject: 'CAC' }],
    ['The Nasdaq slid 1.1% there.', '1.1%', { change: 'fall', subject: 'Nasdaq' }],
    ['The Dow lost 190 points, or 0.6%.', '0.6%', { change: 'fall', subject: 'Dow' }],
    ['Support was up 3 points to 45.', '3', { change: 'rise', measure: 'Support' }],
    ['Support was up 3 points to 45.', '45', { change: 'none', measure: 'Support', value: 45 }],
    ['A was down 2.3%, Burlington by 2.6%.', '2.6%', { change: 'fall' }],
    ['The bank raised its key rate by half a percentage point.', 'half a percentage point', { change: 'rise' }],
    [
      'Revenue was $110 million, up 10% from $100 million.',
      '$110 million',
      { change: 'rise', base_value: 100_000_000, confidence: 0.8 },
    ],
    ['Only 78 per cent of the deal will be paid in cash, up from 50 per cent.', '78 per cent', { base_value: 50 }],
    ['The outlook was revised upward by $5 million.', '$5 million', { change: 'rise' }],
  ])('%s', (text, quote, expected) => {
    expect(row(text, quote)).toMatchObject(expected);
  });

  it.each([
    [
      'Revenue was $110 million, up 30% from $100 million.',
      '$110 million',
      'Revenue was $110 million, up 10% from $100 million.',
    ],
    ['Sales rose 20% from 100 units to 110 units.', '20%', 'Sales rose 10% from 100 units to 110 units.'],
    [
      'The rate fell 2 percentage points from 5.2% to 4.9%.',
      '4.9%',
      'The rate fell 0.3 percentage points from 5.2% to 4.9%.',
    ],
  ])('is less sure of a size that its own ends contradict: %s', (wrong, quote, right) => {
    const same = quote === '20%' ? '10%' : quote;
    expect(row(wrong, quote).confidence).toBeLessThan(row(right, same).confidence - 0.2);
  });

  it('lets a rounded size stand', () => {
    const text = 'Exports rose by a rounded 33 percent from 3 tonnes to 4 tonnes.';
    expect(row(text, '33 percent').confidence).toBeGreaterThan(0.7);
  });

  it('gives the value before a change no row of its own', () => {
    expect(rowsOf('The unemployment rate fell from 5.2% to 4.9%.').map((r) => r.quote)).toEqual(['4.9%']);
  });
});

describe('period', () => {
  it.each<[string, string, string | null, Partial<Statistic>]>([
    [
      'In January 2025 there were 781 killings.',
      '781',
      null,
      { period_start: '2025-01-01', period_end: '2025-01-31', period_basis: 'stated' },
    ],
    [
      'The murder rate fell by 16% from 2023 to 2024.',
      '16%',
      null,
      { period_text: 'from 2023 to 2024', period_start: '2023-01-01', period_end: '2024-12-31' },
    ],
    [
      'The murder rate has fallen by 16% since 2023.',
      '16%',
      null,
      { period_text: 'since 2023', period_start: '2023-01-01', period_end: null, period_basis: 'stated' },
    ],
    [
      'The murder rate has fallen by 16% since 2023.',
      '16%',
      '2025-03-20',
      { period_start: '2023-01-01', period_end: '2025-03-20' },
    ],
    [
      'The flood killed 14 people on Wednesday.',
      '14',
      '2026-05-14',
      { period_start: '2026-05-13', period_basis: 'relative' },
    ],
    ['The flood killed 14 people on Wednesday.', '14', null, { period_start: null, period_basis: 'none' }],
    ['Turnout was 71 percent, down from 78 percent in March.', '71 percent', '2026-05-14', { period_text: null }],
    ['Sales rose 4% in the three months to December.', '4%', '2026-05-14', { period_text: null }],
    ['Sales rose 4% in the first two months of 2005.', '4%', null, { period_text: null }],
    [
      'A study from March noted that they took 126 skins, 8 tails and 16 skulls from 2013 to 2019.',
      '126',
      '2026-05-14',
      { period_start: '2013-01-01', period_end: '2019-12-31' },
    ],
    [
      'Eight people were hurt in a fire that began on May 2.',
      'Eight',
      '2026-05-14',
      { period_text: 'on May 2', period_start: '2026-05-02' },
    ],
    [
      'They saw 611 aftershocks as of May 2.',
      '611',
      '2026-05-14',
      { period_text: 'as of May 2', period_basis: 'relative' },
    ],
    [
      'As of May 2, the region had the most cases, with over 1.6 million deaths.',
      '1.6 million',
      '2026-05-14',
      { period_text: 'As of May 2', period_start: '2026-05-02' },
    ],
    [
      'In 2016, Ana Kovač received 203,091 votes (0.15 percent).',
      '0.15 percent',
      null,
      { period_text: 'In 2016', period_basis: 'stated' },
    ],
    [
      'Over 1,000 people have been held since the protests began in June.',
      '1,000',
      '2026-05-14',
      { period_text: null },
    ],
    ['The rate was 6.6% and, as of May 2, 1,885 people had come.', '6.6%', '2026-05-14', { period_text: null }],
    ['Sales rose 4% compared with 2003.', '4%', null, { period_text: null }],
    ['Profits reached $5m, from $4m a year earlier.', '$5m', '2026-05-14', { period_text: null }],
    ['Profits were $5m two years ago.', '$5m', '2026-05-14', { period_text: null }],
    ['The hall, which opened in 1887, has 46 stalls.', '46', null, { period_text: null, period_basis: 'none' }],
    ['The minister said on Friday that 14 people had died.', '14', '2026-05-16', { period_basis: 'none' }],
    [
      'The flood hit the town on 13 May 2026. It killed 14 people.',
      '14',
      null,
      { period_text: '13 May 2026', period_start: '2026-05-13', period_basis: 'inferred' },
    ],
    ['It opened on 13 May 2026 and closed on 20 May 2026. It hurt 14 people.', '14', null, { period_basis: 'none' }],
    ['The flood hit on 13 May 2026.\n\nIt killed 14 people.', '14', null, { period_basis: 'none' }],
    [
      'It rained on 13 May 2026. The dead were of Ruše, a town of 7,000 people, she said.',
      '7,000',
      null,
      { period_basis: 'none' },
    ],
    ['The flood hit on 13 May 2026. It will cost 14 people a home.', '14', null, { period_basis: 'none' }],
    [
      'The union has 4,500 members.',
      '4,500',
      '2026-05-14',
      { period_text: null, period_start: '2026-05-14', period_end: '2026-05-14', period_basis: 'inferred' },
    ],
    ['The union has 4,500 members.', '4,500', null, { period_start: null, period_basis: 'none' }],
    ['The union had 4,500 members.', '4,500', '2026-05-14', { period_start: null, period_basis: 'none' }],
  ])('%s (%s, published %s)', (text, quote, publishedOn, expected) => {
    expect(row(text, quote, publishedOn)).toMatchObject(expected);
  });
});

describe('how the text holds the number', () => {
  it.each<[string, string, Partial<Statistic>]>([
    ['The police denied that 12 people were killed.', '12', { polarity: 'negative' }],
    ['The river is not likely to rise above 5 meters.', '5 meters', { polarity: 'negative', modality: 'projected' }],
    ['The two towers are not very tall.', 'two', { polarity: 'positive' }],
    ['A rally would split the two towns.', 'two', { modality: 'actual' }],
    ['There were not 12 arrests.', '12', { polarity: 'negative' }],
    ['There is room for no more than 25 stalls.', '25', { polarity: 'positive', qualifier: 'at_most' }],
    ['The damage is estimated at €45 million.', '€45 million', { modality: 'estimated' }],
    ['The bank expects growth of 2%.', '2%', { modality: 'projected' }],
    ['The union said it would strike for 24 hours.', '24 hours', { modality: 'projected' }],
    ['Another 400 residents may have to leave.', '400', { modality: 'possible' }],
    ['If the dam breaks, 400 homes would be flooded.', '400', { modality: 'conditional' }],
    ['If 400 homes were flooded, the state would pay.', '400', { modality: 'conditional' }],
    ['The flood killed 14 people.', '14', { polarity: 'positive', modality: 'actual' }],
    ['No deaths were reported.', 'No', { polarity: 'positive', value: 0 }],
    ['No one was killed in the fire.', 'No one', { polarity: 'positive', value: 0, measure: 'killed' }],
    ['The city aims to cut waste by 40 percent.', '40 percent', { modality: 'target' }],
    ['The toll could reach 400.', '400', { modality: 'possible' }],
  ])('%s', (text, quote, expected) => {
    expect(row(text, quote)).toMatchObject(expected);
  });
});

describe('who says so and where', () => {
  it('names the source of the sentence', () => {
    const text = 'At least 14 people were killed in Slovenia, the Interior Ministry said.';
    expect(row(text, '14')).toMatchObject({
      attributed_to: 'Interior Ministry',
      attribution_basis: 'stated',
      place: 'Slovenia',
      place_basis: 'stated',
    });
  });

  it('finds a source from which a clause parts its verb', () => {
    const text = 'The ministry, which runs the camps, said 14 people had died.';
    expect(row(text, '14')).toMatchObject({ attributed_to: 'ministry', attribution_basis: 'quotation' });
  });

  it('takes the speaker of the quotation that holds the number', () => {
    const text = '“We lost 3.5 million euros in a night. It was bad,” said Omar Siddiqui, head of the traders.';
    expect(row(text, '3.5 million euros')).toMatchObject({
      attributed_to: 'Omar Siddiqui',
      attribution_basis: 'quotation',
    });
  });

  it('names no source that is none', () => {
    const text = 'Polls at the start of the month showed a lead of 12 points.';
    expect(row(text, '12').attributed_to).toBeNull();
  });

  it('gives a part and its whole no place in common', () => {
    expect(row('All but one of the 14 deaths were in Maribor.', '14').place).toBeNull();
  });

  it('infers a country only for public numbers', () => {
    const lead = 'Peru voted. Peru was calm. Peru counted. Then ';
    expect(row(`${lead}781 killings were recorded.`, '781')).toMatchObject({ place: 'Peru', place_basis: 'inferred' });
    expect(row(`${lead}shares fell 9 percent.`, '9 percent').place).toBeNull();
    expect(row(`${lead}global production grew 4 percent.`, '4 percent').place).toBeNull();
  });

  it('takes a place behind an article', () => {
    expect(row('In the United States, over 244 killings were recorded.', '244').place).toBe('United States');
  });

  it('counts no country that only describes what follows', () => {
    const text = 'Peru voted. US forces left Peru. US ships left Peru. US aid ended. Then 781 killings were recorded.';
    expect(row(text, '781')).toMatchObject({ place: 'Peru', place_basis: 'inferred' });
    expect(row('Peru, Chile and Cuba voted. Peru met Chile. Then 781 killings came.', '781').place).toBeNull();
  });

  it('reads "according to"', () => {
    const text = 'Exports fell 8 percent, according to the growers’ league.';
    expect(row(text, '8 percent').attribution_basis).toBe('stated');
  });

  it('takes the owner of the measure for its place', () => {
    expect(row('Ecuador’s murder rate has dropped by 16%.', '16%')).toMatchObject({
      place: 'Ecuador',
      place_basis: 'stated',
    });
  });

  it('leaves place and source null where nothing names them', () => {
    expect(row('The flood killed 14 people.', '14')).toMatchObject({
      place: null,
      place_basis: 'none',
      attributed_to: null,
      attribution_basis: 'none',
    });
  });
});

it.each(['Were 14 people killed?', 'It has 40.', 'This is one aspect of it.', 'There is no reason for it.'])(
  'publishes no row that says nothing: %s',
  (text) => {
    expect(rowsOf(text)).toEqual([]);
  },
);

it.each<[string, string | null, string, string | null]>([
  ['It cost $US55,931,000.', null, '$US55,931,000', 'USD'],
  ['It cost AUD1.5m.', null, 'AUD1.5m', 'AUD'],
  ['It cost $5 million.', null, '$5 million', 'USD'],
  ['It cost $5 million.', 'https://www.example.com.au/a', '$5 million', 'AUD'],
  ['It cost $5 million, or NZ$6 million.', null, '$5 million', null],
])('%s (%s)', (text, url, quote, currency) => {
  const rows = extract(documentOf(text, { url }), resources()).rows.statistics as Statistic[];
  expect(rows.find((r) => r.quote === quote)).toMatchObject({ kind: 'money', currency, unit: currency });
});

it('shows no words of a text whose rights forbid it', () => {
  const document = documentOf('The flood killed 14 people.', { rights: 'hash_only' });
  const [only] = extract(document, resources()).rows.statistics as Statistic[];
  expect(only).toMatchObject({ value_text: null, quote: null, value: 14 });
});
