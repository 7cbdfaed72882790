import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatOf, inputFormats } from '#pipeline/ingest/formats.ts';
import { articles } from '#schemas/tables/articles.ts';

const folder = new URL('../../pipeline/ingest/', import.meta.url);

test('every format that a file defines is in the list, and the codebook knows its name', () => {
  const defined = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => /^export const \w+: InputFormat = /m.test(readFileSync(new URL(file, folder), 'utf8')));
  expect(defined).toHaveLength(inputFormats.length);
  expect(inputFormats.map(({ name }) => name)).toEqual(articles.columns.format.options);
});

test('no extension has two formats', () => {
  const extensions = inputFormats.flatMap((format) => format.extensions);
  expect(new Set(extensions).size).toBe(extensions.length);
  for (const extension of extensions) expect(extension).toMatch(/^\.[a-z]+$/);
});

test.each([
  ['x/a.txt', 'text'],
  ['x/a.b.HTM.GZ', 'html'],
  ['x.html/a', undefined],
  ['.txt', undefined],
  ['a.txt.bz2', undefined],
  ['a.ndjson.gz', 'jsonl'],
])('%s is %s', (path, name) => {
  expect(formatOf(path)?.name).toBe(name);
});
