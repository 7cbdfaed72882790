import { describe, expect, test } from 'vitest';
import { frontMatter } from '#pipeline/ingest/markdown/front-matter.ts';
import { markdownOutline } from '#pipeline/ingest/markdown/outline.ts';
import { articleOf, prose } from './sources.ts';

const outlined = (text: string): [string, string][] =>
  markdownOutline(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('front matter', () => {
  test('names and values; the text is what stands after it, as received', async () => {
    const text = `\r\n# Flood\r\n\r\n${prose}\r\n`;
    const head =
      '---\r\ntitle: "Flood: a night"\r\npublished_on: 2026-04-20\r\nurl: https://x.example/a?b=1#c\r\n---\r\n';
    const article = await articleOf({ 'a.md': head + text });
    expect(article).toMatchObject({ text, title: 'Flood: a night', published_on: '2026-04-20', format: 'markdown' });
    expect(article.outline.map(({ kind }) => kind)).toEqual(['headline', 'paragraph']);
  });

  test('the sidecar beats it, and it beats the folder', async () => {
    const article = await articleOf({
      'source.json': '{"publisher": "folder", "byline": "folder"}',
      'a.md': `---\ntitle: front\nbyline: front\n---\n${prose}`,
      'a.meta.json': '{"title": "sidecar"}',
    });
    expect(article).toMatchObject({ title: 'sidecar', byline: 'front', publisher: 'folder' });
  });

  test('words that YAML takes for something else stay words', async () => {
    const article = await articleOf({
      'a.md': `---\ntitle: 1984\nsubtitle: yes\nbyline: ~\npublisher: 0x1F\norigin: 2026-04-20\n---\n${prose}`,
    });
    expect(article).toMatchObject({
      title: '1984',
      subtitle: 'yes',
      byline: null,
      publisher: '0x1F',
      origin: '2026-04-20',
    });
  });

  test.each([
    ['---\n---\nText', []],
    ['---\n# only a remark\n---\nText', []],
    ['---\ntitle: a\n...\nText', [['title', 'a']]],
    ['--- \ntitle: |\n  two\n  lines\n---\nText', [['title', 'two\nlines\n']]],
    ['---\n"__proto__": a\n---\nText', [['__proto__', 'a']]],
  ])('%j', (text, values) => {
    const read = frontMatter(text, 'a.md');
    expect(read?.values).toEqual(values);
    expect(text.slice(read?.end)).toBe('Text');
  });

  test.each([
    'Text',
    '\n---\ntitle: a\n---\n',
    '----\ntitle: a\n----\n',
    '---\nA rule, never closed',
    '--- title: a\n---\n',
  ])('%j has none', (text) => {
    expect(frontMatter(text, 'a.md')).toBeNull();
  });

  test.each([
    ['not names', '---\n- a\n- b\n---\n', /must be names and values/],
    ['prose between rules', '---\nThe river rose.\n---\n', /must be names and values/],
    ['a name twice', '---\ntitle: a\ntitle: b\n---\n', /is not YAML at line 3 \(DUPLICATE_KEY\)/],
    ['a tab', '---\ntitle: a\n\tbyline: b\n---\n', /is not YAML/],
    ['without end', `---\n${'title: a\n'.repeat(5000)}`, /does not end within 32768 characters/],
    ['deep', `---\n${'['.repeat(20_000)}\n---\n`, /front matter/],
  ])('refused: %s', (_, text, message) => {
    expect(() => frontMatter(text, 'a.md')).toThrow(message);
  });

  test.each(['!!js/function "x"', '&a [*a, *a]', '{"a": {"b": 1}}', '!!binary aGk='])(
    'a value that is no plain text is not taken: %s',
    (value) => {
      const read = frontMatter(`---\nother: ${value}\n---\n`, 'a.md');
      expect(read?.values.map(([name]) => name)).toEqual(['other']);
    },
  );

  test('a bomb of aliases is not unfolded', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
    expect(frontMatter(`---\na0: &a0 [x]\n${levels.join('\n')}\n---\n`, 'a.md')?.values).toHaveLength(31);
  });
});

describe('outline', () => {
  test('headings, list items, paragraphs over several lines, quotations', () => {
    const text =
      '# Flood #\n\nThe river\nrose.\n## What next\n* one\n  goes on\n- two\n12) three\n\n> He left.\n> She stayed.\n\n---\nEnd';
    expect(outlined(text)).toEqual([
      ['headline', 'Flood'],
      ['paragraph', 'The river\nrose.'],
      ['heading', 'What next'],
      ['list_item', 'one\n  goes on'],
      ['list_item', 'two'],
      ['list_item', 'three'],
      ['paragraph', 'He left.'],
      ['paragraph', 'She stayed.'],
      ['paragraph', 'End'],
    ]);
  });

  test('only a first heading of the first level is the headline; code and marks without words are left out', () => {
    expect(outlined('Text\n\n# A\n```\n# code\n```\n#\n#no\n- \n')).toEqual([
      ['paragraph', 'Text'],
      ['heading', 'A'],
      ['paragraph', '#\n#no\n-'],
    ]);
  });
});

test('a heading of marks alone is none', () => {
  expect(outlined('# #\nRain fell.\n## ##\n# Flood #')).toEqual([
    ['paragraph', 'Rain fell.'],
    ['heading', 'Flood'],
  ]);
});
