import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Bundle, bundle } from '#pipeline/bundle.ts';
import { openInThread, openPool } from '#pipeline/pool.ts';
import { articleOf } from './document.ts';

const texts = ['Ana Ruiz was named minister.', 'Prices rose 3 percent in May.', '“We will pay,” Ana Ruiz said.'];
const batches = texts.map((text) => JSON.stringify(articleOf(text)));

let code: Bundle;
beforeAll(async () => {
  code = await bundle();
});
afterAll(() => code.remove());
afterEach(() => vi.unstubAllEnvs());

async function extracted(jobs: number, inputs: readonly string[]): Promise<string[]> {
  const pool = jobs === 0 ? openInThread(code.address('worker')) : openPool(jobs, code.address('worker'));
  try {
    const results: string[] = [];
    for await (const lines of pool.map('extractArticles', inputs)) results.push(lines);
    return results;
  } finally {
    await pool.close();
  }
}

test('threads give what this thread gives, in the order of the inputs', async () => {
  const inputs = [...batches, ...batches.toReversed(), ...batches, ...batches];
  const alone = await extracted(0, inputs);
  expect(alone[1]).toContain('"value":3');
  expect(await extracted(2, inputs)).toEqual(alone);
});

test('a task that fails says so to whoever waits for it', async () => {
  await expect(extracted(2, [batches[0]!, '{"record', batches[1]!])).rejects.toThrow(SyntaxError);
});

test('what an error in a thread says arrives, whatever made it', async () => {
  const wrong = JSON.stringify({ ...articleOf('Rain.'), rights: 'none' });
  await expect(extracted(1, [wrong])).rejects.toThrow(/rights/);
});

test('the pipeline is compiled once, and leaves nothing in the temporary folder', async () => {
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'pool-'));
  vi.stubEnv('TMPDIR', temporary);
  const other = await bundle();
  expect(other.address('worker')).toBe(code.address('worker'));
  expect(other.versions).toEqual(code.versions);
  expect(readdirSync(temporary)).toEqual([]);
  other.remove();
  expect(existsSync(fileURLToPath(code.address('worker')))).toBe(true);
});
