import { type QuoteLexicon, readQuoteLexicon } from './quotes.ts';

/** Reads a file below `pipeline/resources/`; given by whoever may touch the disk. */
export type ReadResource = (path: string) => Uint8Array;

/** Lexicons, gazetteers and weights, parsed once a process. Nothing in it ever changes. */
export interface Resources {
  readonly quotes: QuoteLexicon;
}

/** Parses everything below `pipeline/resources/` that the stages use. */
export function loadResources(read: ReadResource): Resources {
  const text = (path: string): string => new TextDecoder().decode(read(path));
  return {
    quotes: readQuoteLexicon(text('lexicons/quote-cues.txt'), text('lexicons/quote-media.txt')),
  };
}
