import { z } from 'zod';
import { rejectCodes } from '#schemas/tables/rejects.ts';
import { text } from '#schemas/vocabulary.ts';
import { decode } from './decode.ts';
import { Refusal } from './refusal.ts';

const expectedRejects = z.array(
  z.strictObject({
    source_file: text,
    record: z.int32().min(1).optional(),
    reason_code: rejectCodes,
    reason: text,
  }),
);

/** A reject that is meant to happen, and why. */
export type ExpectedReject = z.output<typeof expectedRejects>[number];

/** The list of `expected-rejects.json`, or what is wrong with it. */
export type ExpectedRejects =
  | { readonly expected: readonly ExpectedReject[]; readonly problem: null }
  | { readonly expected: readonly []; readonly problem: string };

/** Reads `expected-rejects.json`. */
export function parseExpectedRejects(bytes: Uint8Array, path = 'expected-rejects.json'): ExpectedRejects {
  try {
    const result = expectedRejects.safeParse(JSON.parse(decode(bytes, path, { declared: null })));
    if (result.success) return { expected: result.data, problem: null };
    return { expected: [], problem: `${path}: ${z.prettifyError(result.error)}` };
  } catch (error) {
    const problem =
      error instanceof Refusal
        ? error.message
        : `${path}: not JSON; look for a missing comma, bracket or quotation mark`;
    return { expected: [], problem };
  }
}
