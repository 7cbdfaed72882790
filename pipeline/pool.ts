import v8 from 'node:v8';
import { Piscina } from 'piscina';
import type * as tasks from './worker.ts';

/** Tasks take and give one string: far cheaper between threads than objects. */
type Task = keyof typeof tasks;
/** The tasks that do the work of a stage. */
type StageTask = Exclude<Task, 'prepare'>;

/** Runs tasks on worker threads. */
export interface Pool {
  /** Results in the order of the inputs; never more than a few tasks a worker are under way. */
  map(task: StageTask, inputs: Iterable<string> | AsyncIterable<string>, rescue?: Rescue): AsyncIterable<string>;
  /** One result. Throws `Lost` where the task took longer than one of its size may, or ended its thread. */
  run(task: StageTask, input: string, size: number): Promise<string>;
  /** At the start of a stage of few tasks: threads that get none of them load what the next stage needs. */
  meanwhile(next: StageTask, tasks: number): void;
  /**
   * Between two stages: gives back what the threads hold, where that is much. While other work is done they, or new ones,
   * load what the next stage needs.
   */
  rest(next: StageTask): Promise<void>;
  close(): Promise<void>;
}

/** What is done about a task on which a thread was lost. Tasks that have no rescue have no limit of time either. */
export interface Rescue {
  /** Bytes or characters that the task works on. */
  sizeOf(index: number): number;
  /** Gives the result in another way. */
  recover(index: number): Promise<string>;
}

/** A task hung, or took its thread with it; another thread is there. */
class Lost extends Error {}

const tasksPerWorker = 3;

/**
 * How much bytecode a function runs before V8 optimizes it. By default (a seventh of this) it compiles many functions
 * before their types are known, and then again: a quarter of a build's processor time went into compiling.
 */
const interruptBudget = 500_000;

/** Bytes of the whole process from which on threads are started anew for each stage: a start takes a fifth of a second. */
const muchMemory = 550e6;

/**
 * Room for what a thread has just made, more than V8 gives: the document of an article then dies before it is copied, and
 * fewer collections take less time.
 */
const maxYoungGenerationSizeMb = 32;

/**
 * How far a heap may grow beyond what lived at its last full collection, in percent, before the next. V8 would let it grow
 * fourfold: two thirds of a build's memory were garbage. Collecting small heaps more often takes some hundredths of the time.
 */
const heapGrowingPercent = 50;

/** What a thread may take before it is lost. */
interface Limits {
  /** How long a task of no size may take; each byte adds to it, some ten times what it takes. */
  readonly patienceMs: number;
  readonly heapMb: number;
}

const usual: Limits = { patienceMs: 60_000, heapMb: 2048 };
const msPerByte = 0.1;

/** A pool of `jobs` workers; `worker` is the address of `worker.ts` as compiled. Threads start with the first task. */
export function openPool(jobs: number, worker: string, { patienceMs, heapMb } = usual): Pool {
  v8.setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
  v8.setFlagsFromString(`--heap-growing-percent=${heapGrowingPercent}`);
  let threads: Piscina<string, string> | undefined;
  const start = (): Piscina<string, string> =>
    new Piscina<string, string>({
      filename: worker,
      minThreads: jobs,
      maxThreads: jobs,
      idleTimeout: 60_000,
      // Not the command's own: its loader would look at every module that a thread loads.
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb, maxOldGenerationSizeMb: heapMb },
    });
  const free = gate(jobs);
  const run = async (task: Task, input: string, limit: number | null): Promise<string> => {
    const leave = await free();
    threads ??= start();
    try {
      return await inTime(threads, task, input, limit);
    } finally {
      leave();
    }
  };
  const limitOf = (size: number): number => patienceMs + size * msPerByte;
  const map: Pool['map'] = async function* (task, inputs, rescue) {
    const underWay: Promise<string>[] = [];
    let index = 0;
    for await (const input of inputs) {
      const at = index++;
      const result = rescue
        ? run(task, input, limitOf(rescue.sizeOf(at))).catch((error) => recovered(error, () => rescue.recover(at)))
        : run(task, input, null);
      // A later task may fail while an earlier one is awaited; the failure is thrown when its turn comes.
      result.catch(() => undefined);
      underWay.push(result);
      if (underWay.length >= jobs * tasksPerWorker) yield await underWay.shift()!;
    }
    for (const result of underWay) yield await result;
  };
  const close = async (): Promise<void> => {
    await threads?.close({ force: true });
    threads = undefined;
  };
  const prepare = (next: StageTask, count: number): void => {
    // What hinders a thread from loading will hinder its tasks, and be heard of then.
    for (let i = 0; i < count; i++) run('prepare', next, null).catch(() => undefined);
  };
  const rest: Pool['rest'] = async (next) => {
    if (process.memoryUsage.rss() > muchMemory) await close();
    prepare(next, jobs);
  };
  const meanwhile: Pool['meanwhile'] = (next, tasks) => prepare(next, jobs - tasks);
  return { map, run: (task, input, size) => run(task, input, limitOf(size)), meanwhile, rest, close };
}

/** A pool that has no threads: what a task does, it does to this one. For tests. */
export function openInThread(worker: string): Pool {
  const run: Pool['run'] = async (task, input) => {
    const tasks = (await import(worker)) as Readonly<Record<Task, (input: string) => Promise<string>>>;
    return tasks[task](input);
  };
  return {
    async *map(task, inputs) {
      for await (const input of inputs) yield await run(task, input, 0);
    },
    run,
    meanwhile: () => undefined,
    rest: async () => undefined,
    close: async () => undefined,
  };
}

function recovered(error: unknown, recover: () => Promise<string>): Promise<string> {
  if (error instanceof Lost) return recover();
  throw error;
}

/** Lets so many in at a time, in order: a task waits here, where its time does not run. */
function gate(places: number): () => Promise<() => void> {
  const waiting: (() => void)[] = [];
  let taken = 0;
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else taken--;
  };
  return async () => {
    if (taken < places) taken++;
    else await new Promise<void>((enter) => waiting.push(enter));
    return leave;
  };
}

async function inTime(
  threads: Piscina<string, string>,
  task: Task,
  input: string,
  limit: number | null,
): Promise<string> {
  const stop = new AbortController();
  const timer = limit === null ? undefined : setTimeout(() => stop.abort(), limit);
  try {
    return await threads.run(input, { name: task, signal: stop.signal });
  } catch (error) {
    if (stop.signal.aborted) throw new Lost(`it took more than ${Math.ceil(limit! / 1000)} seconds`);
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') throw new Lost('it took all the memory of its thread');
    if (/worker.*exit/i.test(message)) throw new Lost('it ended its thread');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
