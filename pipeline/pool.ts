import v8 from 'node:v8';
import { Piscina } from 'piscina';
import { bundleWorker } from './bundle.ts';
import { removeFolder, temporaryFolder } from './files.ts';
import type * as tasks from './worker.ts';

/** Tasks take and give one string: far cheaper between threads than objects. */
type Task = keyof typeof tasks;

/** Runs tasks on worker threads, or in this thread where one job is asked for. */
export interface Pool {
  /** Results in the order of the inputs; never more than a few tasks a worker are under way. */
  map(task: Task, inputs: Iterable<string>): AsyncIterable<string>;
  close(): Promise<void>;
}

const tasksPerWorker = 3;

/**
 * How much bytecode a function runs before V8 optimizes it. By default (a seventh of this) it compiles many functions
 * before their types are known, and then again: a quarter of a build's processor time went into compiling.
 */
const interruptBudget = 500_000;

/** A pool of `jobs` workers. */
export function openPool(jobs: number): Pool {
  v8.setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
  return jobs === 1 ? inThread() : onThreads(jobs);
}

function inThread(): Pool {
  return {
    async *map(task, inputs) {
      // Workers load what the tasks need themselves; this thread only where it does the work.
      const tasks: Readonly<Record<Task, (input: string) => Promise<string>>> = await import('./worker.ts');
      for (const input of inputs) yield await tasks[task](input);
    },
    close: async () => undefined,
  };
}

function onThreads(jobs: number): Pool {
  const folder = temporaryFolder('tearsheet-');
  const opened = bundleWorker(folder).then((filename) => {
    return new Piscina<string, string>({ filename, minThreads: jobs, maxThreads: jobs, idleTimeout: 60_000 });
  });
  // Whoever maps or closes first is told of a failure.
  opened.catch(() => undefined);
  return {
    async *map(task, inputs) {
      const pool = await opened;
      const underWay: Promise<string>[] = [];
      for (const input of inputs) {
        const result = pool.run(input, { name: task });
        // A later task may fail while an earlier one is awaited; the failure is thrown when its turn comes.
        result.catch(() => undefined);
        underWay.push(result);
        if (underWay.length >= jobs * tasksPerWorker) yield await underWay.shift()!;
      }
      for (const result of underWay) yield await result;
    },
    async close() {
      try {
        await (await opened).close({ force: true });
      } finally {
        removeFolder(folder);
      }
    },
  };
}
