import { describe, expect, it } from 'vitest';
import { extract } from '#pipeline/extract/index.ts';
import type { RowOf } from '#schemas/table.ts';
import type { statistics } from '#schemas/tables/statistics.ts';
import { documentOf, resources } from '../document.ts';

type Statistic = RowOf<typeof statistics>;

const rowsOf = (text: string, publishedOn: string | null = null): Statistic[] =>
  extract(documentOf(text, { published_on: publishedOn }), resources()).rows.statistics as Statistic[];

/** The row whose quote this is. */
function row(text: string, quote: string, publishedOn: string | null = null): Statistic {
  const found = rowsOf(text, publishedOn).find((r) => r.quote === quote);
  if (!found) throw new Error(`no statistic "${quote}" in "${text}"`);
  return found;
}

describe('what a number is about, and whose it is', () => {
  it.each<[string, string, string | null, string | null]>([
    // counted nouns with modifiers and complements
    ['He was charged with nine counts of theft.', 'nine', 'counts of theft', null],
    ['Six new episodes of Harbour Street were filmed.', 'Six', 'new episodes', 'Harbour Street'],
    ['The firm had 40 long-term contracts.', '40', 'long-term contracts', 'firm'],
    ['They sold 300 tonnes of dried apple slices.', '300 tonnes', 'dried apple slices sold', null],
    ['Three brothers of Ana Kovač came.', 'Three', 'brothers', 'Ana Kovač'],
    ['She paid three of the bills.', 'three', 'bills', null],
    // the actor is nobody whose number it is
    ['Police seized 12 tonnes of cocaine.', '12 tonnes', 'cocaine seized', null],
    ['Customs officers confiscated 40 rifles.', '40', 'rifles confiscated', null],
    ['Peru claimed to have killed 230 rebels.', '230', 'rebels killed', null],
    ['The storm destroyed 80 barns.', '80', 'barns destroyed', null],
    ['Rescuers evacuated 400 residents.', '400', 'residents evacuated', null],
    ['The army freed 12 hostages.', '12', 'hostages', null],
    // those who have, make, sell
    ['It is a small firm. The mill employs 90 weavers.', '90', 'weavers', 'mill'],
    ['Ana Kovač lost. She has three sons.', 'three', 'sons', 'Ana Kovač'],
    ['They came late. It has three rooms.', 'three', 'rooms', null],
    ['The storm had winds of 155 mph.', '155 mph', 'winds', 'storm'],
    ['The phone has 64 GB of memory.', '64 GB', 'memory', 'phone'],
    ['The airline announced it will suspend 3,600 staff.', '3,600', 'staff', 'airline'],
    ['The clinic, which has 80 beds, is full.', '80', 'beds', 'clinic'],
    // possessives
    ['Growers give 1% of their earnings to schools.', '1%', 'earnings', 'Growers'],
    ['The shipping group makes 60% of its revenue in Asia.', '60%', 'revenue', 'shipping group'],
    ['Tolex Energy cut its debt to $84 million.', '$84 million', 'debt', 'Tolex Energy'],
    ['Omar Reyes sold his house for $2 million.', '$2 million', 'house', 'Omar Reyes'],
    ['Omar Reyes’s plan was the mark of his 16-month tenure.', '16-month', 'tenure', 'Omar Reyes'],
    ['The sea reached the town and ruined a third of its homes.', 'a third', 'homes', null],
    ['The two parties hold 51 of the 90 seats.', '90', 'seats', null],
    // subjects of change
    ['Shares of Tolex rose 3%.', '3%', 'Shares of Tolex', null],
    ['Tolex’s shares rose 3% to $40.', '$40', 'shares', 'Tolex'],
    ['Exports fell by 3%.', '3%', 'Exports', null],
    ['There was a 5% rise in rents.', '5%', 'rents', null],
    ['The September wheat contract was up 19 cents.', '19 cents', 'September wheat contract', null],
    ['Turnover in the quarter rose to $7 million.', '$7 million', 'Turnover', null],
    ['Rents, up 3%, worry students.', '3%', 'Rents', null],
    ['Rents of old flats were cut by 12%.', '12%', 'Rents of old flats', null],
    ['The use of pumps to drain the fields rose 3%.', '3%', 'use of pumps', null],
    // copulas, appositions, relatives, passives
    ['The fee for a berth is $40.', '$40', 'fee for a berth', null],
    ['Repairs, which will cost $9 million, began.', '$9 million', 'cost', 'Repairs'],
    ['The voltage across it was 5 volts.', '5 volts', 'voltage', null],
    ['The plot was sold for $4 million.', '$4 million', null, 'plot'],
    ['The mill was valued at $4 million.', '$4 million', 'mill', null],
    ['About 8 percent of the bread is baked in Tuzla.', '8 percent', 'bread baked in Tuzla', null],
    ['Half of the wells were poisoned.', 'Half', 'wells poisoned', null],
    // lists
    ['She won 3 percent of the vote in May and 2.3 percent in June.', '2.3 percent', 'vote', null],
    ['The fire burned 40 barns and 12 mills.', '40', 'barns burned', null],
    ['The fire burned 40 barns, six sheds and 12 mills.', '12', 'mills burned', null],
    ['The fire burned 40 barns and 12 mills were saved.', '12', 'mills saved', null],
    ['It holds 500 or 1,000 songs.', '500', 'songs', null],
    // rates
    ['The gang smuggled 20 cars a week.', '20', 'cars smuggled', null],
    ['The crude sells at $58 per barrel.', '$58 per barrel', null, 'crude'],
    // ages
    ['Ana Kovač, 43, lost.', '43', 'age', 'Ana Kovač'],
    ['Ana Kovač won. She was 82 years old.', '82 years old', 'age', 'Ana Kovač'],
    ['A 12-year-old girl won.', '12-year-old', 'age', 'girl'],
    ['Someone won. He was 82 years old.', '82 years old', 'age', null],
    // lengths of time and of things
    ['Ana Kovač served as mayor for twelve years.', 'twelve years', 'served as mayor', 'Ana Kovač'],
    ['The court suspended work for five weeks.', 'five weeks', 'suspended work', 'court'],
    ['Omar Reyes was sentenced to six years in prison.', 'six years', 'sentenced', 'Omar Reyes'],
    ['The siege lasted 35 days.', '35 days', 'siege', null],
    ['They left within three hours.', 'three hours', null, null],
    ['The tower is 80 meters tall.', '80 meters', 'height', 'tower'],
    ['The village lies 10 km from the coast.', '10 km', 'distance', 'village'],
    ['The trench was 3 feet deep.', '3 feet', 'depth', 'trench'],
    ['He drank 3 pints away from home.', '3 pints', null, null],
    ['She lives in a 25-room villa.', '25', 'room', 'villa'],
    ['The war-damaged five-storey tower fell.', 'five', 'storey', 'tower'],
    // parts and wholes
    ['She won 12 of the state’s 41 elected delegates.', '12', 'elected delegates', 'state'],
    ['Some 70 percent of households own a house.', '70 percent', 'households own a house', null],
    ['About 9 percent of growers said they would leave.', '9 percent', 'growers said they would leave', null],
    ['About 400 checks were carried out.', '400', 'checks carried out', null],
    ['The crash left two people dead.', 'two', 'people dead', null],
    ['The share was 49 percent for women and 53 percent for men.', '53 percent', 'share', 'men'],
    ['Tuzla and Ruše had rates of 50%.', '50%', 'rates', 'Tuzla and Ruše'],
    ['They glued rings on thousands of chicks.', 'thousands', 'chicks', null],
    ['Ana Kovač began at the age of fifteen.', 'fifteen', 'age', 'Ana Kovač'],
    ['Two of the miner’s dogs died.', 'Two', 'dogs died', 'miner'],
    ['The 176 people on board were all killed.', '176', 'people killed', null],
    ['The wreck lies 50 miles (80 km) south of Ruše.', '50 miles', 'distance', 'wreck'],
    ['Novak led Reyes 49 percent to 42 percent.', '42 percent', null, 'Reyes'],
    ['A poll shows Novak leading Reyes 49 percent to 42 percent.', '49 percent', null, 'Novak'],
    ['Ana Novak beat Omar Reyes by 49 percent to 42 percent.', '42 percent', null, 'Omar Reyes'],
    ['Novak met Reyes 49 percent to 42 percent.', '42 percent', null, null],
    ['There was a 17% loss rate for ewes and 12% for rams.', '12%', 'loss rate', 'rams'],
    ['His daughter Ana, aged 13, survived.', '13', 'age', 'daughter Ana'],
    ['The office recorded 611 tremors.', '611', 'tremors', null],
    ['Two pilgrims also died.', 'Two', 'pilgrims died', null],
    ['The law called for 20 years in prison.', '20 years', null, null],
    ['The wreck lies at a depth of 1,400 feet (430 meters), far from land.', '1,400 feet', 'depth', null],
    ['He spoke of debts, but 47-year-old Reyes’s office stayed shut.', '47-year-old', 'age', 'Reyes'],
    // money
    ['The coin is worth $8,000.', '$8,000', 'worth', 'coin'],
    ['They paid $500 for a new roof.', '$500', 'paid for a new roof', null],
    ['The group expects a net profit of $3 million.', '$3 million', 'net profit', 'group'],
    ['Economists expect inflation of 3%.', '3%', 'inflation', null],
    ['The sum of $40 was paid.', '$40', 'paid', null],
    ['The plot was sold for a price of $4 million.', '$4 million', 'price', 'plot'],
    ['There is a fee of $40 for Tolex.', '$40', 'fee', 'Tolex'],
    ['There is a fee of $40 for a berth.', '$40', 'fee', null],
    // complements of what a number modifies
    ['The island has a 25% tax on imported cars.', '25%', 'tax on imported cars', 'island'],
    ['She signed a $150,000 contract with the club.', '$150,000', 'contract with the club', null],
    ['It put a 25% tax on 40 goods.', '25%', 'tax', null],
    // made of what is counted
    ['A survey of 6,000 firms was held.', '6,000', 'firms', 'survey'],
    ['The arrest of 12 smugglers was news.', '12', 'arrest of smugglers', null],
    ['A total of 12 smugglers came.', '12', 'smugglers', null],
    ['They sang in front of 300 pupils.', '300', 'pupils', null],
    ['Ruše is a town of 7,000 people.', '7,000', 'people', 'town'],
    ['A ferry carrying 186 passengers ran aground.', '186', 'passengers', 'ferry'],
    ['A gross is 144 nails.', '144', 'nails', 'gross'],
    ['Among the dead were 12 children.', '12', 'children', null],
    ['The group will bring a plant to Ruše creating 40 jobs.', '40', 'jobs', 'group'],
    // nouns of change
    ['Telmark slipped to $40, a 4 percent drop.', '4 percent', 'drop', 'Telmark'],
    ['The court raised the penalty to $5 million.', '$5 million', 'penalty', null],
    ['Growth across the valley slowed to 3 percent.', '3 percent', 'Growth across the valley', null],
    [
      'The bank revised its growth forecast from 5 to 7 percent to 3 to 5 percent.',
      '7 percent',
      'growth forecast',
      'bank',
    ],
    ['The governing parties hold 51 of the 90 seats.', '90', 'seats', null],
    // labels
    ['floor area = 32 sq m', '32 sq m', 'floor area', null],
    // what took how long
    ['The crew repaired the bridge within six weeks.', 'six weeks', 'repaired the bridge', 'crew'],
    ['Smugglers came back six minutes later.', 'six minutes', null, null],
    ['It was the worst storm to hit the coast in ten years.', 'ten years', null, null],
    ['The mill has been idle for two years.', 'two years', 'idle', 'mill'],
  ])('%s [%s]', (text, quote, measure, subject) => {
    expect(row(text, quote)).toMatchObject({ measure, subject });
  });
});

describe('who says so', () => {
  it.each<[string, string, string | null, Statistic['attribution_basis']]>([
    ['Highlighting that 70 percent of tea is lost, Ana Kovač asked for help.', '70 percent', 'Ana Kovač', 'quotation'],
    ['The ministry reported 12 deaths.', '12', 'ministry', 'stated'],
    ['The damage was estimated at $5 million by the insurers’ union.', '$5 million', 'insurers’ union', 'stated'],
    ['At least 12 people died, according to the Interior Ministry.', '12', 'Interior Ministry', 'stated'],
    ['A report says 40 wells were poisoned.', '40', 'report', 'quotation'],
    ['Ana Kovač spoke. She said 40 wells were poisoned.', '40', 'Ana Kovač', 'quotation'],
    ['“We lost 40 wells,” said Ana Kovač.', '40', 'Ana Kovač', 'quotation'],
    [
      'A study in the Tuzla Journal of Medicine said 40 wells were bad.',
      '40',
      'study in the Tuzla Journal of Medicine',
      'quotation',
    ],
    ['“They need beds,” said Ana Kovač, head of a group that has opened three homes.', 'three', null, 'none'],
    ['Peru had most deaths, with Chile reporting 37 deaths.', '37', 'Chile', 'stated'],
    ['Magnitude 6.3 according to Ana Kovač, it was magnitude 6.4 to others.', '6.4', null, 'none'],
    ['Some 10% of people own a suit according to a 2011 study, they reported.', '10%', 'study', 'stated'],
    ['Local officials said on Saturday, about 20 barns fell.', '20', 'Local officials', 'stated'],
    ['Miners found 12 nuggets.', '12', null, 'none'],
    ['It burned, said Ana Kovač, head of Open Door, which has opened three homes.', 'three', null, 'none'],
    ['About 40 slept there, said Ana Kovač, who runs three homes.', 'three', null, 'none'],
    ['According to Ana Kovač, who owns 12 ships, the port is safe.', '12', null, 'none'],
    ['The ministry said the dam, which has 40 gates, was safe.', '40', 'ministry', 'stated'],
    ['The firm added 3,400 jobs.', '3,400', null, 'none'],
    ['The mayor, who said little, paid $40.', '$40', null, 'none'],
    ['The table shows nothing and 12 chairs broke.', '12', null, 'none'],
  ])('%s', (text, quote, attributedTo, basis) => {
    expect(row(text, quote)).toMatchObject({ attributed_to: attributedTo, attribution_basis: basis });
  });
});

it('takes the place at the head of a sentence', () => {
  const text = 'In Peru, growers lost 40 barns.';
  expect(row(text, '40')).toMatchObject({ place: 'Peru', place_basis: 'stated' });
});

it('gives a number no place that stands with another verb', () => {
  expect(row('The fever struck 200 people in Lima and killed three people.', 'three').place).toBeNull();
});

describe('denied, hoped for, foreseen', () => {
  it.each<[string, string, Partial<Statistic>]>([
    ['The police denied that 12 people were killed.', '12', { polarity: 'negative' }],
    ['The army denied killing 12 villagers.', '12', { polarity: 'negative' }],
    ['The army dismissed reports that 12 villagers were killed.', '12', { polarity: 'negative' }],
    ['The firm denied bribery and paid $5 million.', '$5 million', { polarity: 'positive' }],
    ['He denied three charges of theft.', 'three', { polarity: 'positive' }],
    ['The 12 villagers were not killed.', '12', { polarity: 'negative' }],
    ['The mill aims to cut waste by 40 percent.', '40 percent', { modality: 'target' }],
    ['The bank set a target of 2 percent.', '2 percent', { modality: 'target' }],
    ['The belt (it is 6,000 km long) can be seen.', '6,000 km', { modality: 'actual' }],
    ['The toll could reach 400.', '400', { modality: 'possible' }],
    ['If the dam breaks, 400 barns would be flooded.', '400', { modality: 'conditional' }],
    ['The bank expects growth of 2%.', '2%', { modality: 'projected' }],
    ['Rents will rise by 4%.', '4%', { modality: 'projected' }],
    ['An estimated 4,000 people marched.', '4,000', { modality: 'estimated' }],
    ['Rents rose by 4%.', '4%', { modality: 'actual', polarity: 'positive' }],
    // what another clause may do
    ['The vote could be close because 40 homes were lost.', '40', { modality: 'actual' }],
    ['The panel will rule after hearing evidence for three days.', 'three days', { modality: 'projected' }],
    ['Growth is tipped to be 4.1% this year, dipping to 4% in 2005.', '4%', { modality: 'projected' }],
    ['Growth was 4.1% this year, dipping to 4% in 2005.', '4%', { modality: 'actual' }],
    ['These are plans that can be bought, meaning they are 35% better.', '35%', { modality: 'actual' }],
    ['The council has urged an increase to 1.26%.', '1.26%', { modality: 'target' }],
    ["Steel firm 'to cut' 45,000 jobs", '45,000', { modality: 'projected' }],
    // a modal verb further off, as the tree has it
    ['A merger would create the biggest bank of the country, valued at $180bn.', '$180bn', { modality: 'conditional' }],
    ['Only 12% of farms in the north of the country will own drones by 2028.', '12%', { modality: 'projected' }],
    ['Reyes said the party would cut waste to allow $4bn in grants.', '$4bn', { modality: 'projected' }],
    ['Four other plans drawn up by the council will also be read.', 'Four', { modality: 'actual' }],
    ['The 2.5GB disk from Tolex might help.', '2.5GB', { modality: 'actual' }],
    ['A ticket could cost $6.25 in 2004, compared to $5.80 in 2002.', '$5.80', { modality: 'actual' }],
    ['Shops, which employ 4,000 people, could close.', '4,000', { modality: 'actual' }],
  ])('%s', (text, quote, expected) => {
    expect(row(text, quote)).toMatchObject(expected);
  });
});

describe('what is so on the day of publication', () => {
  it.each<[string, string, string | null]>([
    ['The union has 4,500 members.', '4,500', '2026-05-14'],
    // What is so at all times has no day, nor has what somebody is quoted as saying.
    ['The tower is 80 meters tall.', '80 meters', null],
    ['“The union has 4,500 members,” said Ana Kovač.', '4,500', null],
    ['The union had 4,500 members.', '4,500', null],
    ['The union may have 4,500 members.', '4,500', null],
  ])('%s', (text, quote, from) => {
    const basis = from === null ? 'none' : 'inferred';
    expect(row(text, quote, '2026-05-14')).toMatchObject({ period_start: from, period_end: from, period_basis: basis });
  });
});

it('states once what a page prints twice', () => {
  const line = 'The flood killed 14 people in the valley, and the mayor of the town spoke of a great loss for all.';
  expect(rowsOf(`${line}\n\nNobody slept.\n\n${line}`).filter((r) => r.quote === '14')).toHaveLength(1);
});

describe('when a number holds', () => {
  it.each<[string, string, string | null]>([
    ['As of 14 May, Slovenia has reported 400 cases and 12 deaths.', '12', '2026-05-14'],
    ['In May there were 400 cases and Slovenia reported 12 deaths.', '12', null],
    ['As of 14 May, 400 pupils had fallen ill.', '400', '2026-05-14'],
  ])('%s [%s]', (text, quote, start) => {
    expect(row(text, quote, '2026-05-16').period_start).toBe(start);
  });
});
