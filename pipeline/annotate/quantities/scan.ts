import type { StatisticKind } from '#schemas/vocabulary.ts';
import type { NumberWords } from '../../resources/numbers.ts';
import type { StatisticWords } from '../../resources/statistics.ts';
import type { UnitWords } from '../../resources/units.ts';
import { firstThat } from '../../span.ts';
import type { TimeExpression, Token } from '../document.ts';
import type { Amount } from './amounts.ts';
import { type NumberReading, readNumber } from './numbers.ts';

/** A quantity as a parser reads it: token runs of the whole and of the number, and what they mean. */
export interface Draft {
  readonly first: number;
  readonly end: number;
  readonly numberFirst: number;
  readonly numberEnd: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly kind: StatisticKind;
  readonly unit: string | null;
  /** Tokens of the unit's words or of the counted noun, or null. */
  readonly unitTokens: readonly [first: number, end: number] | null;
  readonly unitText: string | null;
  readonly currency: string | null;
  readonly per: string | null;
  readonly qualifier: 'exact' | 'approximate' | 'at_least' | 'at_most' | 'more_than' | 'less_than' | 'range';
  /** Where a denominator ends that stands apart from the number: “6.2 killings [per 100,000 people]”. */
  readonly perEnd?: number;
  /** Written in digits alone: no word, sign or unit says that it is a quantity. */
  readonly isBare: boolean;
  readonly confidence: number;
}

/** A ratio without value of the tokens [first, end), but for what is given. */
export const draft = (first: number, end: number, rest: Partial<Draft>): Draft => ({
  first,
  end,
  numberFirst: first,
  numberEnd: end,
  value: null,
  low: null,
  high: null,
  kind: 'ratio',
  unit: null,
  unitTokens: null,
  unitText: null,
  currency: null,
  per: null,
  qualifier: 'exact',
  isBare: false,
  confidence: 0.8,
  ...rest,
});

/** Reads one kind of quantity at a token: what it finds there, or null. */
export type QuantityParser = (scan: Scan, at: number) => Draft | null;

/** The tokens of one sentence with the lexicons of number and unit. Indexes are those of the document. */
export class Scan {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly end: number;
  readonly numbers: NumberWords;
  readonly units: UnitWords;
  readonly cues: StatisticWords['cues'];
  /** Amounts read before, by token. */
  readonly amounts = new Map<number, Amount | null>();
  private readonly read = new Map<number, NumberReading | null>();
  /** Time expressions of the sentence, in text order. */
  readonly times: readonly TimeExpression[];

  constructor(
    tokens: readonly Token[],
    [first, end]: readonly [number, number],
    lexicons: { readonly numbers: NumberWords; readonly units: UnitWords; readonly statistics: StatisticWords },
    times: readonly TimeExpression[],
  ) {
    this.tokens = tokens;
    this.first = first;
    this.end = end;
    this.numbers = lexicons.numbers;
    this.units = lexicons.units;
    this.cues = lexicons.statistics.cues;
    this.times = times;
  }

  lower(at: number): string {
    return at >= this.first && at < this.end ? this.tokens[at]!.lower : '';
  }

  text(at: number): string {
    return at >= this.first && at < this.end ? this.tokens[at]!.text : '';
  }

  pos(at: number): string {
    return at >= this.first && at < this.end ? this.tokens[at]!.pos : '';
  }

  tag(at: number): string {
    return at >= this.first && at < this.end ? this.tokens[at]!.tag : '';
  }

  /** Is the token's lemma or word listed under the cue of `statistic-cues.txt`? */
  isCue(at: number, cue: string): boolean {
    const words = this.cues.get(cue);
    return (
      words !== undefined &&
      at >= this.first &&
      at < this.end &&
      (words.has(this.tokens[at]!.lemma) || words.has(this.tokens[at]!.lower))
    );
  }

  /** Does white space part the token from the one before it? */
  isApart(at: number): boolean {
    return at <= this.first || at >= this.end || this.tokens[at]!.start > this.tokens[at - 1]!.end;
  }

  /** A hyphen or dash at the token. */
  isDash(at: number): boolean {
    return /^[-‑–—−]$/.test(this.text(at));
  }

  /** A hyphen that joins the tokens on both sides: `16|-|month`. */
  isJoint(at: number): boolean {
    return this.isDash(at) && !this.isApart(at) && !this.isApart(at + 1);
  }

  number(at: number): NumberReading | null {
    if (at < this.first) return null;
    const known = this.read.get(at);
    if (known !== undefined) return known;
    const found = readNumber(this.tokens, at, this.end, this.numbers);
    this.read.set(at, found);
    return found;
  }

  /** The time expression that holds the token, or undefined. */
  timeAt(at: number): TimeExpression | undefined {
    const found = this.times[firstThat(this.times, ({ endToken }) => endToken > at)];
    return found && found.firstToken <= at ? found : undefined;
  }

  /** Words of tokens [first, end) as printed. */
  words(first: number, end: number): string {
    let out = '';
    for (let i = first; i < end; i++) out += (i > first && this.isApart(i) ? ' ' : '') + this.text(i);
    return out;
  }
}
