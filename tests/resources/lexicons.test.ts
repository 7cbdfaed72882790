import { expect, it } from 'vitest';
import { loadLayout } from '#pipeline/resources/layout.ts';
import { loadWords } from '#pipeline/resources/words.ts';
import { resources } from '../document.ts';

const only = (file: string, text: string) => (path: string) =>
  new TextEncoder().encode(path.endsWith(file) ? text : '');

it('say which abbreviation is not of its form', () => {
  expect(() => loadWords(only('abbreviations.txt', '# titles\ntitle Dr\n'))).toThrow(
    'lexicons/abbreviations.txt: "title Dr" is not a kind and an abbreviation: write "title Dr."',
  );
  expect(() => loadWords(only('token-splits.txt', 'cannot'))).toThrow('"cannot" is not two parts: write "can|not"');
});

it('say which pattern or agency is not of its form', () => {
  expect(() => loadLayout(only('boilerplate.txt', 'begins sign up'))).toThrow(
    'lexicons/boilerplate.txt: "begins sign up"',
  );
  expect(() => loadLayout(only('captions.txt', 'starts Photo:'))).toThrow('lower-case words');
  expect(() => loadLayout(only('agencies.txt', 'Northline'))).toThrow('"Northline" is not a name and its credits');
});

it('hold what they are read for', () => {
  const { words, layout } = resources();
  expect(words.abbreviations.get('No')).toBe('number');
  expect(words.splits.get('cannot')).toBe(3);
  expect(layout.agencies.get('ap')).toBe('Associated Press');
  expect([layout.months.get('may'), layout.months.get('sept')]).toEqual([5, 9]);
});
