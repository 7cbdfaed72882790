import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { bundle } from '#pipeline/bundle.ts';
import { openPool, type Pool } from '#pipeline/pool.ts';
import { buildHere, contentOf, newFolder, writeTree } from './world.ts';

let pool: Pool;
beforeAll(async () => {
  vi.stubEnv('TEARSHEET_WORKER', (await bundle()).address('worker'));
  pool = openPool(2, fileURLToPath(new URL('lost-worker.mjs', import.meta.url)), { patienceMs: 20_000, heapMb: 300 });
});
afterAll(async () => {
  await pool.close();
  vi.unstubAllEnvs();
});

const good = {
  'a.txt': 'The flood killed 14 people in Slovenia on Wednesday, Interior Minister Ana Kovač said.',
  'z.txt': 'Prices rose 3 percent in May, the statistics office in Lisbon said.',
};
const bad = {
  'b.txt': 'This article makes the reader HANG for ever, the council said.',
  'c.txt': 'This article fills the whole HEAP of the reader, the council said.',
  'd.txt': 'This article makes the reader EXIT at once, the council said.',
  'ending-page.txt': 'The reader of files never gets to this, the council said.',
};

it('an article that hangs, fills or ends its thread is refused, and the rest goes on', {
  timeout: 300_000,
}, async () => {
  const raw = writeTree(newFolder(), { ...good, ...bad });
  const output = newFolder();
  const { status, said } = await buildHere(raw, output, { pool });
  expect({ status, warnings: said.warnings }).toEqual({ status: 'published', warnings: [] });
  const rows = (table: string): Record<string, string>[] =>
    JSON.parse(readFileSync(path.join(output, 'latest', 'json', `${table}.json`), 'utf8'));
  expect(rows('articles').map((row) => row.source_file)).toEqual(Object.keys(good));
  const reasons = Object.fromEntries(rows('rejects').map((row) => [row.source_file, row.message]));
  expect(Object.keys(reasons).sort()).toEqual(Object.keys(bad));
  expect(reasons['b.txt']).toMatch(/took more than \d+ seconds/);
  // On a machine that is busy with other things, time may run out first.
  expect(reasons['c.txt']).toMatch(/took (all the memory of its thread|more than)/);
  expect(reasons['d.txt']).toContain('ended its thread');
  expect(reasons['ending-page.txt']).toContain('ended its thread');

  // Nothing of that is remembered: with a reader that bears them, all four are read.
  const again = await buildHere(raw, output);
  expect(again).toMatchObject({ status: 'published', counts: { articles: 6, rejects: 0 } });
  const clean = newFolder();
  await buildHere(raw, clean);
  expect(contentOf(output)).toEqual(contentOf(clean));
});
