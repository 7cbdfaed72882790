import { describe, expect, test } from 'vitest';
import { isIn, shardIn, shardOf } from '#pipeline/run/shard.ts';

describe('a share', () => {
  test('is written I/N', () => {
    expect(shardOf('0/7')).toEqual({ index: 0, count: 7 });
    expect(shardOf('6/7')).toEqual({ index: 6, count: 7 });
    for (const wrong of ['7/7', '1', '-1/2', '0/0', 'a/b', '1/2/3', '']) {
      expect(() => shardOf(wrong)).toThrow(/write I\/N with I from 0 to N-1/);
    }
  });

  test('has every name once, and about as many as the others', () => {
    const names = Array.from({ length: 7000 }, (_, i) => `a_${i}`);
    const counts = Array.from(
      { length: 7 },
      (_, index) => names.filter((name) => isIn({ index, count: 7 }, name)).length,
    );
    expect(counts.reduce((sum, n) => sum + n)).toBe(7000);
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  test.each([
    [
      { JOB_COMPLETION_INDEX: '3', TEARSHEET_SHARDS: '5' },
      { index: 3, count: 5 },
    ],
    [
      { JOB_COMPLETION_INDEX: '3', JOB_COMPLETIONS: '5' },
      { index: 3, count: 5 },
    ],
    [
      { AWS_BATCH_JOB_ARRAY_INDEX: '0', AWS_BATCH_JOB_ARRAY_SIZE: '2' },
      { index: 0, count: 2 },
    ],
    [
      { SLURM_ARRAY_TASK_ID: '6', SLURM_ARRAY_TASK_COUNT: '7' },
      { index: 6, count: 7 },
    ],
    [
      { SLURM_ARRAY_TASK_ID: '6', SLURM_ARRAY_TASK_COUNT: '1', TEARSHEET_SHARDS: '7' },
      { index: 6, count: 7 },
    ],
    [
      { CLOUD_RUN_TASK_INDEX: '1', CLOUD_RUN_TASK_COUNT: '9' },
      { index: 1, count: 9 },
    ],
  ])('is told by engines: %j', (environment, shard) => {
    expect(shardIn(environment)).toEqual(shard);
  });

  test.each([
    [{}, /none of JOB_COMPLETION_INDEX, .* is set/],
    [{ JOB_COMPLETION_INDEX: '3' }, /JOB_COMPLETION_INDEX is 3, but JOB_COMPLETIONS is not set; set TEARSHEET_SHARDS/],
    [
      { SLURM_ARRAY_TASK_ID: '6', SLURM_ARRAY_TASK_COUNT: '1' },
      /SLURM_ARRAY_TASK_ID is 6, SLURM_ARRAY_TASK_COUNT is 1; number/,
    ],
    [{ CLOUD_RUN_TASK_INDEX: 'x', CLOUD_RUN_TASK_COUNT: '2' }, /CLOUD_RUN_TASK_INDEX is x/],
  ])('is not guessed: %j', (environment, message) => {
    expect(() => shardIn(environment)).toThrow(message);
  });
});
