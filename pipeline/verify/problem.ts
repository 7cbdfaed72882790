/** A promise of the release that does not hold. */
export interface Problem {
  readonly code: ProblemCode;
  /** Path below the release. */
  readonly file: string;
  /** Row of the table, the first is 1; null where it is not about one row. */
  readonly row: number | null;
  readonly column: string | null;
  /** What is wrong, with the value, and what to do. */
  readonly message: string;
}

export type ProblemCode =
  | 'missing_file'
  | 'unexpected_file'
  | 'checksum'
  | 'unreadable'
  | 'invalid_row'
  | 'duplicate_key'
  | 'dangling_reference'
  | 'evidence'
  | 'rights'
  | 'text'
  | 'raw'
  | 'row_count'
  | 'format_differs'
  | 'count'
  | 'change';

/** A problem with its file as a whole. */
export const fileProblem = (code: ProblemCode, file: string, message: string): Problem => ({
  code,
  file,
  row: null,
  column: null,
  message,
});

const shown = 20;

/** Keeps the first problems of each code and file, and counts the others. */
export function collector(): { add(problems: Iterable<Problem>): void; list(): Problem[] } {
  const kept: Problem[] = [];
  const seen = new Map<string, { first: Problem; count: number }>();
  return {
    add(problems) {
      for (const problem of problems) {
        const kind = `${problem.code} ${problem.file}`;
        const known = seen.get(kind) ?? { first: problem, count: 0 };
        known.count++;
        seen.set(kind, known);
        if (known.count <= shown) kept.push(problem);
      }
    },
    list() {
      const more = [...seen.values()].filter(({ count }) => count > shown);
      const rest = more.map(({ first: { code, file }, count }) =>
        fileProblem(code, file, `and ${count - shown} more problems of this kind`),
      );
      return [...kept, ...rest];
    },
  };
}
