import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadWordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { findNames, loadNameTagger } from '#pipeline/annotate/names/tagger.ts';
import { loadTagger, tagSentence } from '#pipeline/annotate/tagger/index.ts';
import { Gold } from '#pipeline/resources/train/gold.ts';
import { flatTests } from '#pipeline/resources/train/name-tests.ts';
import { scoreNames } from '#pipeline/resources/train/score-names.ts';

const classes = loadWordClasses(readFileSync('pipeline/resources/models/words.bin'));

const bytes = readFileSync('pipeline/resources/models/names.bin');
const model = loadNameTagger(bytes, classes);
const tagger = loadTagger(readFileSync('pipeline/resources/models/pos.bin'), classes);
const find = (words: readonly string[]) => findNames(model, words, tagSentence(tagger, words).tag);
const read = (sentence: string) => {
  const words = sentence.split(' ');
  return find(words).map(({ first, last, type }) => `${words.slice(first, last + 1).join(' ')} = ${type}`);
};

describe('findNames', () => {
  it.each([
    [
      'President Ruth Adeyemi met Peter Novak in Nairobi on Monday .',
      ['Ruth Adeyemi = person', 'Peter Novak = person', 'Nairobi = place'],
    ],
    [
      'The Ministry of Health said Kenya had bought two million doses .',
      ['Ministry of Health = organization', 'Kenya = place'],
    ],
    ['Mexicans living in the United States sent more money home .', ['Mexicans = group', 'United States = place']],
  ])('reads %s', (sentence, names) => {
    expect(read(sentence)).toEqual(names);
  });

  it.each(['Prices rose again in March , and so did rents .', 'The committee will meet on Tuesday to discuss it .'])(
    'finds no name: %s',
    (sentence) => {
      expect(read(sentence)).toEqual([]);
    },
  );

  it('gives names in order that do not overlap, with a confidence in hundredths, for any strings', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('Anna', 'Peru', 'of', 'Bank', 'The'))),
        (words) => {
          let after = -1;
          for (const { first, last, confidence } of find(words)) {
            expect(first).toBeGreaterThan(after);
            expect(last).toBeGreaterThanOrEqual(first);
            expect(confidence).toBeGreaterThanOrEqual(0);
            expect(confidence).toBeLessThanOrEqual(1);
            expect(Math.round(confidence * 100) / 100).toBe(confidence);
            after = last;
          }
          expect(after).toBeLessThan(words.length);
        },
      ),
    );
  });

  it('gives the same names whatever was read before', () => {
    const words = 'Maria Lopez of Banco Azul flew from Lima to Quito with other Peruvians .'.split(' ');
    const first = find(words);
    find(['Some', 'Other', 'Words']);
    expect(find(words)).toEqual(first);
    expect(findNames(loadNameTagger(bytes, classes), words, tagSentence(tagger, words).tag)).toEqual(first);
  });

  it('reads a very long sentence', () => {
    const words = Array.from({ length: 50_000 }, (_, index) => ['Paris', 'Anna', 'and', 'Corp'][index % 4]!);
    expect(find(words).length).toBeGreaterThan(0);
  });
});

describe('loadNameTagger', () => {
  it('refuses the weights of another tagger', () => {
    expect(() => loadNameTagger(readFileSync('pipeline/resources/models/pos.bin'), classes)).toThrow(
      'expected names, found pos',
    );
  });
});

const folder = join(process.env.TEARSHEET_SHARED ?? '../shared', 'gold');
const present = existsSync(join(folder, 'uner_en_ewt/test.jsonl'));

describe.skipIf(!present)(`accuracy${present ? '' : ` (skipped: no ${folder}; set TEARSHEET_SHARED)`}`, () => {
  it('stays above its floors on web text it has not learned from', () => {
    const [all, sure] = scoreNames(
      flatTests(new Gold(folder).records('uner_en_ewt/test.jsonl')),
      tagger,
      model,
      [0, 0.8],
    );
    expect(all!.right / all!.found).toBeGreaterThan(0.68);
    expect(all!.right / all!.gold).toBeGreaterThan(0.68);
    expect(sure!.right / sure!.found).toBeGreaterThan(0.81);
  });
});
