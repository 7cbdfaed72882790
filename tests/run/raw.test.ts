import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { anchorRelease, checkRelease } from '#pipeline/run/verify.ts';
import type { Row } from '#schemas/table.ts';
import { groundedTables } from '#schemas/tables/index.ts';
import { buildHere, newFolder, pool, versions, writeTree } from './world.ts';

/** An article with a word of its own; `🌊` is two UTF-16 units and one code point. */
const articleOf = (word: string): string => `${word} counts the dead 🌊

MARIBOR, Slovenia — The river killed 14 people near ${word} on Wednesday, Ana Kovač, the interior minister, said.

"No clerk of ${word} could write as fast as the water rose," she told reporters. About 2,300 residents were evacuated in May 2026.
`;

const words = { full: 'Zimzelen', snippet: 'Brinovec', hash_only: 'Skrivnik' } as const;
type Rights = keyof typeof words;

/** Builds articles of these rights; gives the folders. */
async function built(...rights: readonly Rights[]): Promise<{ raw: string; output: string }> {
  const [raw, output] = [newFolder(), newFolder()];
  for (const one of rights) {
    const about = {
      rights: one,
      publisher: one,
      language: 'en',
      published_on: '2026-05-14',
      url: `https://${one}.example/`,
    };
    writeTree(raw, { [`${one}.txt`]: articleOf(words[one]), [`${one}.meta.json`]: JSON.stringify(about) });
  }
  expect(await buildHere(raw, output)).toMatchObject({ status: 'published' });
  return { raw, output };
}

const anchor = (raw: string, output: string) =>
  anchorRelease({ raw, maxTextBytes: 1 << 20, pool, versions, onProgress() {}, onWarning() {}, onNote() {} }, output);

const rowsOf = (output: string, table: string): Row[] =>
  JSON.parse(readFileSync(path.join(output, 'latest', 'json', `${table}.json`), 'utf8'));

const groundedRows = (output: string): Row[] => groundedTables.flatMap(({ name }) => rowsOf(output, name));

/** Files of a release in which a word stands, in UTF-8. */
function filesWith(output: string, word: string): string[] {
  const root = path.join(output, 'latest');
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((file) => path.relative(root, path.join(file.parentPath, file.name)))
    .filter((file) => readFileSync(path.join(root, file)).includes(word));
}

describe.each(['full', 'snippet', 'hash_only'] as const)('rights %s', (rights) => {
  let raw: string;
  let output: string;
  beforeAll(async () => {
    ({ raw, output } = await built(rights));
  });

  test('decide what is shown', () => {
    const [{ article_id: id, title }] = rowsOf(output, 'articles') as [Row];
    for (const folder of ['texts', 'explorer/texts']) {
      expect(existsSync(path.join(output, 'latest', folder)), folder).toBe(rights === 'full');
    }
    if (rights === 'full')
      expect(readFileSync(path.join(output, 'latest', 'texts', `${id}.txt`), 'utf8')).toBe(articleOf(words.full));
    expect(title).toBe(rights === 'hash_only' ? null : `${words[rights]} counts the dead 🌊`);
    const shown = groundedRows(output).map(({ quote, sentence }) => quote !== null && sentence !== null);
    expect(new Set(shown)).toEqual(new Set([rights !== 'hash_only']));
    for (const { text } of rowsOf(output, 'quotations')) expect(text === null).toBe(rights === 'hash_only');
    for (const { value_text: text } of rowsOf(output, 'statistics')) expect(text === null).toBe(rights === 'hash_only');
  });

  test('every row is found in the articles again', async () => {
    const { problems, found } = await anchor(raw, output);
    expect(problems).toEqual([]);
    expect(found).toEqual({ [rights]: groundedRows(output).length });
  });

  test('no row is found in another text, or without the article', async () => {
    const file = path.join(raw, `${rights}.txt`);
    writeFileSync(file, `A line before. ${articleOf(words[rights])}`);
    const changed = await anchor(raw, output);
    expect(changed.found).toEqual({});
    expect(changed.problems).toMatchObject([
      { code: 'raw', file: 'json/articles.json', row: 1, column: 'text_sha256' },
    ]);
    const gone = await anchor(newFolder(), output);
    expect(gone.problems[0]!.message).toContain('is not in the raw folder');
  });
});

describe('articles of all rights together', () => {
  let raw: string;
  let output: string;
  beforeAll(async () => {
    ({ raw, output } = await built('full', 'snippet', 'hash_only'));
  });

  test('each is shown as its own rights allow', async () => {
    expect((await checkRelease(output, pool, () => {})).problems).toEqual([]);
    expect(readdirSync(path.join(output, 'latest', 'texts'))).toHaveLength(1);
    const whole = (word: string): string => `No clerk of ${word} could write`;
    expect(filesWith(output, whole(words.full)).some((file) => file.startsWith('texts/'))).toBe(true);
    const snippets = filesWith(output, whole(words.snippet));
    expect(snippets.some((file) => file.startsWith('csv/'))).toBe(true);
    expect(snippets.filter((file) => /texts\//.test(file))).toEqual([]);
    for (const part of [whole(words.hash_only), `${words.hash_only} counts the dead`, `near ${words.hash_only}`]) {
      expect(filesWith(output, part), part).toEqual([]);
    }
  });

  test('every row is found again, and counted by what is shown of it', async () => {
    const { problems, found } = await anchor(raw, output);
    expect(problems).toEqual([]);
    const articles = new Map(rowsOf(output, 'articles').map(({ article_id: id, rights }) => [id, rights]));
    const expected: Record<string, number> = {};
    for (const { article_id: id } of groundedRows(output)) {
      const rights = String(articles.get(id!));
      expected[rights] = (expected[rights] ?? 0) + 1;
    }
    expect(found).toEqual(expected);
    expect(Object.keys(expected).sort()).toEqual(['full', 'hash_only', 'snippet']);
  });

  test('the same facts are stated whatever is shown of them', () => {
    const facts = (rights: string): unknown[] => {
      const ids = rowsOf(output, 'articles').flatMap((row) => (row.rights === rights ? [row.article_id] : []));
      return rowsOf(output, 'statistics')
        .filter(({ article_id: id }) => ids.includes(id!))
        .map(({ measure, value, kind }) => [measure, value, kind]);
    };
    expect(facts('hash_only')).toEqual(facts('full'));
    expect(facts('snippet')).toEqual(facts('full'));
  });
});
