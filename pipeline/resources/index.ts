import { type LemmaLexicon, parseLemmaLexicon } from '../annotate/lemma.ts';
import { loadWordClasses } from '../annotate/linear/word-classes.ts';
import { loadNameTagger, type NameModel } from '../annotate/names/tagger.ts';
import { loadParser, type ParserModel } from '../annotate/parser/index.ts';
import { loadTagger, type TaggerModel } from '../annotate/tagger/index.ts';
import { type EventLexicon, loadEvents } from './events.ts';
import { type Gazetteer, readGazetteer } from './gazetteer.ts';
import { type LayoutLexicon, loadLayout } from './layout.ts';
import { type NameLexicon, readNameLexicon } from './name-lexicon.ts';
import { loadNumberWords, type NumberWords } from './numbers.ts';
import { type QuoteLexicon, readQuoteLexicon } from './quotes.ts';
import { type ReferenceLexicon, readReferenceLexicon } from './references.ts';
import { loadStatisticWords, type StatisticWords } from './statistics.ts';
import { loadTimeWords, type TimeWords } from './times.ts';
import { loadUnitWords, type UnitWords } from './units.ts';
import { loadWords, type WordLexicon } from './words.ts';

/** Reads a file below `pipeline/resources/`; given by whoever may touch the disk. */
export type ReadResource = (path: string) => Uint8Array;

/** Lexicons, gazetteers and weights, parsed once a process. Nothing in it ever changes. */
export interface Resources {
  readonly tagger: TaggerModel;
  readonly parser: ParserModel;
  readonly lemmas: LemmaLexicon;
  readonly words: WordLexicon;
  readonly layout: LayoutLexicon;
  readonly numbers: NumberWords;
  readonly statistics: StatisticWords;
  readonly times: TimeWords;
  readonly gazetteer: Gazetteer;
  readonly names: NameLexicon;
  readonly nameTagger: NameModel;
  readonly references: ReferenceLexicon;
  readonly quotes: QuoteLexicon;
  readonly units: UnitWords;
  readonly events: EventLexicon;
}

/** Parses everything below `pipeline/resources/` that the stages use. */
export function loadResources(read: ReadResource): Resources {
  const text = (path: string): string => Buffer.from(read(path)).toString('utf8');
  const classes = loadWordClasses(read('models/words.bin'));
  return {
    tagger: loadTagger(read('models/pos.bin'), classes),
    parser: loadParser(read('models/parser.bin'), classes),
    lemmas: parseLemmaLexicon(`${text('lexicons/lemma-exceptions.txt')}\n${text('lexicons/lemma-verbs.txt')}`),
    words: loadWords(read),
    layout: loadLayout(read),
    numbers: loadNumberWords(read),
    statistics: loadStatisticWords(read),
    times: loadTimeWords(read),
    gazetteer: readGazetteer(read),
    names: readNameLexicon(read),
    nameTagger: loadNameTagger(read('models/names.bin'), classes),
    references: readReferenceLexicon(read),
    quotes: readQuoteLexicon(
      text('lexicons/quote-cues.txt'),
      text('lexicons/quote-media.txt'),
      text('lexicons/quote-nouns.txt'),
    ),
    units: loadUnitWords(read),
    events: loadEvents(read),
  };
}
