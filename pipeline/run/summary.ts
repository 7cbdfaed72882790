import type { Published } from '../build.ts';
import type { Owner } from '../files/lock.ts';
import type { Problem } from '../verify/problem.ts';
import type { Anchored } from '../verify/raw.ts';
import { originalPlaces } from './original-places.ts';

const shown = 20;

/** Problems as lines for people: file, row, what is wrong, what to do. */
export function describeProblems(problems: readonly Problem[]): string[] {
  const lines = problems
    .slice(0, shown)
    .map(({ file, row, message }) => `${file}${row === null ? '' : ` ${row}`}: ${message}`);
  if (problems.length > shown) lines.push(`… and ${problems.length - shown} more problems`);
  return lines;
}

/** How many rows were found in the articles again, by what the release may show of them. */
export function describeAnchored({ found, problems }: Anchored): string {
  const shows = { full: 'text shipped', snippet: 'quote and sentence shipped', hash_only: 'offsets and hash only' };
  const parts = Object.entries(shows).flatMap(([rights, shown]) =>
    found[rights] ? `${found[rights]} with ${shown}` : [],
  );
  const sum = Object.values(found).reduce((a, b) => a + b, 0);
  const rest = problems.length > 0 ? '; not all could be found' : '';
  return `${sum} rows found in the articles again${parts.length > 0 ? ` (${parts.join(', ')})` : ''}${rest}`;
}

/** What was published, in two lines. */
export function describeOutcome({ status, release, counts, unexpectedRejects, folder, removed }: Published): string {
  const unexpected = unexpectedRejects.length;
  const word = status === 'published' ? `published ${folder}` : `nothing changed since ${release}`;
  const parts = Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([table, n]) => `${n} ${table}`);
  const old = removed.length > 0 ? `\nold releases removed: ${removed.join(', ')}` : '';
  const tail = unexpected > 0 ? `\n${unexpected} rejects were not expected: see csv/rejects.csv` : '';
  return `${word}\n${parts.join(', ')}${old}${tail}`;
}

/** Who works in the output folder. */
export const describeOwner = (output: string, { pid, host, since }: Owner): string =>
  `${output}: process ${pid} on ${host} works here since ${since}; wait for it, or remove ${output}/.lock if it is gone`;

/** What went wrong: what the system says in a line, a mistake of the program with its place. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code !== undefined && code in remedies) return `${message}; ${remedies[code]}; the last release is untouched`;
  return told.has(error.name) ? message : originalPlaces(stack ?? message);
}

/** Errors whose message says all. By name: the compiled code has classes of its own. */
const told: ReadonlySet<string> = new Set(['DiskFull', 'Unusable']);

const remedies: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: make room and run again',
  EDQUOT: 'the quota is used up: make room and run again',
  EACCES: 'check the rights of the folder',
  EPERM: 'check the rights of the folder',
  EROFS: 'the disk can only be read: name another folder by --output',
  ENOTDIR: 'a file lies where a folder should: name another by --output',
  EMFILE: 'too many files are open: raise the limit (ulimit -n)',
};
