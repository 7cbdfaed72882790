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

  /** Submits; gives the jobs that extract, deal, join and publish. */
  const submit = (): [extract: string, deal: string, resolve: string, publish: string] => {
    const args = [raw, parts, output, String(tasks)];
    const said = execFileSync(path.join(project, 'cluster/slurm/run'), args, { env: slurm.env, encoding: 'utf8' });
    return said.trim().split(' ') as [string, string, string, string];
  };

  const asked = (name: string, ...args: string[]): string =>
    execFileSync(name, args, { env: slurm.env, encoding: 'utf8' }).trim();

  /** Kills the first program of a job that is seen, when it has run for a while. */
  async function killOne(job: string, word: string, after: number): Promise<void> {
    for (;;) {
      await pause(50);
      const [pid] = processesWith(`SLURM_ARRAY_JOB_ID=${job}\0`, 'cli.ts', word);
      if (pid === undefined) continue;
      await pause(after);
      try {
        return void process.kill(pid, 'SIGKILL');
      } catch {
        // It had just ended.
      }
    }
  }

  test('arrays that extract and join give the bytes of one machine; killed tasks are survived', {
    timeout: patience,
  }, async () => {
    // A task that is cancelled takes with it all that follows.
    const [first, ...following] = submit();
    while (partsIn(parts).length === 0) await pause(200);
    const [running] = asked('squeue', '-h', '-j', first, '-t', 'R', '-o', '%K').split('\n');
    asked('scancel', `${first}_${running}`);
    expect(await slurm.finished(first)).toMatch(/CANCELLED/);
    for (const job of following) expect(await slurm.finished(job)).toBe('CANCELLED');
    const before = partsIn(parts);
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(tasks);

    // Run again: parts that are there stay; a program that is killed is started again.
    const [again, deal, resolve, publish] = submit();
    await killOne(again, 'extract', 1000);
    expect(await slurm.finished(again)).toBe('COMPLETED');
    expect(await slurm.finished(deal)).toBe('COMPLETED');
    await killOne(resolve, '--partition', 200);
    expect(await slurm.finished(resolve)).toBe('COMPLETED');
    expect(await slurm.finished(publish)).toBe('COMPLETED');
    expect(partsIn(parts)).toHaveLength(tasks);
    expect(partsIn(path.join(parts, 'resolved'))).toHaveLength(tasks);
    const logs = readdirSync(path.join(parts, '.log')).map((name) =>
      readFileSync(path.join(parts, '.log', name), 'utf8'),
    );
    expect(logs.join('').match(/attempt 1 ended with 137/g)).toHaveLength(2);
    expect(sumsOf(output)).toEqual(sumsOf(alone));
  });
});
