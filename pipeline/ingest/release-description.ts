import { z } from 'zod';
import { type ReleaseDescription, releaseDescription } from '#schemas/stages/release-description.ts';
import { decode } from './decode.ts';
import { Refusal } from './refusal.ts';

/** Name of the file, directly below the raw folder. */
export const releaseDescriptionName = 'release.json';

/** Reads `release.json`; where it is wrong nothing of it is taken, and `problem` says why. */
export function parseReleaseDescription(bytes: Uint8Array): { about: ReleaseDescription; problem: string | null } {
  const path = releaseDescriptionName;
  try {
    const result = releaseDescription.safeParse(JSON.parse(decode(bytes, path, { declared: null })));
    if (result.success) return { about: result.data, problem: null };
    return { about: {}, problem: `${path}: ${z.prettifyError(result.error)}` };
  } catch (error) {
    const problem =
      error instanceof Refusal
        ? error.message
        : `${path}: not JSON; look for a missing comma, bracket or quotation mark`;
    return { about: {}, problem };
  }
}
