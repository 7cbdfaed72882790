import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { documentOf } from '../../document.ts';

const lines = readFileSync(new URL('../../negative/names.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

it.each(lines)('names nothing: %s', (line) => {
  const { names, text } = documentOf(line);
  expect(names.map((n) => text.slice(n.start, n.end))).toEqual([]);
});
