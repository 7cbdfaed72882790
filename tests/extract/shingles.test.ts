import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block } from '#pipeline/annotate/document.ts';
import { packShingles, shingleHashes, shingles, unpackShingles } from '#pipeline/extract/shingles.ts';
import { documentOf } from '../document.ts';

const words = 'the river rose fast and the town slept on'.split(' ');

it('hashes runs of five words to the same numbers on every machine', () => {
  expect([...shingleHashes(words.slice(0, 6))]).toEqual([472805522, 2760755626]);
});

it('gives each distinct run once, ascending', () => {
  const twice = [...shingleHashes([...words, ...words, ...words])];
  expect(twice).toEqual([...new Set(twice)].sort((a, b) => a - b));
  expect(twice).toHaveLength(words.length);
});

it.each([
  [0, 0],
  [1, 1],
  [4, 1],
  [5, 1],
  [6, 2],
])('makes of %i words %i shingles', (length, count) => {
  expect(shingleHashes(words.slice(0, length))).toHaveLength(count);
});

it('hears neither case nor punctuation', () => {
  expect(shingles(documentOf('The river rose — fast — and fell.'))).toEqual(
    shingles(documentOf('the RIVER, rose: fast and fell')),
  );
});

it('leaves out boilerplate and what a block says again', () => {
  const document = documentOf('The river rose fast and fell.\nSign up for our daily letter today.');
  const marked = (change: Partial<Block>) => ({
    ...document,
    blocks: [document.blocks[0]!, { ...document.blocks[1]!, ...change }],
  });
  const first = shingles(documentOf('The river rose fast and fell.'));
  expect(shingles(marked({ kind: 'boilerplate' }))).toEqual(first);
  expect(shingles(marked({ repeats: 0 }))).toEqual(first);
  expect(shingles(marked({ kind: 'paragraph', repeats: null })).length).toBeGreaterThan(first.length);
});

it('packs and unpacks any hashes', () => {
  fc.assert(
    fc.property(fc.uint32Array(), (hashes) => {
      expect(unpackShingles(packShingles(hashes))).toEqual(hashes);
    }),
  );
});
