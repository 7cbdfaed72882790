import { loadNumberWords, type NumberWords } from './numbers.ts';
import { loadTimeWords, type TimeWords } from './times.ts';

/** Reads a file below `pipeline/resources/`; given by whoever may touch the disk. */
export type ReadResource = (path: string) => Uint8Array;

/** Lexicons, gazetteers and weights, parsed once a process. Nothing in it ever changes. */
export interface Resources {
  readonly numbers: NumberWords;
  readonly times: TimeWords;
}

/** Parses everything below `pipeline/resources/` that the stages use. */
export function loadResources(read: ReadResource): Resources {
  return { numbers: loadNumberWords(read), times: loadTimeWords(read) };
}
