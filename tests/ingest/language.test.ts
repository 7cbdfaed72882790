import { describe, expect, test } from 'vitest';
import { isPlainlyEnglish } from '#pipeline/ingest/english.ts';
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
] as const)('%s', async (_, text, claim, verdict) => {
  expect((await judgeLanguage(text, claim)).verdict).toBe(verdict);
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

describe('plainly English', () => {
  test('is prose of some length', () => {
    expect(isPlainlyEnglish(prose.repeat(3))).toBe(true);
  });

  test.each([
    [
      'Dutch',
      'De rivier was in de nacht van maandag op dinsdag buiten zijn oevers getreden, en het water stond in de straten van de stad. Er is niemand gewond, zei de burgemeester, maar het is nog niet voorbij: wie of wat de oorzaak is, weet men niet, want de dijk was in orde en er was geen storm.',
    ],
    [
      'Norwegian',
      'Elva gikk over sine bredder natt til tirsdag, og vannet sto i gatene i den nedre delen av byen. Ingen er skadet, sa ordføreren, men det er ikke over ennå, for regnet vil fortsette til onsdag, og alle som bor ved elva, må være klare til å dra.',
    ],
    ['French', 'La rivière est sortie de son lit dans la nuit de lundi à mardi et a inondé la ville basse. '.repeat(4)],
    [
      'headlines',
      'Mayor Ruiz Wins Vote in Porto Alto; Council Seats Go to Greens, Harbour Party; Turnout Low '.repeat(4),
    ],
    ['a table', 'Bilbao 2 Milan 1 Porto 3 Lyon 0 Ajax 2 Basel 2 '.repeat(20)],
    ['one word', 'the '.repeat(100)],
  ])('is not %s', (_, text) => {
    expect(isPlainlyEnglish(text)).toBe(false);
  });
});
