import type { Published } from '../build.ts';
import type { Problem } from '../verify/problem.ts';

const shown = 20;

/** Problems as lines for people: file, row, what is wrong, what to do. */
export function describeProblems(problems: readonly Problem[]): string[] {
  const lines = problems
    .slice(0, shown)
    .map(({ file, row, message }) => `${file}${row === null ? '' : ` ${row}`}: ${message}`);
  if (problems.length > shown) lines.push(`… and ${problems.length - shown} more problems`);
  return lines;
}

/** What was published, in two lines. */
export function describeOutcome({ status, release, counts, unexpectedRejects, folder }: Published): string {
  const unexpected = unexpectedRejects.length;
  const word = status === 'published' ? `published ${folder}` : `nothing changed since ${release}`;
  const parts = Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([table, n]) => `${n} ${table}`);
  const tail = unexpected > 0 ? `\n${unexpected} rejects were not expected: see csv/rejects.csv` : '';
  return `${word}\n${parts.join(', ')}${tail}`;
}
