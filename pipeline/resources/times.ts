import { entries, pairs, rows, wordsOf } from './entries.ts';
import type { ReadResource } from './index.ts';
import { type PhraseTree, phraseTree } from './phrases.ts';

/** Letter of TIMEX3 durations; T marks those of a day's time. */
export type TimeUnit = 'D' | 'W' | 'M' | 'Q' | 'Y' | 'TH' | 'TM' | 'TS';

export interface TimeMeasure {
  readonly count: number;
  readonly unit: TimeUnit;
}

/** What a fixed expression means: `date D-1`, `time D+0 NI`, `set P1D`, `date PAST_REF`. */
interface TimePhrase {
  readonly kind: 'date' | 'time' | 'set';
  readonly value: string;
  readonly part: string | null;
}

/** Words of time. Keys are in lower case. */
export interface TimeWords {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, TimeMeasure>;
  readonly seasons: ReadonlyMap<string, string>;
  readonly dayparts: ReadonlyMap<string, string>;
  readonly phrases: PhraseTree<TimePhrase>;
  readonly holidays: PhraseTree<string>;
  /** Words that can begin an expression of time, apart from numbers. */
  readonly starters: ReadonlySet<string>;
  /** Word -> the cues it can be; see `time-cues.txt`. */
  readonly cues: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads the lexicons of time. */
export function loadTimeWords(read: ReadResource): TimeWords {
  const units = rows(read, 'time-units.txt').flatMap(([count, unit, ...words]) =>
    words.map((word) => [word, { count: Number(count), unit: unit as TimeUnit }] as const),
  );
  const cues = new Map<string, Set<string>>();
  for (const [cue = '', ...words] of rows(read, 'time-cues.txt')) {
    for (const word of words) cues.set(word, (cues.get(word) ?? new Set()).add(cue));
  }
  const phrases = pairs(read, 'time-phrases.txt').map(([words, meaning]) => {
    const [kind, value = '', part = null] = meaning.split(' ');
    return [words, { kind: kind as TimePhrase['kind'], value, part }] as const;
  });
  const words = {
    months: wordsOf(rows(read, 'time-months.txt'), Number),
    weekdays: wordsOf(rows(read, 'time-weekdays.txt'), Number),
    units: new Map(units),
    seasons: wordsOf(rows(read, 'time-seasons.txt'), String),
    dayparts: wordsOf(rows(read, 'time-dayparts.txt'), String),
    phrases: phraseTree(phrases),
    holidays: phraseTree(
      entries(read, 'time-holidays.txt').map((line) => {
        const blank = line.indexOf(' ');
        return [line.slice(blank + 1), line.slice(0, blank)] as const;
      }),
    ),
    cues,
  };
  return { ...words, starters: startersOf(words) };
}

function startersOf(words: Omit<TimeWords, 'starters'>): Set<string> {
  const openers = new Set(['start', 'last', 'next', 'this', 'past', 'few', 'every']);
  const cued = [...words.cues].filter(([, cues]) => [...cues].some((cue) => openers.has(cue))).map(([word]) => word);
  const named = [words.months, words.weekdays, words.units, words.seasons].flatMap((map) => [...map.keys()]);
  const phrased = [words.phrases, words.holidays].flatMap((tree) => [...tree.next.keys()]);
  return new Set([...named, ...cued, ...phrased]);
}
