import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { quotesOf } from './quotes-of.ts';

const file = readFileSync(new URL('../../negative/quotations.txt', import.meta.url), 'utf8');
const lines = file.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

it.each(lines)('finds no quotation in: %s', (line) => {
  expect(quotesOf(line)).toEqual([]);
});
