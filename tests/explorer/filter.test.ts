import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnInfo } from '#pipeline/explorer/data/codebook.ts';
import { folded, rowsWith, wordsOf } from '#pipeline/explorer/data/filter.ts';
import type { Part } from '#pipeline/explorer/data/store.ts';

const column = (name: string): ColumnInfo => ({
  ...{ name, title: name, description: name, type: 'string', unit: null, values: null, references: null },
});

const partOf = (quotes: readonly string[]): Part => ({
  table: {
    ...{
      name: 'dates',
      title: 'Dates',
      description: '',
      key: 'date_id',
      prefix: 'd',
      grounded: true,
      rows: quotes.length,
    },
    columns: [column('date_id'), column('quote')],
  },
  rows: quotes.length,
  has: () => true,
  column: (name) => (name === 'quote' ? quotes : quotes.map((_, i) => `d_${i}`)),
});

const found = (quotes: readonly string[], text: string): number[] => {
  const test = rowsWith(partOf(quotes), wordsOf(text));
  return quotes.flatMap((_, i) => (test(i) ? [i] : []));
};

describe('a search', () => {
  it('needs all words, in any order and place, without case and accents', () => {
    const quotes = ['Ana Kovač said', 'KOVAC', 'said Ana', 'nothing'];
    expect(found(quotes, 'kovac')).toEqual([0, 1]);
    expect(found(quotes, 'Said  ANA')).toEqual([0, 2]);
    expect(found(quotes, 'ana nothing')).toEqual([]);
  });

  it('finds a key', () => {
    expect(found(['a', 'b', 'c'], 'd_1')).toEqual([1]);
  });

  it('finds what looking into each row finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'č', 'Ç'), minLength: 1, maxLength: 3 });
    const quote = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(quote, { maxLength: 12 }),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        (quotes, words) => {
          const expected = quotes.flatMap((q, i) => (words.every((w) => folded(q).includes(folded(w))) ? [i] : []));
          expect(found(quotes, words.join(' '))).toEqual(expected);
        },
      ),
    );
  });
});
