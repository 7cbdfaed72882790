import type { NumberWords } from '../../resources/numbers.ts';
import type { TimeMeasure, TimeWords } from '../../resources/times.ts';
import type { Token } from '../document.ts';
import { type NumberReading, readNumber } from '../quantities/numbers.ts';
import type { Found, Reading } from './reading.ts';

/** The tokens of one sentence, with what the lexicons say of them. Indexes are those of the document. */
export class TimeReader {
  readonly tokens: readonly Token[];
  readonly words: TimeWords;
  readonly numbers: NumberWords;
  readonly first: number;
  readonly end: number;

  constructor(tokens: readonly Token[], first: number, end: number, words: TimeWords, numbers: NumberWords) {
    this.tokens = tokens;
    this.words = words;
    this.numbers = numbers;
    this.first = first;
    this.end = end;
  }

  /** The token in lower case, empty outside the sentence. */
  lower(at: number): string {
    return at >= this.first && at < this.end ? this.tokens[at]!.lower : '';
  }

  text(at: number): string {
    return at >= this.first && at < this.end ? this.tokens[at]!.text : '';
  }

  is(at: number, cue: string): boolean {
    return this.words.cues.get(this.lower(at))?.has(cue) ?? false;
  }

  /** Cheap test that spares the parsers most tokens. */
  mayBegin(at: number): boolean {
    const word = this.lower(at);
    const code = word.charCodeAt(0);
    if ((code >= 48 && code <= 57) || code === 39 || code === 0x2019) return true;
    if (word === 'the' || word === 'a' || word === 'an') return this.mayFollow(at + 1);
    return this.isStarter(word);
  }

  private mayFollow(at: number): boolean {
    const word = this.lower(at);
    const code = word.charCodeAt(0);
    return (code >= 48 && code <= 57) || code === 39 || code === 0x2019 || this.isStarter(word);
  }

  private isStarter(word: string): boolean {
    const { starters } = this.words;
    const { cardinals, scales, ordinals } = this.numbers;
    if (starters.has(word) || cardinals.has(word) || scales.has(word) || ordinals.has(word)) return true;
    if (word.endsWith('ties') || (word.charCodeAt(0) === 102 && /^fy\d/.test(word))) return true;
    return word.endsWith('.') && starters.has(word.slice(0, -1));
  }

  /** Does white space part the token from the one before it? */
  isApart(at: number): boolean {
    return at <= this.first || at >= this.end || this.tokens[at]!.start > this.tokens[at - 1]!.end;
  }

  hyphen(at: number): boolean {
    return /^[-‑–—]$/.test(this.text(at));
  }

  isCapital(at: number): boolean {
    return /^\p{Lu}/u.test(this.text(at));
  }

  number(at: number): NumberReading | null {
    return readNumber(this.tokens, at, this.end, this.numbers);
  }

  unit(at: number): TimeMeasure | undefined {
    return this.words.units.get(this.lower(at).replace(/\.$/, ''));
  }

  /** The month whose name stands here, or null. Names need a capital, abbreviations too. */
  month(at: number): number | null {
    return this.isCapital(at) ? (this.words.months.get(this.lower(at).replace(/\.$/, '')) ?? null) : null;
  }

  weekday(at: number): number | null {
    return this.isCapital(at) ? (this.words.weekdays.get(this.lower(at).replace(/\.$/, '')) ?? null) : null;
  }

  /** A day of the month: `13`, `2nd`, or null. */
  day(at: number): number | null {
    const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(this.lower(at));
    const day = Number(match?.[1] ?? 0);
    return day >= 1 && day <= 31 ? day : null;
  }

  /** A day of the month in words: `twenty-first`, `tenth`, `twenty one`; and where it ends, or null. */
  spelledDay(at: number): { readonly day: number; readonly end: number } | null {
    const { cardinals, ordinals } = this.numbers;
    const whole = ordinals.get(this.lower(at)) ?? cardinals.get(this.lower(at));
    if (whole === undefined || whole < 1) return null;
    const next = at + 1 + (this.hyphen(at + 1) ? 1 : 0);
    const unit = ordinals.get(this.lower(next)) ?? cardinals.get(this.lower(next));
    const isJoined = (whole === 20 || whole === 30) && unit !== undefined && unit > 0 && unit < 10;
    const day = whole + (isJoined ? unit : 0);
    return day <= 31 ? { day, end: isJoined ? next + 1 : at + 1 } : null;
  }

  /** A year of four digits, or null. Older ones are read only where `early` says that the place fits. */
  year(at: number, early = false): number | null {
    const text = this.text(at);
    if (!/^[12]\d{3}$/.test(text)) return null;
    const year = Number(text);
    return year >= (early ? 1000 : 1900) && year < 2100 ? year : null;
  }

  found(first: number, end: number, reading: Reading, confidence = 0.9): Found {
    return { first, end, reading, confidence };
  }
}

/** Reads one kind of time expression at a token: what it finds there, or null. */
export type TimeParser = (reader: TimeReader, at: number) => Found | null;
