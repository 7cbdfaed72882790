import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashString } from '#pipeline/annotate/linear/hash.ts';
import { packModel } from '#pipeline/annotate/linear/model.ts';
import { type ClassedWord, classKey, loadWordClasses, writeClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { topicsOf } from '#pipeline/resources/build/word-classes/topics.ts';

const groups = [0, 3, 1, 2];
const news = new Map([
  [hashString('Bank'), 7],
  [hashString('bank'), 9],
]);
const pack = (words: readonly ClassedWord[]) =>
  loadWordClasses(packModel({ kind: 'words', labels: [], about: {} }, writeClasses({ words, groups, news })));

describe('classes of words', () => {
  test('come back as they were written, and 0 for every other word', () => {
    const entry = fc.record({
      key: fc.oneof(fc.integer({ min: 0, max: 2 ** 26 - 1 }), fc.integer({ min: 0, max: 2000 })),
      brown: fc.integer({ min: 1, max: 3 }),
      topic: fc.integer({ min: 0, max: 600 }),
    });
    const words = fc.uniqueArray(entry, { selector: ({ key }) => key });
    fc.assert(
      fc.property(words, fc.integer(), (entries, other) => {
        const sorted = [...entries].sort((a, b) => a.key - b.key);
        const classes = pack(sorted);
        for (const { key, brown, topic } of sorted) {
          const place = classes.find(key << 6);
          expect([classes.brown[place], classes.topic[place]]).toEqual([brown, topic]);
        }
        if (!sorted.some(({ key }) => key === classKey(other))) expect(classes.find(other)).toBe(0);
        expect([classes.brown[0], classes.topic[0]]).toEqual([0, 0]);
      }),
    );
  });

  test('take what news says of the word as it is, then of the word in small letters', () => {
    const { cluster, groups: read } = pack([]);
    const of = (word: string, brown: number) => cluster(hashString(word), hashString(word.toLowerCase()), brown);
    expect([of('Bank', 1), of('bank', 1), of('BANK', 0), of('shore', 0), of('shore', 2)]).toEqual([7, 9, 9, 0, 11]);
    expect([...read]).toEqual(groups);
  });

  test('of words that stand in like places are the same', () => {
    const { brown, find } = loadWordClasses(readFileSync('pipeline/resources/models/words.bin'));
    const of = (word: string) => brown[find(hashString(word))]!;
    expect(of('monday')).toBe(of('tuesday'));
    expect(of('monday')).toBeGreaterThan(0);
    expect(of('monday')).not.toBe(of('walked'));
  });

  test('of towns and of writers differ by topic', () => {
    const { topic, find } = loadWordClasses(readFileSync('pipeline/resources/models/words.bin'));
    const of = (word: string) => topic[find(hashString(word))]!;
    expect(of('wakefield')).toBeGreaterThan(0);
    expect(of('goscinny')).toBeGreaterThan(0);
    expect(of('wakefield')).not.toBe(of('goscinny'));
  });

  test('a file of another kind is refused', () => {
    const pos = readFileSync('pipeline/resources/models/pos.bin');
    expect(() => loadWordClasses(pos)).toThrow('expected words, found pos');
  });
});

describe('topicsOf', () => {
  test('keeps apart what points in different directions, whatever its length', () => {
    const vectors = new Float32Array([3, 0.1, 0.2, 5, 9, 0.2, 0.1, 1, 1, 0]);
    const topics = topicsOf(vectors, 2, { topics: 2, rounds: 8, every: 1, seed: 3 });
    expect(topics[0]).toBe(topics[2]);
    expect(topics[0]).toBe(topics[4]);
    expect(topics[1]).toBe(topics[3]);
    expect(topics[0]).not.toBe(topics[1]);
  });
});
