import { type Gazetteer, readGazetteer } from './gazetteer.ts';
import { type NameLexicon, readNameLexicon } from './name-lexicon.ts';

/** Reads a file below `pipeline/resources/`; given by whoever may touch the disk. */
export type ReadResource = (path: string) => Uint8Array;

/** Lexicons, gazetteers and weights, parsed once a process. Nothing in it ever changes. */
export interface Resources {
  readonly gazetteer: Gazetteer;
  readonly names: NameLexicon;
}

/** Parses everything below `pipeline/resources/` that the stages use. */
export function loadResources(read: ReadResource): Resources {
  return { gazetteer: readGazetteer(read), names: readNameLexicon(read) };
}
