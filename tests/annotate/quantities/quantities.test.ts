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
  ['They sold two dozen eggs.', 'two dozen | 24 | count | eggs | exact'],
  ['Two hundred and five people came.', 'Two hundred and five | 205 | count | people | exact'],
  ['They raised £3bn in a day.', '£3bn | 3000000000 | money | GBP | exact'],
  ['The plan costs $15-20 billion.', '$15-20 billion | 15000000000..20000000000 | money | USD | range'],
  [
    'The plan costs $3 billion to $5 billion.',
    '$3 billion to $5 billion | 3000000000..5000000000 | money | USD | range',
  ],
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
  ['Hundreds of cars were wrecked.', 'Hundreds | 100..null | count | cars | at_least'],
  ['Tens of thousands of people marched.', 'Tens of thousands | 10000..100000 | count | people | at_least'],
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
])('%s', (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

it('keeps the two ends of a change apart', () => {
  expect(read('The rate fell from 5.2% to 4.9%.')).toEqual([
    '5.2% | 5.2 | percent | % | exact',
    '4.9% | 4.9 | percent | % | exact',
  ]);
});
