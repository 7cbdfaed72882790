import { describe, expect, test } from 'vitest';
import { judgeLanguage } from '#pipeline/ingest/language.ts';
import { articlesIn, ingestAll, prose, warningsIn } from './sources.ts';

const german =
  'Der Fluss trat in der Nacht zum Dienstag über die Ufer und überschwemmte die untere Stadt. Die Feuerwehr brachte etwa vierzig Menschen mit Booten in Sicherheit.';
const nobody = { declared: null, isOwn: false, hinted: null };
const folder = { declared: 'en', isOwn: false, hinted: null };
const own = { declared: 'en', isOwn: true, hinted: null };

test.each([
  ['English', prose, nobody, 'english'],
  [
    'English with a long German part in the middle',
    prose.repeat(12) + german.repeat(6) + prose.repeat(12),
    nobody,
    'english',
  ],
  ['German that nobody declares', german, nobody, 'other'],
  ['German below a folder of English', german, folder, 'other'],
  ['German whose own metadata say English', german, own, 'doubtful'],
  ['English that its metadata call German', prose, { ...own, declared: 'de' }, 'other'],
  ['a score below a folder of English', 'Bilbao 2, Milan 1', folder, 'english'],
  ['a score that nobody declares', 'Bilbao 2, Milan 1', nobody, 'other'],
  ['a score on a page that says English', 'Bilbao 2, Milan 1', { ...nobody, hinted: 'en' }, 'english'],
  ['a short line in another script', 'Москва не ответила', folder, 'other'],
  ['German on a page that says English', german, { ...nobody, hinted: 'en' }, 'other'],
  ['figures alone', '1, 2, 3', folder, 'english'],
  ['nothing', '', nobody, 'other'],
] as const)('%s', (_, text, claim, verdict) => {
  expect(judgeLanguage(text, claim).verdict).toBe(verdict);
});

describe('a doubt is reported', () => {
  test('beside the article', async () => {
    const outcomes = await ingestAll({ 'a.txt': german, 'a.meta.json': '{"language": "en"}' });
    expect(articlesIn(outcomes)).toMatchObject([{ language: 'en' }]);
    expect(warningsIn(outcomes)).toEqual([
      'a.txt: written in another language (de), where a.meta.json says en; read as English all the same: correct "language" if that is wrong',
    ]);
  });
});
