import { describe, expect, it } from 'vitest';
import { row, rowsOf, type Statistic } from './statistic-rows.ts';

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
    ['Tolex was told to pay $125m for repairs.', '$125m', { measure: 'paid for repairs', subject: 'Tolex' }],
    ['Tolex is 100% foreign-owned.', '100%', { measure: 'foreign-owned', subject: 'Tolex' }],
    ['At about 80% of GDP, the gross debt is high.', '80%', { measure: 'GDP', subject: 'gross debt' }],
    ['Reyes moved away over the last two kilometres.', 'two kilometres', { subject: null }],
    ['“I am 25,” said Ana Kovač.', '25', { subject: 'Ana Kovač' }],
    [
      'Ana Novak, who won two states, led Omar Reyes, the mayor, 49 percent to 42 percent.',
      '49 percent',
      { subject: 'Ana Novak' },
    ],
    // asides, and what a noun with an infinitive is not
    ['The boxes can hold up to 1.8kg of sand.', '1.8kg', { measure: 'sand', subject: 'boxes' }],
    [
      'The boxes, which are smaller than bricks, can hold up to 1.8kg of sand.',
      '1.8kg',
      { measure: 'sand', subject: 'boxes' },
    ],
    [
      'Record seller Ana Novak, who was behind hits by the Owls and the Larks, has died aged 62.',
      '62',
      { subject: 'Record seller Ana Novak' },
    ],
    ['The player was given the chance to create two maps.', 'two', { measure: 'maps', subject: 'player' }],
    ['The law gives guards the power to hold thieves for 30 minutes.', '30 minutes', { subject: null }],
    ['Experts had expected the rate to stay at 5.2%.', '5.2%', { measure: 'rate' }],
    ['It is quite normal for people to have two phones.', 'two', { subject: 'people' }],
    ['Ana Novak, the former head of Tolex, has died of cancer aged 44.', '44', { subject: 'Ana Novak' }],
    ['Some 27 films were made in Peru last year.', '27', { place: 'Peru' }],
    ['Age Aid said imposing a retirement age of 65 was wrong.', '65', { measure: 'age', subject: null }],
    // when it holds
    [
      'Tolex saw its profits fall 37% in the last quarter of 2004.',
      '37%',
      { measure: 'profits', period_start: '2004-10-01', period_end: '2004-12-31' },
    ],
    ['Sales fell 3% in the first six months of 2004.', '3%', { period_start: '2004-01-01', period_end: '2004-06-30' }],
    ['Tolex made $5m in May 2004, against $3m a year before.', '$3m', { period_text: null }],
    ['Tolex made $5m in May 2004, against $3m in May 2003.', '$3m', { period_start: '2003-05-01' }],
    // where it holds
    ['Viewers in Japan, the US and Peru use 51 sets.', '51', { place: null }],
    ['Shops in Japan, the United States, Peru and Chile sold 400 sets.', '400', { place: null }],
    ['Some 40 people died in Tempe, Arizona.', '40', { place: 'Tempe' }],
    ['The team lost 40 players born in Chile.', '40', { place: null }],
    ['Some 40 firms based in Peru closed.', '40', { place: 'Peru' }],
    ['Reyes expected the embargo to be lifted within six months.', 'six months', { subject: 'embargo' }],
    // ranks
    [
      "Tolex Bank, Peru's third-largest bank, closed.",
      'third',
      { measure: 'largest bank', subject: 'Tolex Bank', place: 'Peru', value: 3 },
    ],
    ['Peru is the fourth-largest exporter.', 'fourth', { measure: 'largest exporter', subject: 'Peru' }],
    ['Ana Kovač finished in third place.', 'third', { measure: null, subject: 'Ana Kovač' }],
    // changes
    ['Spending grew at 4.6%, up from just 1.6%.', '4.6%', { change: 'rise', base_value: 1.6 }],
    ['They fear the debt – which is rising at 15% a year.', '15% a year', { change: 'rise', measure: 'debt' }],
    ['Shares closed at 15 euros.', '15 euros', { change: 'none' }],
    // names, compounds, modifiers
    ['A man from a modest background Mr Novak, 57, lost.', '57', { subject: 'Mr Novak' }],
    ['The Tuzla-based mill was sold for $3m.', '$3m', { subject: 'Tuzla-based mill' }],
    ['It made a $4bn bid for US firm ISG.', '$4bn', { measure: 'bid' }],
    ['It comes with a £39.99 monthly fee.', '£39.99', { measure: 'monthly fee' }],
    [
      'Sales across both its retail and mail divisions were up 12%.',
      '12%',
      { measure: 'Sales across both its retail and mail divisions' },
    ],
    ['It asked the holders of 5% or more of the stock.', '5%', { measure: 'stock' }],
    ['The firm grew after four years of strong growth.', 'four years', { measure: 'strong growth' }],
    // what is told of those counted, not where or when they were
    ['More than 5 million Peruvians were out of work.', '5 million', { measure: 'Peruvians out of work' }],
    ['Some 6,000 children voted in the ballot.', '6,000', { measure: 'children voted in the ballot' }],
    ['Thousands of fans were out on the first day.', 'Thousands', { measure: 'fans' }],
    ['A third of pupils read two books.', 'A third', { measure: 'pupils read two books' }],
    // money that “with”, “took”, “fined” hand over
    [
      'The comedy Harbour Street led the hopefuls with $12m.',
      '$12m',
      { measure: null, subject: 'comedy Harbour Street' },
    ],
    ['He plays in a film, which took $31m.', '$31m', { measure: 'taken', subject: 'film' }],
    ['The singer has been fined 50,000 euros (£35,000).', '£35,000', { measure: 'fined', subject: 'singer' }],
    ['The film took four awards.', 'four', { subject: 'film' }],
    ['The thief took four coats.', 'four', { subject: null }],
    // changes
    [
      'The town saw its population rise from 7,500 to 45,000.',
      '45,000',
      { change: 'rise', measure: 'population', subject: 'town' },
    ],
    ['Output was 30% more than in 2003.', '30%', { change: 'rise' }],
    ['Miners are 400 times more likely to fall ill.', '400 times', { change: 'none' }],
    [
      'It paid $1bn for US wine maker Robert Mondavi.',
      '$1bn',
      { measure: 'paid for US wine maker Robert Mondavi', subject: null },
    ],
    ['They face a play-off in three weeks’ time.', 'three weeks', { measure: null, subject: null }],
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
    ['Growth is expected at 3% in 2024, and 2% in both 2025 and 2026.', '2%', { period_text: null, measure: 'Growth' }],
    ['Profits for 2024 rose 56% to $2bn.', '$2bn', { period_text: 'for 2024' }],
    [
      'Shipments rose by 11% between 2023 and 2024.',
      '11%',
      { period_text: 'between 2023 and 2024', period_start: '2023-01-01' },
    ],
    ['Some 1846 people were hurt and 1720 had gone.', '1846', { period_text: null }],
    ['Miners in Peru are twice as ill and 16 times as poor.', '16 times', { place: null }],
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
    ['The firm is in talks with Tolex to buy a 20% stake.', '20%', { modality: 'target' }],
    ['Efforts to curb lending failed and output was 11%.', '11%', { modality: 'actual' }],
    ['The mayor wants to spend $9m.', '$9m', { modality: 'target' }],
    ['Tolex aims to sell more cars, launching 28 models.', '28', { modality: 'target' }],
    ['Tolex sold more cars, launching 28 models.', '28', { modality: 'actual' }],
    ['The £9m budget will grow.', '£9m', { modality: 'actual' }],
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
    [
      'The film took $30.1m last week, according to industry website Harbour Daily.',
      '$30.1m',
      { attributed_to: 'Harbour Daily' },
    ],
    ['Sales grew when two safety firms warned people off the rival.', 'two', { attributed_to: null }],
    ['Two banks said 40 people were hurt.', '40', { attributed_to: 'Two banks' }],
    ['Reyes put it on the web and now 40 people refine it.', '40', { attributed_to: null }],
    ['Reyes put the number of dead at about 40 people.', '40', { attributed_to: 'Reyes' }],
  ])('%s [%s]', check);
});

it('takes “one” at the head of a sentence for some one, but for a person', () => {
  expect(rowsOf('One tactic is sleep.')).toEqual([]);
  check('One child died.', 'One', { value: 1 });
  check('It was minus 40 degrees Celsius although it rained.', 'minus 40 degrees Celsius', { value: -40 });
});
