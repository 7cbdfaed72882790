import { expect, it } from 'vitest';
import { readWords } from '#pipeline/annotate/lexical.ts';
import { articleOf, resources } from '../document.ts';

const text =
  'Floods Recede as Rain Stops\n\nThe rivers fell on Monday, and the mayor’s office reopened two bridges.\n- Schools stay closed\n';
const document = readWords(articleOf(text), resources());
const tags = (sentence: number): string =>
  document.tokens
    .filter((token) => token.sentence === sentence)
    .map(({ text: word, tag, lemma }) => `${word}/${tag}/${lemma}`)
    .join(' ');

it('tags and lemmatizes each sentence of its block', () => {
  expect(document.sentences.map(({ block }) => block)).toEqual([0, 1, 2]);
  expect(tags(1)).toBe(
    'The/DT/the rivers/NNS/river fell/VBD/fall on/IN/on Monday/NNP/Monday ,/,/, and/CC/and the/DT/the ' +
      "mayor/NN/mayor ’s/POS/'s office/NN/office reopened/VBD/reopen two/CD/two bridges/NNS/bridge ././.",
  );
});

it('adds no token where a title lacks its period', () => {
  expect(tags(0).split(' ')).toHaveLength(5);
  expect(document.tokens.map(({ index }) => index)).toEqual(document.tokens.map((_, i) => i));
  expect(document.tokens.every(({ start, end, text: word }) => text.slice(start, end) === word)).toBe(true);
});
