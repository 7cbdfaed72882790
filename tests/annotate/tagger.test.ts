import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadWordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { loadTagger, tagSentence } from '#pipeline/annotate/tagger/index.ts';
import { parseConllu } from '#pipeline/resources/train/conllu.ts';
import { scorePos } from '#pipeline/resources/train/score-pos.ts';

const classes = loadWordClasses(readFileSync('pipeline/resources/models/words.bin'));

const bytes = readFileSync('pipeline/resources/models/pos.bin');
const model = loadTagger(bytes, classes);
const tags = (sentence: string) => tagSentence(model, sentence.split(' ')).tag.join(' ');
const parts = (sentence: string) => tagSentence(model, sentence.split(' ')).pos.join(' ');

describe('tagSentence', () => {
  it.each([
    ['The ministry said 41 people were killed on Tuesday .', 'DT NN VBD CD NNS VBD VBN IN NNP .'],
    ['Inflation rose to 3.2 % in March , up from 2.9 % .', 'NN VBD IN CD NN IN NNP , RB IN CD NN .'],
    ["She did n't expect the vote to pass .", 'PRP VBD RB VB DT NN TO VB .'],
    ["The mayor 's office will publish its report next week .", 'DT NN POS NN MD VB PRP$ NN JJ NN .'],
    ['“ We have lost everything , ” Amina Yusuf told reporters .', "`` PRP VBP VBN NN , '' NNP NNP VBD NNS ."],
  ])('gives Penn tags: %s', (sentence, expected) => {
    expect(tags(sentence)).toBe(expected);
  });

  it.each([
    ['Heavy rain closed three roads near Valparaíso .', 'ADJ NOUN VERB NUM NOUN ADP PROPN PUNCT'],
    ['He has been charged with fraud .', 'PRON AUX AUX VERB ADP NOUN PUNCT'],
    ['They hope that it works .', 'PRON VERB SCONJ PRON VERB PUNCT'],
  ])('gives universal parts of speech: %s', (sentence, expected) => {
    expect(parts(sentence)).toBe(expected);
  });

  it.each([
    ['Police Shoot Gunman Outside Paris Station', 'NOUN VERB NOUN ADP PROPN PROPN'],
    ['THE GOVERNMENT SAID IT WILL PAY THE TEACHERS', 'DET NOUN VERB PRON AUX VERB DET NOUN'],
  ])('reads headlines: %s', (sentence, expected) => {
    expect(parts(sentence)).toBe(expected);
  });

  it('gives one tag a word for any strings, and never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (words) => {
        const found = tagSentence(model, words);
        expect(found.pos).toHaveLength(words.length);
        expect(found.tag).toHaveLength(words.length);
        expect([...found.pos, ...found.tag].every((tag) => tag.length > 0)).toBe(true);
      }),
    );
  });

  it('gives the same tags whatever was tagged before', () => {
    const words = fc.array(fc.oneof(fc.string(), fc.constantFrom('run', 'The', 'saw', 'can', 'US', '’s', '12')));
    fc.assert(
      fc.property(words, words, (sentence, other) => {
        const first = tagSentence(model, sentence);
        tagSentence(model, other);
        expect(tagSentence(model, sentence)).toEqual(first);
        expect(tagSentence(loadTagger(bytes, classes), sentence)).toEqual(first);
      }),
      { numRuns: 10 },
    );
  });

  it('takes time in proportion to the length of a sentence', () => {
    const words = Array.from({ length: 200_000 }, (_, index) => (index % 3 === 0 ? 'x'.repeat(50) : 'run'));
    expect(tagSentence(model, words).pos).toHaveLength(words.length);
  });
});

describe('loadTagger', () => {
  it('refuses other bytes', () => {
    expect(() => loadTagger(new Uint8Array([3, 1, 2]), classes)).toThrow();
    expect(() => loadTagger(bytes.subarray(0, bytes.length - 1000), classes)).toThrow();
  });
});

const shared = process.env.TEARSHEET_SHARED ?? '../shared';
const devFiles = ['gum', 'ud_ewt'].map((name) => join(shared, 'gold', name, 'dev.conllu'));
const present = devFiles.every((file) => existsSync(file));

describe.skipIf(!present)(
  `accuracy${present ? '' : ` (skipped: no ${devFiles.join(', ')}; set TEARSHEET_SHARED)`}`,
  () => {
    it('stays above its floors on gold tokens of both treebanks', () => {
      const { tokens, pos, tag } = scorePos(
        model,
        devFiles.flatMap((file) => parseConllu(readFileSync(file, 'utf8'))),
      );
      expect(pos / tokens).toBeGreaterThan(0.957);
      expect(tag / tokens).toBeGreaterThan(0.951);
    });
  },
);
