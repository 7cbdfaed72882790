import type { ReadResource } from './index.ts';
import { readEntries } from './words.ts';

/** Lines known by their words: how they start, end, what they hold, or the whole line; all lower-case. */
export interface LinePatterns {
  /** By first word. */
  readonly starts: ReadonlyMap<string, readonly string[]>;
  readonly ends: readonly string[];
  readonly holds: readonly string[];
  readonly whole: ReadonlySet<string>;
}

/** What the head and the furniture of a page are known by. */
export interface LayoutLexicon {
  readonly boilerplate: LinePatterns;
  readonly captions: LinePatterns;
  /** Credit as printed, lower-case, to the agency's name. */
  readonly agencies: ReadonlyMap<string, string>;
  /** Capitalised words before a dash that are no place: `BREAKING`. */
  readonly notPlaces: ReadonlySet<string>;
  /** Names of months, lower-case, without period, to 1..12. */
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
}

/** Reads the lexicons of the page; throws on an entry that is not of its list's form. */
export function loadLayout(read: ReadResource): LayoutLexicon {
  const entries = (name: string): string[] => readEntries(read, `lexicons/${name}.txt`);
  return {
    boilerplate: parsePatterns('boilerplate', entries('boilerplate')),
    captions: parsePatterns('captions', entries('captions')),
    agencies: new Map(entries('agencies').flatMap(parseAgency)),
    notPlaces: new Set(entries('dateline-not-places')),
    months: new Map(entries('dateline-months').flatMap((line, i) => line.split(' ').map((word) => [word, i + 1]))),
    weekdays: new Set(entries('dateline-weekdays')),
  };
}

function parsePatterns(name: string, entries: readonly string[]): LinePatterns {
  const starts = new Map<string, string[]>();
  const lists: Record<string, string[]> = { ends: [], holds: [], whole: [] };
  for (const entry of entries) {
    const [, where = '', words = ''] = /^(\w+) (.+)$/.exec(entry) ?? [];
    const known = where === 'starts' ? bucket(starts, firstWord(words)) : lists[where];
    if (known === undefined || words !== words.toLowerCase()) {
      throw new SyntaxError(
        `lexicons/${name}.txt: "${entry}": write starts, ends, holds or whole and lower-case words`,
      );
    }
    known.push(words);
  }
  return { starts, ends: lists.ends!, holds: lists.holds!, whole: new Set(lists.whole) };
}

function bucket(map: Map<string, string[]>, key: string): string[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

/** A line's first run of characters that are not space. */
export const firstWord = (line: string): string => line.split(' ', 1)[0]!;

function parseAgency(entry: string): [string, string][] {
  const [name = '', credits] = entry.split(':').map((part) => part.trim());
  if (name === '' || credits === undefined) {
    throw new SyntaxError(
      `lexicons/agencies.txt: "${entry}" is not a name and its credits: write "Associated Press: AP"`,
    );
  }
  return [name, ...credits.split(',')]
    .filter((credit) => credit.trim() !== '')
    .map((credit) => [credit.trim().toLowerCase(), name]);
}
