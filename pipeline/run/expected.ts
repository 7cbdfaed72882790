import path from 'node:path';
import type { Reject } from '#schemas/stages/article.ts';
import { readIfPresent } from '../files.ts';
import { type ExpectedReject, parseExpectedRejects } from '../ingest/expected-rejects.ts';
import type { Run } from './context.ts';

/** Rejects that `expected-rejects.json` of the raw folder does not list. What it lists and did not happen is a warning. */
export function unexpectedRejects(run: Pick<Run, 'raw' | 'onWarning'>, rejects: readonly Reject[]): Reject[] {
  const expected = expectedIn(run);
  const met = new Set<ExpectedReject>();
  const unexpected = rejects.filter((reject) => {
    const entry = expected.find((e) => matches(e, reject));
    if (entry) met.add(entry);
    return entry === undefined;
  });
  for (const entry of expected.filter((e) => !met.has(e))) {
    run.onWarning(
      `${entry.source_file}: expected-rejects.json lists it as ${entry.reason_code}, but it was not refused so; remove the entry`,
    );
  }
  return unexpected;
}

function expectedIn({ raw, onWarning }: Pick<Run, 'raw' | 'onWarning'>): readonly ExpectedReject[] {
  const bytes = readIfPresent(path.join(raw, 'expected-rejects.json'));
  if (bytes === null) return [];
  const { expected, problem } = parseExpectedRejects(bytes);
  if (problem !== null) onWarning(problem);
  return expected;
}

const matches = (entry: ExpectedReject, reject: Reject): boolean =>
  entry.source_file === reject.source_file &&
  entry.reason_code === reject.reason_code &&
  (entry.record === undefined || entry.record === reject.record);
