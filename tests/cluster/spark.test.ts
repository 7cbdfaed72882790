import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pause, processesWith } from './processes.ts';
import { pythonForClusters } from './python.ts';
import { builtAlone, partsIn, patience, project, rawFolder, sumsOf } from './releases.ts';

const hasJava = spawnSync('java', ['-version']).status === 0;
const python = process.env.CLUSTER && hasJava ? pythonForClusters() : null;

describe.skipIf(python === null)('on Spark', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-spark-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  let raw: string;
  let alone: string;

  beforeAll(() => {
    raw = rawFolder(scratch);
    alone = builtAlone(scratch, raw);
  }, patience);

  /** Runs the job on two executors. */
  function submit(name: string): { ended: Promise<number | null>; output: string; parts: string; said: string[] } {
    const home = spawnSync(python!, ['-c', 'import pyspark, os; print(os.path.dirname(pyspark.__file__))'], {
      encoding: 'utf8',
    }).stdout.trim();
    const [parts, output] = ['parts', 'output'].map((each) => path.join(scratch, name, each)) as [string, string];
    const job = [
      ...[
        '--master',
        'local-cluster[2,1,1024]',
        '--conf',
        'spark.ui.enabled=false',
        path.join(project, 'cluster/spark/job.py'),
      ],
      ...['--raw', `file://${raw}`, '--parts', `file://${parts}`, '--output', `file://${output}`],
      ...['--tearsheet', project, '--tasks', '6', '--stretch', process.env.CLUSTER_RAW ? '500000' : '20000'],
    ];
    // Executors keep their logs below the working folder.
    const env = {
      ...process.env,
      SPARK_HOME: home,
      PYSPARK_PYTHON: python!,
      TEARSHEET_MARK: scratch,
      SPARK_WORKER_DIR: scratch,
    };
    const child = spawn(path.join(home, 'bin/spark-submit'), job, { cwd: scratch, env });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(String(bytes)));
    const ended = new Promise<number | null>((resume) => {
      child.once('exit', (code) => {
        writeFileSync(path.join(scratch, `${name}.log`), said.join(''));
        resume(code);
      });
    });
    return { ended, output, parts, said };
  }

  const extracting = (): number[] => processesWith(scratch, 'cli.ts', 'extract');
  /** The driver deals, executors join. */
  function joining(): number[] {
    const dealing = processesWith(scratch, 'cli.ts', '--deal');
    return processesWith(scratch, 'cli.ts', 'resolve').filter((pid) => !dealing.includes(pid));
  }

  test.each([
    ['extracts', extracting, 1500],
    ['joins', joining, 100],
  ])(
    'two executors, one of which is killed while it %s, give the bytes of one machine',
    {
      timeout: patience,
    },
    async (name, working, after) => {
      const { ended, output, parts, said } = submit(name);
      let isOver = false;
      void ended.then(() => {
        isOver = true;
      });
      while (working().length === 0 && !isOver) await pause(100);
      await pause(after);
      const [executor] = processesWith(scratch, 'CoarseGrainedExecutorBackend');
      expect(executor).toBeDefined();
      process.kill(executor!, 'SIGKILL');
      expect(await ended, said.join('').slice(-3000)).toBe(0);
      expect(said.join('')).toMatch(/Lost executor \d/);
      expect(partsIn(path.join(parts, 'resolved'))).toHaveLength(6);
      expect(sumsOf(output)).toEqual(sumsOf(alone));
    },
  );
});
