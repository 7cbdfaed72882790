import { type LemmaLexicon, parseLemmaLexicon } from '../annotate/lemma.ts';
import { loadTagger, type TaggerModel } from '../annotate/tagger/index.ts';
import { type LayoutLexicon, loadLayout } from './layout.ts';
import { loadWords, type WordLexicon } from './words.ts';

/** Reads a file below `pipeline/resources/`; given by whoever may touch the disk. */
export type ReadResource = (path: string) => Uint8Array;

/** Lexicons, gazetteers and weights, parsed once a process. Nothing in it ever changes. */
export interface Resources {
  readonly tagger: TaggerModel;
  readonly lemmas: LemmaLexicon;
  readonly words: WordLexicon;
  readonly layout: LayoutLexicon;
}

/** Parses everything below `pipeline/resources/` that the stages use. */
export function loadResources(read: ReadResource): Resources {
  const text = (path: string): string => Buffer.from(read(path)).toString('utf8');
  return {
    tagger: loadTagger(read('models/pos.bin')),
    lemmas: parseLemmaLexicon(text('lexicons/lemma-exceptions.txt')),
    words: loadWords(read),
    layout: loadLayout(read),
  };
}
