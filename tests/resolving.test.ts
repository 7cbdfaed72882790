import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { killedTask, project, samples, tearsheet, told } from './command.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('resolving by partitions', () => {
  const parts = path.join(scratch, 'parts');
  const publish = (output: string) =>
    tearsheet(['publish', '--parts', parts, '--raw', samples, '--output', path.join(scratch, output), '--jobs', '1']);
  const resolve = (...args: string[]) => tearsheet(['resolve', '--parts', parts, ...args]);
  const second = path.join(parts, 'resolved', 'part-00001-of-00002.ndjson');

  beforeAll(() => {
    expect(tearsheet(['extract', '--raw', samples, '--parts', parts, '--shard', '0/1']).code).toBe(0);
  }, 120_000);

  test('is dealt once, then joined in any order; a killed task leaves nothing', { timeout: 240_000 }, async () => {
    const early = resolve('--partition', '0/2');
    expect(early).toMatchObject({ code: 4, err: expect.stringMatching(/dealt: is not there; run resolve --parts/) });
    const dealt = resolve('--deal');
    expect(dealt.code).toBe(0);
    expect(told(dealt.err)).toMatchObject({ stage: 'resolve', step: 'deal', skipped: false });
    expect(told(resolve('--deal').err)).toMatchObject({ skipped: true });

    const first = tearsheet(['resolve', '--parts', parts, '--partition'], {
      SLURM_ARRAY_TASK_ID: '0',
      SLURM_ARRAY_TASK_COUNT: '2',
    });
    expect(told(first.err)).toMatchObject({ step: 'join', partition: '0/2', skipped: false });
    expect(Number(told(first.err).figures)).toBeGreaterThan(10);

    const killed = await killedTask(['resolve', '--parts', parts, '--partition', '1/2'], second);
    const missing = publish('none');
    expect(missing).toMatchObject({ code: 4, err: expect.stringMatching(/resolved: 1 of 2 shares are missing \(1\)/) });
    expect(missing.err).not.toMatch(/\n\s+at /);

    expect(resolve('--partition', '1/2').code).toBe(0);
    if (killed !== null) expect(killed).toBe(readFileSync(second, 'utf8'));
    expect(told(resolve('--partition', '1/2').err)).toMatchObject({ skipped: true, figures: 0 });
    expect(publish('output').code).toBe(0);
    for (const table of ['articles', 'entities', 'figures', 'events', 'statistics']) {
      const published = readFileSync(path.join(scratch, 'output', 'latest', 'csv', `${table}.csv`), 'utf8');
      expect(published).toBe(readFileSync(path.join(project, `tests/golden/samples/${table}.csv`), 'utf8'));
    }
  });

  test('takes whole keys from a stream', { timeout: 60_000 }, () => {
    const folder = path.join(parts, 'dealt');
    const odd = readdirSync(path.join(folder, 'claims')).filter((name) => Number.parseInt(name, 10) % 2 === 1);
    const claims = odd.reverse().map((name) => readFileSync(path.join(folder, 'claims', name), 'utf8'));
    const { code, out } = tearsheet(['resolve'], {}, claims.join(''));
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toEqual(readFileSync(second, 'utf8').trim().split('\n').slice(1, -1));

    const copy = path.join(scratch, 'copy');
    cpSync(folder, path.join(copy, 'dealt'), { recursive: true });
    expect(tearsheet(['resolve', '--parts', copy], {}, claims.join('')).code).toBe(0);
    const [part] = readdirSync(path.join(copy, 'resolved'));
    expect(JSON.parse(readFileSync(path.join(copy, 'resolved', part!), 'utf8').split('\n')[0]!)).toMatchObject({
      ...{ record_type: 'part', shard: null, of: null },
    });
  });

  test.each([
    [['--deal'], /--deal: name the folder with the parts by --parts/],
    [['--partition', '0/2'], /--partition: name the folder/],
    [['--parts', '/nowhere', '--deal'], /\/nowhere: no such folder/],
    [['--parts', scratch, '--deal', '--partition', '0/2'], /these are two steps/],
    [['--parts', scratch, '--partition', '2/2'], /--partition 2\/2: no share; write I\/N/],
    [['--parts', scratch, '--partition', '0/257'], /257 are too many; ask for at most 256/],
  ])('says what is wrong with %j', { timeout: 60_000 }, (args, message) => {
    expect(tearsheet(['resolve', ...args])).toMatchObject({ code: 2, err: expect.stringMatching(message) });
  });
});
