import v8 from 'node:v8';
import { Piscina } from 'piscina';
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

/**
 * Room for what a thread has just made, more than V8 gives: the document of an article then dies before it is copied, and
 * fewer collections take less time.
 */
const maxYoungGenerationSizeMb = 64;

/** A pool of `jobs` workers; `worker` is the address of `worker.ts` as compiled. */
export function openPool(jobs: number, worker: string): Pool {
  v8.setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
  return jobs === 1 ? inThread(worker) : onThreads(jobs, worker);
}

function inThread(worker: string): Pool {
  return {
    async *map(task, inputs) {
      const tasks = (await import(worker)) as Readonly<Record<Task, (input: string) => Promise<string>>>;
      for (const input of inputs) yield await tasks[task](input);
    },
    close: async () => undefined,
  };
}

function onThreads(jobs: number, worker: string): Pool {
  let started: Piscina<string, string> | undefined;
  const start = (): Piscina<string, string> =>
    new Piscina<string, string>({
      filename: worker,
      minThreads: jobs,
      maxThreads: jobs,
      idleTimeout: 60_000,
      // Not the command's own: its loader would look at every module that a thread loads.
      execArgv: ['--enable-source-maps'],
      resourceLimits: { maxYoungGenerationSizeMb },
    });
  return {
    async *map(task, inputs) {
      const underWay: Promise<string>[] = [];
      for (const input of inputs) {
        started ??= start();
        const pool = started;
        const result = pool.run(input, { name: task });
        // A later task may fail while an earlier one is awaited; the failure is thrown when its turn comes.
        result.catch(() => undefined);
        underWay.push(result);
        if (underWay.length >= jobs * tasksPerWorker) yield await underWay.shift()!;
      }
      for (const result of underWay) yield await result;
    },
    close: async () => started?.close({ force: true }),
  };
}
