import type { ReadResource } from './index.ts';

/** What an abbreviation asks of its surroundings: `number` a digit after it, `state` a comma before it. */
type Abbreviation = 'title' | 'name' | 'number' | 'state' | 'other';

/** Word lists that tokens and sentences are cut by. */
export interface WordLexicon {
  /** Without the last period, as written. */
  readonly abbreviations: ReadonlyMap<string, Abbreviation>;
  readonly longestAbbreviation: number;
  /** Parts that a hyphen binds to the next word: `co`, `non`. */
  readonly prefixes: ReadonlySet<string>;
  /** Units that are tokens of their own right after a number: `65|k`. */
  readonly suffixes: ReadonlySet<string>;
  readonly longestSuffix: number;
  /** Words written together, with the length of the first: `cannot` 3. */
  readonly splits: ReadonlyMap<string, number>;
  readonly longestSplit: number;
  /** What follows the apostrophe in `'em`. */
  readonly elisions: ReadonlySet<string>;
  /** Last parts of web and file names. */
  readonly domains: ReadonlySet<string>;
  /** Capitalised words that are seldom names: what stands before them has ended. */
  readonly openers: ReadonlySet<string>;
  /** Capitalised words that go on after "5 p.m.": days, time zones. */
  readonly afterClock: ReadonlySet<string>;
  /** Verbs between a speaker and a quotation. */
  readonly reportingVerbs: ReadonlySet<string>;
}

/** Entries of a lexicon: a line each, `#` starts a comment. */
export function readEntries(read: ReadResource, path: string): string[] {
  const lines = new TextDecoder().decode(read(path)).split('\n');
  return lines.map((line) => line.replace(/#.*/, '').trim()).filter((line) => line !== '');
}

/** Reads the word lists; throws on an entry that is not of its list's form. */
export function loadWords(read: ReadResource): WordLexicon {
  const entries = (name: string): string[] => readEntries(read, `lexicons/${name}.txt`);
  const abbreviations = new Map(entries('abbreviations').map(parseAbbreviation));
  const suffixes = new Set(entries('number-suffixes'));
  const splits = new Map(entries('token-splits').map(parseSplit));
  return {
    abbreviations,
    longestAbbreviation: longest(abbreviations.keys()),
    prefixes: new Set(entries('hyphen-prefixes')),
    suffixes,
    longestSuffix: longest(suffixes),
    splits,
    longestSplit: longest(splits.keys()),
    elisions: new Set(entries('elisions')),
    domains: new Set(entries('domains')),
    openers: new Set(entries('sentence-openers')),
    afterClock: new Set(entries('after-clock')),
    reportingVerbs: new Set(entries('reporting-verbs')),
  };
}

const kinds: ReadonlySet<string> = new Set(['title', 'name', 'number', 'state', 'other'] satisfies Abbreviation[]);

function parseAbbreviation(entry: string): [string, Abbreviation] {
  const [kind = '', word = '', extra] = entry.split(/\s+/);
  if (!kinds.has(kind) || !/^[^.]\S*\.$/.test(word) || extra !== undefined) {
    throw new SyntaxError(
      `lexicons/abbreviations.txt: "${entry}" is not a kind and an abbreviation: write "title Dr."`,
    );
  }
  return [word.slice(0, -1), kind as Abbreviation];
}

function parseSplit(entry: string): [string, number] {
  const parts = entry.split('|');
  if (parts.length !== 2) {
    throw new SyntaxError(`lexicons/token-splits.txt: "${entry}" is not two parts: write "can|not"`);
  }
  return [parts.join(''), parts[0]!.length];
}

const longest = (words: Iterable<string>): number => Math.max(0, ...[...words].map((word) => word.length));
