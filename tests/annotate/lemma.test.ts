import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lemmatize, parseLemmaLexicon } from '#pipeline/annotate/lemma.ts';

const lexicon = parseLemmaLexicon(readFileSync('pipeline/resources/lexicons/lemma-exceptions.txt', 'utf8'));

describe('lemmatize', () => {
  it.each([
    ['cities', 'NOUN', 'NNS', 'city'],
    ['boxes', 'NOUN', 'NNS', 'box'],
    ['houses', 'NOUN', 'NNS', 'house'],
    ['wives', 'NOUN', 'NNS', 'wife'],
    ['crises', 'NOUN', 'NNS', 'crisis'],
    ['buses', 'NOUN', 'NNS', 'bus'],
    ['policemen', 'NOUN', 'NNS', 'policeman'],
    ['Soldiers', 'NOUN', 'NNS', 'soldier'],
    ['virus', 'NOUN', 'NN', 'virus'],
    ['planned', 'VERB', 'VBD', 'plan'],
    ['noted', 'VERB', 'VBD', 'note'],
    ['fined', 'VERB', 'VBN', 'fine'],
    ['prosecuted', 'VERB', 'VBN', 'prosecute'],
    ['denied', 'VERB', 'VBD', 'deny'],
    ['agreed', 'VERB', 'VBN', 'agree'],
    ['killed', 'VERB', 'VBN', 'kill'],
    ['visiting', 'VERB', 'VBG', 'visit'],
    ['lying', 'VERB', 'VBG', 'lie'],
    ['running', 'VERB', 'VBG', 'run'],
    ['changing', 'VERB', 'VBG', 'change'],
    ['sing', 'VERB', 'VB', 'sing'],
    ['left', 'VERB', 'VBN', 'leave'],
    ['saw', 'VERB', 'VBD', 'see'],
    ['saw', 'VERB', 'VB', 'saw'],
    ['says', 'VERB', 'VBZ', 'say'],
    ['watches', 'VERB', 'VBZ', 'watch'],
    ['chooses', 'VERB', 'VBZ', 'choose'],
    ['’s', 'AUX', 'VBZ', 'be'],
    ['wo', 'AUX', 'MD', 'will'],
    ['larger', 'ADJ', 'JJR', 'large'],
    ['biggest', 'ADJ', 'JJS', 'big'],
    ['happier', 'ADJ', 'JJR', 'happy'],
    ['worst', 'ADJ', 'JJS', 'bad'],
    ['1,250,000', 'NUM', 'CD', '1250000'],
    ['Mexicans', 'PROPN', 'NNPS', 'Mexican'],
    ['Kenya', 'PROPN', 'NNP', 'Kenya'],
    ['They', 'PRON', 'PRP', 'they'],
  ])('%s as %s/%s is %s', (word, pos, tag, lemma) => {
    expect(lemmatize(word, pos, tag, lexicon)).toBe(lemma);
  });

  it('gives any word a lemma, in lower case unless it is a proper noun', () => {
    const tags = fc.constantFrom('NN', 'NNS', 'VBD', 'VBG', 'VBZ', 'JJR', 'JJS', 'CD', 'FW');
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), tags, (word, tag) => {
        const lemma = lemmatize(word, 'NOUN', tag, lexicon);
        expect(lemma.length).toBeGreaterThan(0);
        expect(lemma).toBe(lemma.toLowerCase());
      }),
    );
  });
});

describe('parseLemmaLexicon', () => {
  it('reads irregular forms, base forms and comments', () => {
    const { irregular, bases } = parseLemmaLexicon('# verbs\nVBD went go # irregular\n\nVB note\n');
    expect([...irregular]).toEqual([['VBD went', 'go']]);
    expect([...bases]).toEqual(['VB note']);
  });

  it('says where a line is wrong', () => {
    expect(() => parseLemmaLexicon('VBD went go\nVBD')).toThrow('line 2');
  });
});
