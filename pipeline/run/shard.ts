import { sha256 } from '../identity.ts';

/** One of so many equal shares of the work, numbered from 0. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** All of the work. */
export const wholeWork: Shard = { index: 0, count: 1 };

/** Does the share hold what has this name? Hashes decide: every share gets about as much, on every machine the same. */
export const isIn = ({ index, count }: Shard, name: string): boolean =>
  Number.parseInt(sha256(name).slice(0, 12), 16) % count === index;

/** A share as people write it behind an option: `3/7` is the fourth of seven. Throws where it is none. */
export function shardOf(text: string, option = '--shard'): Shard {
  const [, index, count] = /^(\d{1,7})\/([1-9]\d{0,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (index === undefined || shard.index >= shard.count) {
    throw new Error(
      `${option} ${text}: no share; write I/N with I from 0 to N-1, such as 0/7, or leave both to the environment`,
    );
  }
  return shard;
}

/** Names under which engines tell a task which one it is, and of how many. */
const engines = [
  ['JOB_COMPLETION_INDEX', 'JOB_COMPLETIONS'],
  ['AWS_BATCH_JOB_ARRAY_INDEX', 'AWS_BATCH_JOB_ARRAY_SIZE'],
  ['SLURM_ARRAY_TASK_ID', 'SLURM_ARRAY_TASK_COUNT'],
  ['CLOUD_RUN_TASK_INDEX', 'CLOUD_RUN_TASK_COUNT'],
] as const;

/** What overrides the number that an engine tells, or tells it where the engine does not. */
const ownCount = 'TEARSHEET_SHARDS';

/** The share of this task by the variables of its engine. Throws where they are not there, or do not fit together. */
export function shardIn(environment: Readonly<Record<string, string | undefined>>, option = '--shard'): Shard {
  const known = engines.find(([index]) => environment[index] !== undefined);
  if (!known) {
    const names = engines.map(([index]) => index).join(', ');
    throw new Error(`${option}: none of ${names} is set; write the share, such as ${option} 0/7`);
  }
  const [indexName, countName] = known;
  const counting = environment[ownCount] !== undefined ? ownCount : countName;
  const [index, count] = [environment[indexName]!, environment[counting]];
  if (count === undefined)
    throw new Error(`${option}: ${indexName} is ${index}, but ${countName} is not set; set ${ownCount}`);
  const shard = { index: Number(index), count: Number(count) };
  if (/^\d{1,7}$/.test(index) && /^[1-9]\d{0,6}$/.test(count) && shard.index < shard.count) return shard;
  throw new Error(
    `${option}: ${indexName} is ${index}, ${counting} is ${count}; number the tasks from 0 to one less than that, or set ${ownCount}`,
  );
}
