import { expect, it } from 'vitest';
import { documentOf } from '../../document.ts';

/** Currency, its basis and confidence of every sum of money. */
const read = (text: string, url: string | null = null): string[] =>
  documentOf(text, { url }).quantities.map((q) => `${q.currency} ${q.currencyBasis} ${q.confidence}`);

it.each([
  ['of the dateline', 'TORONTO — The plan will cost $40 million.', ['CAD country 0.65']],
  ['of the dateline', 'SINGAPORE — The flat was sold for 900,000 dollars.', ['SGD country 0.65']],
  ['of the dateline', 'KARACHI, Pakistan — The meal was 300 rupees.', ['PKR country 0.6']],
  [
    'that most places lie in',
    'Auckland and Wellington grew. So did Christchurch. In New Zealand a house was $900,000.',
    ['NZD country 0.65'],
  ],
  ['that no agency of the world means', 'SYDNEY (AP) — The firm paid $40 million.', ['USD default 0.8']],
  ['of an agency of the country', 'SYDNEY (AAP) — The firm paid $40 million.', ['AUD country 0.65']],
  ['where no country stands out', 'The flight from Toronto to Paris was $900.', ['USD default 0.8']],
  ['where the country has no dollar', 'PARIS — The watch was sold for $900.', ['USD default 0.8']],
  ['that the text names', 'TORONTO — It paid US$40 and C$30.', ['USD stated 0.95', 'CAD stated 0.95']],
  ['that is not the one written out', 'TORONTO — It paid C$30 for a $20 hat.', ['CAD stated 0.95', 'null null 0.7']],
])('gives a bare sign of money the currency %s: %s', (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});

it('believes the outlet before the country', () => {
  expect(read('TORONTO — The plan will cost $40 million.', 'https://news.example.co.nz/a')).toEqual(['NZD outlet 0.7']);
});
