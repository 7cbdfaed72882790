import { expect, it } from 'vitest';
import type { Quantity } from '#pipeline/annotate/document.ts';
import { documentOf } from '../../document.ts';

/** Quote, value or `low..high`, kind, unit and qualifier of every quantity. */
function read(text: string): string[] {
  return documentOf(text).quantities.map((q) =>
    [text.slice(q.start, q.end), numberOf(q), q.kind, unitOf(q), q.qualifier].join(' | '),
  );
}

const numberOf = ({ value, low, high }: Quantity): string => String(value ?? `${low}..${high}`);
const unitOf = ({ unit, unitText, per }: Quantity): string => `${unit ?? unitText}${per ? ` per ${per}` : ''}`;

it.each([
  ['They sold 1.2 million tickets.', '1.2 million | 1200000 | count | tickets | exact'],
  ['They were aged above 60.', '60 | 60 | age | a | more_than'],
  ['There were 1.5 adult male Magellanic penguins.', '1.5 | 1.5 | count | adult male Magellanic penguins | exact'],
  ['The bag weighs 1,5 kg.', '1,5 kg | 1.5 | measurement | kg | exact'],
  ['They sold two dozen eggs.', 'two dozen | 24 | count | eggs | exact'],
  ['Two hundred and five people came.', 'Two hundred and five | 205 | count | people | exact'],
  ['They raised £3bn in a day.', '£3bn | 3000000000 | money | GBP | exact'],
  ['The plan costs $15-20 billion.', '$15-20 billion | 15000000000..20000000000 | money | USD | range'],
  [
    'The plan costs $3 billion to $5 billion.',
    '$3 billion to $5 billion | 3000000000..5000000000 | money | USD | range',
  ],
  ['The loss was 361 million pounds.', '361 million pounds | 361000000 | money | GBP | exact'],
  ['It holds 361 million pounds of rice.', '361 million pounds | 361000000 | measurement | [lb_av] | exact'],
  ['They built 63,000 Model 3 sedans.', '63,000 | 63000 | count | Model 3 sedans | exact'],
  ['He paid 45 million euros.', '45 million euros | 45000000 | money | EUR | exact'],
  ['He paid C$500 for it.', 'C$500 | 500 | money | CAD | exact'],
  ['It costs 19 cents.', '19 cents | 0.19 | money | USD | exact'],
  ['The loan is 3 million kroner.', '3 million kroner | 3000000 | money | kroner | exact'],
  ['Between 10 and 15 bridges were closed.', '10 and 15 | 10..15 | count | bridges | range'],
  ['It lost 10 to 15 per cent of its value.', '10 to 15 per cent | 10..15 | percent | % | range'],
  ['Prices rose 16%.', '16% | 16 | percent | % | exact'],
  [
    'The bank cut it by a quarter of a percentage point.',
    'a quarter of a percentage point | 0.25 | percentage_point | % | exact',
  ],
  ['The index fell -1.3% there.', '-1.3% | -1.3 | percent | % | exact'],
  ['A third of the homes were flooded.', 'A third | 0.3333333333333333 | ratio | null | exact'],
  ['One in eight agreed.', 'One in eight | 0.125 | ratio | null | exact'],
  ['At least 14 people died.', '14 | 14 | count | people | at_least'],
  ['Up to 400 people came.', '400 | 400 | count | people | at_most'],
  ['About 2,300 residents left.', '2,300 | 2300 | count | residents | approximate'],
  ['There are more than 110 ferries.', '110 | 110 | count | ferries | more_than'],
  ['Fewer than 25 stalls remain.', '25 | 25 | count | stalls | less_than'],
  ['An estimated 30 people fled.', '30 | 30 | count | people | approximate'],
  ['Hundreds of cars were wrecked.', 'Hundreds | 100..1000 | count | cars | range'],
  ['Tens of thousands of people marched.', 'Tens of thousands | 10000..100000 | count | people | range'],
  ['The car did 70 mph.', '70 mph | 70 | measurement | [mi_i]/h | exact'],
  ['It ran at 75 kilometers per hour.', '75 kilometers per hour | 75 | measurement | km/h | exact'],
  ['It was 40°C at noon.', '40°C | 40 | measurement | Cel | exact'],
  ['The tank holds 500km of pipe.', '500km | 500 | measurement | km | exact'],
  ['Oil sold for $58.24 per barrel.', '$58.24 per barrel | 58.24 | money | USD per barrel | exact'],
  ['They earn $48,000 a year.', '$48,000 a year | 48000 | money | USD per year | exact'],
  ['The 34-year-old was freed.', '34-year-old | 34 | age | a | exact'],
  ['A man aged 56 was freed.', '56 | 56 | age | a | exact'],
  ['Ana Novak, 34, was freed.', '34 | 34 | age | a | exact'],
  ['It was a 16-month project.', '16-month | 16 | duration | mo | exact'],
  ['Rovers beat Athletic 3-1 there.', '3-1 | 1..3 | score | null | range'],
  ['They moved to second place.', 'second | 2 | rank | null | exact'],
  ['The film sold 2.7m tickets.', '2.7m | 2700000 | count | tickets | exact'],
  ['Half the homes were lost.', 'Half | 0.5 | ratio | null | exact'],
  ['Three in four voters agreed.', 'Three in four | 0.75 | ratio | null | exact'],
  ['It was 1 in 5 of them.', '1 in 5 | 0.2 | ratio | null | exact'],
  ['Hundreds of thousands of people fled.', 'Hundreds of thousands | 100000..1000000 | count | people | range'],
  ['There were twice as many fires.', 'twice | 2 | ratio | times | exact'],
  ['The flat is three times larger.', 'three times | 3 | ratio | times | exact'],
  ['A threefold rise was seen.', 'threefold | 3 | ratio | times | exact'],
  ['It costs 1,5 million euros.', '1,5 million euros | 1500000 | money | EUR | exact'],
  ['About half a million people fled.', 'half a million | 500000 | count | people | approximate'],
  ['They have 3 million and a half users.', '3 million and a half | 3500000 | count | users | exact'],
  ['The rate was two point five percent.', 'two point five percent | 2.5 | percent | % | exact'],
  ['It fell to minus 12 degrees Celsius.', 'minus 12 degrees Celsius | -12 | measurement | Cel | exact'],
  ['It holds 2.5×10^6 liters.', '2.5×10^6 liters | 2500000 | measurement | L | exact'],
  ['Around 80, 000 spectators came.', '80, 000 | 80000 | count | spectators | approximate'],
  ['Some 1 200 000 voters came.', '1 200 000 | 1200000 | count | voters | approximate'],
  ['The dam cost 35 lakh rupees.', '35 lakh rupees | 3500000 | money | INR | exact'],
  ['The road cost 2 crore rupees.', '2 crore rupees | 20000000 | money | INR | exact'],
  ['The deal is worth $US160 million.', '$US160 million | 160000000 | money | USD | exact'],
  [
    'Profit was between $US160 million and $US171 million.',
    '$US160 million and $US171 million | 160000000..171000000 | money | USD | range',
  ],
  ['The charge is C $ 40 million.', 'C $ 40 million | 40000000 | money | CAD | exact'],
  ['The order is worth 48.5 MEUR.', '48.5 MEUR | 48500000 | money | EUR | exact'],
  ['He paid 3 dollars and 50 cents.', '3 dollars and 50 cents | 3.5 | money | USD | exact'],
  ['She is 5 feet 6 inches tall.', '5 feet 6 inches | 5.5 | measurement | [ft_i] | exact'],
  ['A ship of 10 1/2 miles was drawn.', '10 1/2 miles | 10.5 | measurement | [mi_i] | exact'],
  [
    'It pumps 1.2 million barrels of oil a day.',
    '1.2 million barrels | 1200000 | measurement | [bbl_us] per day | exact',
  ],
  ['They own a 52,000 barrel-a-day plant.', '52,000 barrel-a-day | 52000 | measurement | [bbl_us] per day | exact'],
  ['It earned $13 billion a year earlier.', '$13 billion | 13000000000 | money | USD | exact'],
  ['There were 6.2 killings per 100,000 people.', '6.2 | 6.2 | rate | killings per 100,000 people | exact'],
  ['The rate rose by half a percentage point.', 'half a percentage point | 0.5 | percentage_point | % | exact'],
  ['The rate rose by a quarter point.', 'a quarter point | 0.25 | percentage_point | % | exact'],
  ['Fees range from $200 to $5,000.', '$200 to $5,000 | 200..5000 | money | USD | range'],
  ['They are 40 to 50 years old.', '40 to 50 years old | 40..50 | age | a | range'],
  ['Men aged 18 to 25 may join.', '18 to 25 | 18..25 | age | a | range'],
  ['It built an 8- to 16-meter mirror.', '8- to 16-meter | 8..16 | measurement | m | range'],
  ['Rovers won 2-0 at home.', '2-0 | 0..2 | score | null | range'],
  ['It is ranked No. 3 there.', 'No. 3 | 3 | rank | null | exact'],
  ['She is the Spanish No. 3 there.', 'No. 3 | 3 | rank | null | exact'],
  ['It is the third-largest of all.', 'third | 3 | rank | null | exact'],
  ['No deaths were reported.', 'No | 0 | count | deaths | exact'],
  ['Nobody was hurt in the crash.', 'Nobody | 0 | count | null | exact'],
  ['Some 200 people stayed.', '200 | 200 | count | people | approximate'],
  ['Dozens of cars were wrecked.', 'Dozens | 12..null | count | cars | at_least'],
  ['The plume extends hundreds of miles.', 'hundreds of miles | 100..1000 | measurement | [mi_i] | range'],
  ['About 10 to 15 people came.', '10 to 15 | 10..15 | count | people | approximate'],
  ['Some 200-300 people came.', '200-300 | 200..300 | count | people | approximate'],
  ['Between roughly 10 and 15 people came.', '10 and 15 | 10..15 | count | people | approximate'],
  ['They were 10 to 15 people or so.', '10 to 15 | 10..15 | count | people | approximate'],
  ['He let a sub-300 sq m office.', '300 sq m | 300 | measurement | m2 | less_than'],
  ['It will join the 50 previous years.', '50 previous years | 50 | duration | a | exact'],
  ['It trades on barely 6.5 times earnings.', '6.5 times | 6.5 | ratio | times | approximate'],
  ['The sea warmed by 1.19deg C.', '1.19deg C | 1.19 | measurement | Cel | exact'],
  ['It fell to - 20 degrees Celsius.', '- 20 degrees Celsius | -20 | measurement | Cel | exact'],
  ['It was worth up to PS2.7m.', 'PS2.7m | 2700000 | money | GBP | at_most'],
  ['The cup holds 1/16 of a US pint.', '1/16 of a US pint | 0.0625 | measurement | [pt_us] | exact'],
  ['They ran half a mile.', 'half a mile | 0.5 | measurement | [mi_i] | exact'],
  ['They lost 75 USD million there.', '75 USD million | 75000000 | money | USD | exact'],
  ['It costs 15 dollars 50.', '15 dollars 50 | 15.5 | money | USD | exact'],
  ['Shares closed at 1112 p.', '1112 p | 11.12 | money | GBP | exact'],
  ['Weight: 20 (kg).', '20 (kg) | 20 | measurement | kg | exact'],
  ['He weighs 200lbs.', '200lbs. | 200 | measurement | [lb_av] | exact'],
  ['The now-18-month-old boy was found.', '18-month-old | 18 | age | mo | exact'],
  ['They shot 300 recorded songs.', '300 | 300 | count | songs | exact'],
  ['The top three seeds won.', 'three | 3 | count | seeds | exact'],
  ['Fines are between $50-100,000.', '$50-100,000 | 50000..100000 | money | USD | range'],
  ['They bought four Rolls-Royce Trent 900 engines.', 'four | 4 | count | Rolls-Royce Trent 900 engines | exact'],
  ['He praised two of the Rolls-Royce Trent 900 engines.', 'two | 2 | count | null | exact'],
  ['It has 90 seats or more.', '90 | 90 | count | seats | at_least'],
])('%s', (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

it('gives a unit to every number of a row that shares it', () => {
  expect(read('Of these, 5, 10 and 15 per cent failed.')).toEqual([
    '5 | 5 | percent | % | exact',
    '10 | 10 | percent | % | exact',
    '15 per cent | 15 | percent | % | exact',
  ]);
  expect(read('It has four-, five- and six-door cars.').map((line) => line.split(' | ')[3])).toEqual([
    'door',
    'door',
    'door',
  ]);
});

it.each([
  ['It improved from 20 mpg in cars to 24 in vans.', ['20 | [mi_i]/[gal_us]', '24 | [mi_i]/[gal_us]']],
  ['460 cars were stolen, compared with 63 a year ago.', ['460 | cars', '63 | cars']],
  ['Some 22 fires broke out, compared with an average of 20 per week.', ['22 | fires', '20 | fires per week']],
  ['There are 68 people who work and 95 who do not.', ['68 | people', '95 | people']],
  ['It hit 6 million homes, including 1.5 million in Sydney.', ['6000000 | homes', '1500000 | homes']],
  ['The DAX rose by 2 percent but the CAC fell by 1.', ['2 | %', '1 | %']],
  ['It costs 435,000 yen ($4,000) here and 380,000 ($3,500) there.', ['JPY', 'USD', 'JPY', 'USD']],
  ['The index lost 162 points to end at 7,425.81.', ['162 | points', '7425.81 | points']],
  ['They sold 12 cars over £1m, compared with 20.', ['12 | cars', '1000000 | GBP', '20 | cars']],
  ['It cut costs by 20% and staff by about 200 after that.', ['20 | %', '200 | null']],
  ['They sold 12 cars to 30 and left.', ['12 | cars', '30 | null']],
])('lends a bare number the unit of another: %s', (text, expected) => {
  const found = documentOf(text).quantities.map((q) => `${numberOf(q)} | ${unitOf(q)}`);
  expect(found.map((line, i) => (/^[A-Z]{3}$/.test(expected[i] ?? '') ? line.slice(-3) : line))).toEqual(expected);
});

it.each([
  ['The drama about two boys won a prize.', null],
  ['A crew of about two dozen people came.', 'approximate'],
])('hears “about” as a hedge or as what is told: %s', (text, qualifier) => {
  expect(documentOf(text).quantities[0]!.qualifier).toBe(qualifier ?? 'exact');
});

it('hedges what a bracket tells again like what it tells', () => {
  expect(read('It takes more than 7.5 million crowns (US$1.1 million).')[1]).toBe(
    'US$1.1 million | 1100000 | money | USD | more_than',
  );
});

it('reads no Roman numeral as a value', () => {
  const text =
    'World War II ended. Henry VIII died. He won Super Bowl XL. Pope John Paul II spoke. Act III and Chapter IV were cut. Type II diabetes spread. The XIX Games began.';
  expect(read(text)).toEqual([]);
});

it('counts a part in what its whole is', () => {
  expect(read('He raised 280 million of the 1.5 billion shekels.')).toEqual([
    '280 million | 280000000 | money | ILS | exact',
    '1.5 billion shekels | 1500000000 | money | ILS | exact',
  ]);
});

it('takes both of two ages for ages', () => {
  expect(read('He was 11 or 12 years old.').map((line) => line.split(' | ').slice(1, 3).join(' '))).toEqual([
    '11 age',
    '12 age',
  ]);
});

it('keeps percent and percentage point apart', () => {
  expect(read('Turnout fell 3 percent. Turnout fell 3 percentage points.')).toEqual([
    '3 percent | 3 | percent | % | exact',
    '3 percentage points | 3 | percentage_point | % | exact',
  ]);
});

it('takes a raise from one value to another for no range', () => {
  expect(read('The bank raised its forecast for growth from 3% to 4%.')).toEqual([
    '3% | 3 | percent | % | exact',
    '4% | 4 | percent | % | exact',
  ]);
});

it('keeps the two ends of a change apart', () => {
  expect(read('The rate fell from 5.2% to 4.9%.')).toEqual([
    '5.2% | 5.2 | percent | % | exact',
    '4.9% | 4.9 | percent | % | exact',
  ]);
});
