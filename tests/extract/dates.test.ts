import { expect, it } from 'vitest';
import { extract } from '#pipeline/extract/index.ts';
import { documentOf, resources } from '../document.ts';

const datesOf = (text: string) => extract(documentOf(text), resources()).rows.dates;

it('lists dates with their days', () => {
  expect(datesOf('It rained in January 2025.')).toMatchObject([
    { quote: 'January 2025', kind: 'date', value: '2025-01', start: '2025-01-01', end: '2025-01-31', basis: 'stated' },
  ]);
});

it('leaves the year of a day without one open', () => {
  expect(datesOf('The vote is set for April 13.')).toMatchObject([
    { quote: 'April 13', value: 'XXXX-04-13', start: null, end: null, precision: 'day', basis: 'none' },
  ]);
});
