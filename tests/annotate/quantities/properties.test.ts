import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDigits } from '#pipeline/annotate/quantities/numbers.ts';
import { documentOf } from '../../document.ts';

const negative = readFileSync(new URL('../../negative/quantities.txt', import.meta.url), 'utf8');

it.each(negative.split('\n').filter((line) => line !== '' && !line.startsWith('#')))(
  'finds no quantity: %s',
  (line) => {
    expect(documentOf(line).quantities.map((q) => line.slice(q.start, q.end))).toEqual([]);
  },
);

const words = [
  '$',
  '5',
  '1,200',
  '%',
  'to',
  '-',
  'million',
  'and',
  'a',
  'third',
  'of',
  'people',
  'per',
  '½',
  '1/2',
  'one',
  'hundred',
  '🙂',
  '€',
  'm',
];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...words)).map((list) => list.join(' ')),
);

it('finds runs of tokens in order with finite numbers, whatever the text', () => {
  fc.assert(
    fc.property(text, (any) => {
      const { quantities, tokens } = documentOf(any || ' ');
      let last = 0;
      for (const q of quantities) {
        expect(q.firstToken).toBeGreaterThanOrEqual(last);
        expect([q.start, q.end]).toEqual([tokens[q.firstToken]!.start, tokens[q.endToken - 1]!.end]);
        expect(q.number.start >= q.start && q.number.end <= q.end).toBe(true);
        for (const number of [q.value, q.low, q.high]) expect(number === null || Number.isFinite(number)).toBe(true);
        expect(q.low === null || q.high === null || q.low <= q.high).toBe(true);
        last = q.endToken;
      }
    }),
    { numRuns: 200 },
  );
});

it('reads back every whole number, with commas or without', () => {
  fc.assert(
    fc.property(fc.nat(), (n) => {
      expect(readDigits(String(n))?.value).toBe(n);
      expect(readDigits(String(n).replace(/\B(?=(?:\d{3})+$)/g, ','))?.value).toBe(n);
    }),
  );
});

it('refuses digits that are no number', () => {
  expect(['1,2', '12,34', '1.2.3', 'x1', '', '9'.repeat(50)].map(readDigits)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
