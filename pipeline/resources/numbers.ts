import { rows, wordsOf } from './entries.ts';
import type { ReadResource } from './index.ts';

type ScaleUse = 'word' | 'alone' | 'short' | 'money';

/** Words of number. Keys are in lower case. */
export interface NumberWords {
  readonly cardinals: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, { readonly factor: number; readonly use: ScaleUse }>;
  readonly fractions: ReadonlyMap<string, { readonly denominator: number; readonly plural: boolean }>;
  readonly vague: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly multiples: ReadonlyMap<string, number>;
  /** What stands behind a decimal comma's digits. */
  readonly afterComma: ReadonlySet<string>;
}

/** Reads the lexicons of number. */
export function loadNumberWords(read: ReadResource): NumberWords {
  const scales = rows(read, 'number-scales.txt').flatMap(([factor, use, ...words]) =>
    words.map((word) => [word, { factor: Number(factor), use: use as ScaleUse }] as const),
  );
  const fractions = new Map<string, { denominator: number; plural: boolean }>();
  for (const [denominator, one = '', many = ''] of rows(read, 'number-fractions.txt')) {
    fractions.set(one, { denominator: Number(denominator), plural: false });
    fractions.set(many, { denominator: Number(denominator), plural: true });
  }
  return {
    cardinals: wordsOf(rows(read, 'number-words.txt'), Number),
    scales: new Map(scales),
    fractions,
    vague: wordsOf(rows(read, 'number-vague.txt'), Number),
    ordinals: wordsOf(rows(read, 'ordinals.txt'), Number),
    multiples: wordsOf(rows(read, 'number-multiples.txt'), Number),
    afterComma: new Set(rows(read, 'number-decimal-commas.txt').map(([word = '']) => word)),
  };
}
