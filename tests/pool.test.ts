import { mkdtempSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openPool, type Pool } from '#pipeline/pool.ts';
import { articleOf } from './document.ts';

const texts = ['Ana Ruiz was named minister.', 'Prices rose 3 percent in May.', '“We will pay,” Ana Ruiz said.'];
const batches = texts.map((text) => JSON.stringify(articleOf(text)));

const pools: Pool[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const pool of pools.splice(0)) await pool.close();
});

function open(jobs: number): Pool {
  const pool = openPool(jobs);
  pools.push(pool);
  return pool;
}

async function extracted(jobs: number, inputs: readonly string[]): Promise<string[]> {
  const results: string[] = [];
  for await (const lines of open(jobs).map('extractArticles', inputs)) results.push(lines);
  return results;
}

test('threads give what this thread gives, in the order of the inputs', async () => {
  const inputs = [...batches, ...batches.toReversed(), ...batches, ...batches];
  const alone = await extracted(1, inputs);
  expect(alone[1]).toContain('"value":3');
  expect(await extracted(2, inputs)).toEqual(alone);
});

test('a task that fails says so to whoever waits for it', async () => {
  await expect(extracted(2, [batches[0]!, '{"record', batches[1]!])).rejects.toThrow(SyntaxError);
});

test('the bundle of the threads is removed when the pool closes, used or not', async () => {
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'pool-'));
  vi.stubEnv('TMPDIR', temporary);
  const pool = openPool(2);
  expect(readdirSync(temporary)).toHaveLength(1);
  await pool.close();
  expect(readdirSync(temporary)).toEqual([]);
});
