import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { killedTask, project, samples, tearsheet, told } from './command.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('a task of a cluster', () => {
  const parts = path.join(scratch, 'parts');
  const extract = (env: Record<string, string>) =>
    tearsheet(['extract', '--raw', samples, '--parts', parts, '--shard'], env);
  const task = (index: number): Record<string, string> => ({
    SLURM_ARRAY_TASK_ID: String(index),
    SLURM_ARRAY_TASK_COUNT: '2',
  });

  test('that is killed leaves no part; run again it writes one, and skips it the next time', {
    timeout: 120_000,
  }, async () => {
    const part = path.join(parts, 'part-00000-of-00002.ndjson');
    const early = await killedTask(['extract', '--raw', samples, '--parts', parts, '--shard', '0/2'], part);
    expect(tearsheet(['publish', '--parts', parts, '--output', path.join(scratch, 'none')]).code).toBe(4);

    const first = extract(task(0));
    expect(first.code).toBe(0);
    expect(told(first.err)).toMatchObject({ stage: 'extract', shard: '0/2', skipped: false });
    if (early !== null) expect(early).toBe(readFileSync(part, 'utf8'));
    expect(told(extract(task(0)).err)).toMatchObject({ skipped: true, extractions: 0 });
    const missing = tearsheet(['publish', '--parts', parts, '--output', path.join(scratch, 'none')]);
    expect(missing.code).toBe(4);
    expect(missing.err).toMatch(/1 of 2 shares are missing \(1\)/);
    expect(missing.err).not.toMatch(/\n\s+at /);
    const second = extract(task(1));
    expect(Number(told(first.err).extractions) + Number(told(second.err).extractions)).toBe(14);

    const output = path.join(scratch, 'output');
    expect(tearsheet(['publish', '--parts', parts, '--raw', samples, '--output', output, '--jobs', '1']).code).toBe(0);
    const articles = readFileSync(path.join(output, 'latest', 'csv', 'articles.csv'), 'utf8');
    expect(articles).toBe(readFileSync(path.join(project, 'tests/golden/samples/articles.csv'), 'utf8'));
    expect(readdirSync(output).sort()).toEqual(['latest', 'releases']);
  });

  test('reads a stream, keeps its share, and counts', { timeout: 120_000 }, () => {
    const text = 'The Ministry of Health said on Monday that 12 people had died in Lagos.';
    const records = Array.from({ length: 8 }, (_, i) => JSON.stringify({ text: `${text} ${i}`, language: 'en' }));
    const { out, err } = tearsheet(['ingest'], {}, `${records.join('\n')}\n{"broken\n`);
    expect(told(err)).toMatchObject({ stage: 'ingest', articles: 8, rejects: 1, remarks: 0 });
    const shares = [0, 1].map((index) => tearsheet(['extract', '--shard', `${index}/2`], {}, out));
    const counts = shares.map((share) => told(share.err));
    expect(Number(counts[0]!.extractions) + Number(counts[1]!.extractions)).toBe(8);
    expect(Number(counts[0]!.rejects) + Number(counts[1]!.rejects)).toBe(1);
    const named = tearsheet(['ingest', '--source', 'feeds/a.jsonl', '--first-line', '41'], {}, records[0]);
    expect(JSON.parse(named.out)).toMatchObject({ source_file: 'feeds/a.jsonl#41' });
  });

  test('says what is wrong with what it is asked or given', { timeout: 60_000 }, () => {
    expect(tearsheet(['extract', '--shard', '2/2'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/write I\/N/),
    });
    expect(tearsheet(['extract', '--raw', '/nowhere'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no such folder/),
    });
    const broken = tearsheet(['extract'], {}, '{"record_type":"art');
    expect(broken).toMatchObject({
      code: 4,
      err: expect.stringMatching(/stdin line 1: not JSON.*give what ingest writes, whole/),
    });
  });
});
