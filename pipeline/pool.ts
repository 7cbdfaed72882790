import { Piscina } from 'piscina';
import type { tasks } from './worker.ts';

/** Tasks take and give one string: far cheaper between threads than objects. */
type Task = keyof typeof tasks;

/** Runs tasks on worker threads, or in this thread where one job is asked for. */
export interface Pool {
  /** Results in the order of the inputs; never more than a few tasks a worker are under way. */
  map(task: Task, inputs: Iterable<string>): AsyncIterable<string>;
  close(): Promise<void>;
}

const tasksPerWorker = 3;

/** A pool of `jobs` workers. */
export function openPool(jobs: number): Pool {
  return jobs === 1 ? inThread() : onThreads(jobs);
}

function inThread(): Pool {
  return {
    async *map(task, inputs) {
      // Workers load what the tasks need themselves; this thread only where it does the work.
      const { tasks } = await import('./worker.ts');
      for (const input of inputs) yield await tasks[task](input);
    },
    close: async () => undefined,
  };
}

function onThreads(jobs: number): Pool {
  const filename = new URL('./boot.mjs', import.meta.url).href;
  const pool = new Piscina<string, string>({ filename, minThreads: jobs, maxThreads: jobs, idleTimeout: 60_000 });
  return {
    async *map(task, inputs) {
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
    close: () => pool.close({ force: true }),
  };
}
