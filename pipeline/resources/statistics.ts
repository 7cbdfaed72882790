import { entries, pairs, rows } from './entries.ts';
import type { ReadResource } from './index.ts';

/** Words that say how a sentence holds a number, and how measures are joined. */
export interface StatisticWords {
  /** Cue -> the lemmas that give it; see `statistic-cues.txt`. */
  readonly cues: ReadonlyMap<string, ReadonlySet<string>>;
  /** Lemma -> participle and what is counted where no noun is printed. */
  readonly fates: ReadonlyMap<string, { readonly participle: string; readonly noun: string | null }>;
  /** Lemma of a verb whose object is money -> how its sum is told. */
  readonly sums: ReadonlyMap<string, SumVerb>;
  /** Measure in lemmas -> the measure it is joined as. */
  readonly synonyms: ReadonlyMap<string, string>;
  /** Word behind a length -> the measure that it names. */
  readonly dimensions: ReadonlyMap<string, string>;
  readonly dimensionNames: ReadonlySet<string>;
  /** Joined measures that only grow while their event goes on. */
  readonly tolls: ReadonlySet<string>;
}

/** A verb of paying, getting or fining; see `measure-sums.txt`. */
export interface SumVerb {
  readonly participle: string;
  /** Whose the sum is. */
  readonly bearer: string;
  readonly links: ReadonlySet<string>;
}

/** Reads the lexicons of statistics. */
export function loadStatisticWords(read: ReadResource): StatisticWords {
  const cues = rows(read, 'statistic-cues.txt').map(([cue = '', ...words]) => [cue, new Set(words)] as const);
  const fates = rows(read, 'measure-verbs.txt').map(([lemma = '', participle = '', noun = '-']) => {
    return [lemma, { participle, noun: noun === '-' ? null : noun }] as const;
  });
  const sums = rows(read, 'measure-sums.txt').map(
    ([lemma = '', participle = '', bearer = '', ...links]) =>
      [lemma, { participle, bearer, links: new Set(links) }] as const,
  );
  const synonyms = pairs(read, 'measure-synonyms.txt').map(([joined, words]) => [words, joined] as const);
  const dimensions = new Map(
    rows(read, 'measure-dimensions.txt').flatMap(([name = '', ...words]) => words.map((word) => [word, name] as const)),
  );
  const tolls = new Set(entries(read, 'measure-tolls.txt'));
  return {
    cues: new Map(cues),
    fates: new Map(fates),
    sums: new Map(sums),
    synonyms: new Map(synonyms),
    dimensions,
    dimensionNames: new Set(dimensions.values()),
    tolls,
  };
}
