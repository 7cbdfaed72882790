import { describe, expect, test } from 'vitest';
import { nameLists } from '#pipeline/resources/train/name-lists.ts';
import { anything } from '#pipeline/resources/train/name-sentence.ts';
import { treebankNames } from '#pipeline/resources/train/treebank-names.ts';

const reading = { lists: nameLists(), tagsOf: () => [] };

/** What each word may be: O outside, N part of some name, ? either. */
function read(tagged: string): string | null {
  const pairs = tagged.split(' ').map((pair) => pair.split('/'));
  const column = (at: number) => pairs.map((pair) => pair[at]!);
  const words = column(0);
  const sentence = {
    document: '',
    words,
    lemmas: words,
    pos: words,
    tags: column(1),
    heads: words.map(() => -1),
    relations: words,
  };
  const [found] = treebankNames([sentence], reading);
  if (found === undefined) return null;
  return [...found.allowed].map((mask) => (mask === 1 ? 'O' : mask === anything ? '?' : 'N')).join('');
}

describe('treebankNames', () => {
  test.each([
    ['Ann/NNP Rice/NNP met/VBD him/PRP in/IN Oslo/NNP ./.', 'NNOOONO'],
    ['the/DT Bank/NNP of/IN Norway/NNP said/VBD', 'ON?NO'],
    ['the/DT Bank/NNP of/IN the/DT North/NNP opened/VBD', 'ON??NO'],
    ['Apollo/NNP 11/CD landed/VBD', 'N?O'],
    ['on/IN Monday/NNP in/IN March/NNP', 'OOOO'],
    ['on/IN Feb./NNP 20/CD', 'OOO'],
    ['Professor/NNP Lee/NNP spoke/VBD', '?NO'],
    ['French/JJ troops/NNS left/VBD Mali/NNP', '?OON'],
    ['ask/VB john/NNP', 'O?'],
  ])('%s: %s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });

  test('leaves out what holds no proper noun', () => {
    expect(read('they/PRP left/VBD early/RB')).toBeNull();
  });
});
