import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pause, processesWith } from './processes.ts';
import { builtAlone, partsIn, patience, project, rawFolder, sumsOf } from './releases.ts';
import { hasSlurm, type Slurm, startSlurm } from './slurm-here.ts';

/** Run by `make cluster-test`, where Slurm is installed. */
const isAsked = Boolean(process.env.CLUSTER);

describe.skipIf(!isAsked || !hasSlurm())('on Slurm', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-slurm-'));
  const [parts, output] = [path.join(scratch, 'parts'), path.join(scratch, 'output')];
  const tasks = 5;
  let slurm: Slurm;
  let raw: string;
  let alone: string;

  beforeAll(async () => {
    raw = rawFolder(scratch);
    slurm = await startSlurm(scratch);
    alone = builtAlone(scratch, raw);
  }, patience);
  afterAll(() => {
    slurm?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  /** Submits; gives the jobs of the array and of the reduce. */
  const submit = (): [array: string, reduce: string] => {
    const args = [raw, parts, output, String(tasks)];
    const said = execFileSync(path.join(project, 'cluster/slurm/run'), args, { env: slurm.env, encoding: 'utf8' });
    return said.trim().split(' ') as [string, string];
  };

  const asked = (name: string, ...args: string[]): string =>
    execFileSync(name, args, { env: slurm.env, encoding: 'utf8' }).trim();

  /** Processes of tasks that extract, by what their environment says. */
  const extracting = (job: string): number[] => processesWith(`SLURM_ARRAY_JOB_ID=${job}\0`, 'cli.ts', 'extract');

  test('an array and a dependent reduce give the bytes of one machine; killed tasks are survived', {
    timeout: patience,
  }, async () => {
    // A task that is cancelled takes the reduce with it.
    const [first, reduce] = submit();
    while (partsIn(parts).length === 0) await pause(200);
    const [running] = asked('squeue', '-h', '-j', first, '-t', 'R', '-o', '%K').split('\n');
    asked('scancel', `${first}_${running}`);
    expect(await slurm.finished(first)).toMatch(/CANCELLED/);
    expect(await slurm.finished(reduce)).toBe('CANCELLED');
    const before = partsIn(parts);
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(tasks);

    // Run again: parts that are there stay; a program that is killed is started again.
    const [again, publish] = submit();
    let killed = 0;
    while (killed === 0) {
      await pause(100);
      for (const pid of extracting(again).slice(0, 1)) {
        await pause(1000);
        try {
          process.kill(pid, 'SIGKILL');
          killed = pid;
        } catch {
          // It had just ended.
        }
      }
    }
    expect(await slurm.finished(again)).toBe('COMPLETED');
    expect(await slurm.finished(publish)).toBe('COMPLETED');
    expect(partsIn(parts)).toHaveLength(tasks);
    const logs = readdirSync(path.join(parts, '.log')).map((name) =>
      readFileSync(path.join(parts, '.log', name), 'utf8'),
    );
    expect(logs.join('')).toMatch(/attempt 1 ended with 137/);
    expect(sumsOf(output)).toEqual(sumsOf(alone));
  });
});
