import { describe, expect, test } from 'vitest';
import { dayOf, lenientMetadata, readMetadata } from '#pipeline/ingest/metadata.ts';
import { articleOf, articlesIn, ingestAll, prose, warningsIn } from './sources.ts';

const json = (values: object): string => JSON.stringify(values);

describe('layers', () => {
  test('the sidecar beats the nearest folder, which beats the folders above it, name by name', async () => {
    const article = await articleOf({
      'source.json': json({ publisher: 'Root', license: 'CC0-1.0', rights: 'full', byline: 'Root' }),
      'x/source.json': json({ publisher: 'X', byline: 'X' }),
      'x/y/a.txt': prose,
      'x/y/a.meta.json': json({ byline: 'Ana Zupan', url: 'https://x.example/a' }),
      'x/z/source.json': json({ publisher: 'Z' }),
    });
    expect(article).toMatchObject({ publisher: 'X', license: 'CC0-1.0', rights: 'full', byline: 'Ana Zupan' });
  });

  test('null and empty values say nothing', async () => {
    const article = await articleOf({
      'source.json': json({ publisher: 'Root' }),
      'a.txt': prose,
      'a.meta.json': json({ publisher: ' \n', title: null, subtitle: '  Deck ' }),
    });
    expect(article).toMatchObject({ publisher: 'Root', title: null, subtitle: 'Deck' });
  });

  test('two files of one stem share a sidecar', async () => {
    const outcomes = await ingestAll({ 'a.txt': prose, 'a.md': prose, 'a.meta.json': json({ title: 'Flood' }) });
    expect(articlesIn(outcomes).map(({ title }) => title)).toEqual(['Flood', 'Flood']);
  });
});

describe('unknown names are reported and harmless', () => {
  test('in a sidecar, in front matter and once for a folder', async () => {
    const outcomes = await ingestAll({
      'source.json': json({ publsher: 'x' }),
      'a.md': `---\nauthor: x\n---\n${prose}`,
      'b.txt': `${prose} `,
      'b.meta.json': '{"__proto__": {"title": "polluted"}, "constructor": 1, "toString": "x"}',
    });
    const warnings = warningsIn(outcomes);
    expect(new Set(warnings.map((message) => message.split(' is not read')[0]))).toEqual(
      new Set([
        'source.json: unknown name "publsher"',
        'a.md: front matter: unknown name "author"',
        'b.meta.json: unknown name "__proto__"',
        'b.meta.json: unknown name "constructor"',
        'b.meta.json: unknown name "toString"',
      ]),
    );
    expect(articlesIn(outcomes).map(({ title }) => title)).toEqual([null, null]);
    expect(({} as { title?: string }).title).toBeUndefined();
  });
});

test.each([
  ['language', 'EN-gb', 'en'],
  ['language', 'eng', 'en'],
  ['language', 'sl_SI', 'sl'],
  ['published_on', '2026-05-14T23:30:00-05:00', '2026-05-14'],
  ['published_on', ' 2024-02-29 ', '2024-02-29'],
  ['encoding', 'Latin1', 'windows-1252'],
  ['rights', 'hash_only', 'hash_only'],
])('%s %s is read as %s', (name, given, expected) => {
  expect(readMetadata([[name, given]], 'a.meta.json').metadata).toEqual({ [name]: expected });
});

test.each(['2023-02-29', '2026-4-2', '20260402', 'April 2, 2026', '2026-04-02x', '2026-04-02T', '2026', ''])(
  '%s is no day',
  (value) => {
    expect(dayOf(value)).toBeNull();
  },
);

test('what a page says wrongly is as if it were not said', () => {
  const said = lenientMetadata({
    url: 'ftp://x',
    published_on: 'yesterday',
    title: ' A\n flood ',
    language: 'english language',
  });
  expect(said).toEqual({ title: 'A flood' });
});
