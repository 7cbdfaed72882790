import type { Cue, QuoteLexicon } from '../../resources/quotes.ts';
import { firstThat, type Span } from '../../span.ts';
import type { Document, Lexical, Token } from '../document.ts';
import type { Marked } from './marks.ts';

/** Layers that quotations are found in. */
export type Read = Lexical & Pick<Document, 'trees' | 'times' | 'mentions' | 'entities' | 'dateline'>;

/** Tokens [first, end). */
export interface Run {
  readonly first: number;
  readonly end: number;
}

/** A document read for quotations: its words, and which of them stand in quotation marks. */
export interface Reading {
  readonly document: Read;
  readonly tokens: readonly Token[];
  readonly lexicon: QuoteLexicon;
  readonly marked: readonly Marked[];
  /** Tokens that each marked text covers, marks included. */
  readonly runs: readonly Run[];
  /** For each token the index of the marked text that it stands in, or -1. */
  readonly markedAt: Int32Array;
  /** For each token 1 where it belongs to an expression of time. */
  readonly timeAt: Uint8Array;
  /** Reporting verbs by their first token, as far as they have been looked for. */
  readonly cues: (CueUse | null | undefined)[];
  /** For each token 1 where it is a reporting verb that attributes a quotation found before. */
  readonly used: Uint8Array;
}

/** A reporting verb in use. */
export interface CueUse extends Run {
  readonly cue: Cue;
  /** First token of the verb group: `has` in `has also said`. */
  readonly group: number;
  readonly isParticiple: boolean;
  /** `was told`, or `the words said at the time`: the subject does not speak. */
  readonly isPassive: boolean;
  readonly isNegative: boolean;
  readonly isInfinitive: boolean;
  /** `may say`, `would say`: nothing is said to have been said. */
  readonly isUnreal: boolean;
}

/** Besides the ends of sentences. */
const terminators = new Set(['!', '?', ';', '…', '...']);

/** Index of the first token that starts at or after the offset. */
const tokenFrom = (tokens: readonly Token[], offset: number): number =>
  firstThat(tokens, ({ start }) => start >= offset);

/** Prepares the words around marked texts. */
export function readingOf(document: Read, lexicon: QuoteLexicon, marked: readonly Marked[]): Reading {
  const { tokens } = document;
  const markedAt = new Int32Array(tokens.length).fill(-1);
  const runs = marked.map((span, index) => {
    const first = tokenFrom(tokens, span.start);
    const end = Math.max(first, tokenFrom(tokens, span.end));
    markedAt.fill(index, first, end);
    return { first, end };
  });
  const timeAt = new Uint8Array(tokens.length);
  for (const { firstToken, endToken } of document.times) timeAt.fill(1, firstToken, endToken);
  return {
    document,
    tokens,
    lexicon,
    marked,
    runs,
    markedAt,
    timeAt,
    cues: new Array(tokens.length),
    used: new Uint8Array(tokens.length),
  };
}

const finite = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

export const isFiniteVerb = (token: Token | undefined): boolean =>
  token !== undefined && (token.pos === 'VERB' || token.pos === 'AUX') && finite.has(token.tag);

const dash = /^(?:-+|–|—)$/;

/** A dash of one sign or more; most words are told by their first letter. */
export const isDash = ({ text }: Token): boolean => (text < 'A' || text > 'z' ? dash.test(text) : false);

/** `he`, `they`: a pronoun that can only be a subject. */
export const isNominative = (token: Token | undefined): boolean =>
  token !== undefined && token.tag === 'PRP' && /^(?:i|he|she|they|we|it|you)$/.test(token.lower);

/** Does a sentence or clause end before token `i`? Never inside quotation marks. */
export function isBreak({ tokens, document, markedAt, marked }: Reading, i: number): boolean {
  const before = tokens[i - 1];
  const token = tokens[i];
  if (!before || !token) return true;
  const { sentences } = document;
  if (sentences[before.sentence]!.block !== sentences[token.sentence]!.block) return true;
  const inside = markedAt[i - 1]!;
  if (inside === -1)
    return terminators.has(before.text) || (before.sentence !== token.sentence && !opensQuote(before.text));
  if (markedAt[i] === inside || !endsSentence(document.text, marked[inside]!)) return false;
  const next = markedAt[i] === -1 ? token.start : marked[markedAt[i]!]!.parts[0]!.start;
  return /^\s*[\p{Lu}[]/u.test(document.text.slice(next, next + 4));
}

const opensQuote = (text: string): boolean => /^["'“‘([]$/.test(text);

/** Does what is said end as a sentence does? */
export const endsSentence = (text: string, { parts }: Marked): boolean =>
  /[.?!…]\s*['’)]?\s*$/.test(tail(text, parts.at(-1)!));

/** The last characters of a span. */
export const tail = (text: string, { start, end }: Span): string => text.slice(Math.max(start, end - 4), end);

/** First token of the sentence that token `end` ends or follows, marks included; at most 100 tokens back. */
export function sentenceStart(reading: Reading, end: number): number {
  const limit = Math.max(0, end - 100);
  let first = end;
  while (first > limit && !isBreak(reading, first)) first--;
  return first;
}

/** Offsets of a run of tokens. */
export const spanOf = ({ tokens }: Reading, { first, end }: Run): Span => ({
  start: tokens[first]!.start,
  end: tokens[end - 1]!.end,
});

/** Is it a comma, or the end of marks with a comma inside? Nothing stands before the first token. */
export function endsWithComma({ tokens, markedAt, marked, runs, document }: Reading, i: number): boolean {
  if (i < 0) return false;
  const k = markedAt[i]!;
  if (k === -1) return tokens[i]!.text === ',';
  return runs[k]!.end === i + 1 && /,\]?\s*$/.test(tail(document.text, marked[k]!.parts.at(-1)!));
}
