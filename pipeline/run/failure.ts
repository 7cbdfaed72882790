import type { Reject } from '#schemas/stages/article.ts';
import { rejectOf } from '../ingest/refusal.ts';
import { placeOf } from './admit.ts';

/** The reject of an input on which the program itself failed. */
export function failure(file: string, stage: Reject['stage'], source_sha256: string | null, error: unknown): Reject {
  const what = error instanceof Error ? error.message : String(error);
  const message = `${file}: the program failed on this article (${what}); please report it with the article`;
  return rejectOf({ ...placeOf(file), stage, reason_code: 'internal_error', message, source_sha256 });
}
