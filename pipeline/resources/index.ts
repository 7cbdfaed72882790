import { loadWords, type WordLexicon } from './words.ts';

/** Reads a file below `pipeline/resources/`; given by whoever may touch the disk. */
export type ReadResource = (path: string) => Uint8Array;

/** Lexicons, gazetteers and weights, parsed once a process. Nothing in it ever changes. */
export interface Resources {
  readonly words: WordLexicon;
}

/** Parses everything below `pipeline/resources/` that the stages use. */
export function loadResources(read: ReadResource): Resources {
  return { words: loadWords(read) };
}
