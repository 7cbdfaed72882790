import type { EntityType } from '#schemas/vocabulary.ts';
import { fold } from '../../resources/fold.ts';
import type { Resources } from '../../resources/index.ts';
import type { Document, Lexical, Name, Sentence, Token } from '../document.ts';

/** The layers that names are read from. */
export type Read = Lexical & Pick<Document, 'dateline' | 'times'>;

/** One reason to take tokens [first, end) for a name of that type. Weights of the same span and type add up; 1 is enough. */
export interface Proposal {
  readonly first: number;
  readonly end: number;
  readonly type: EntityType;
  readonly weight: number;
  readonly basis: Name['basis'];
}

/** Capitalised words that stand together: [first, end). */
export interface Run {
  readonly first: number;
  readonly end: number;
  /** Printed in a line where every word is capitalised: capitals say nothing. */
  readonly headline: boolean;
}

/** A document with what every source of names asks of it, looked up once. */
export interface Reading {
  readonly document: Read;
  readonly tokens: readonly Token[];
  readonly resources: Resources;
  readonly runs: readonly Run[];
  /** Lower-case words of the document. */
  readonly lowerCase: ReadonlySet<string>;
  /** Is the sentence in title case or in capitals? */
  isHeadline(sentence: number): boolean;
  /** The text of tokens [first, end). */
  slice(first: number, end: number): string;
}

const closed = /^(?:DT|PRP\$?|IN|CC|MD|TO|EX|W.*|UH|PDT|VB[DPZ]?|CD|RB.?|RP|LS|SYM|NFP|[^A-Z].*|HYPH|-.*)$/;
const upper = /^\p{Lu}/u;

/** Prepares a document for the sources. */
export function readingOf(document: Read, resources: Resources): Reading {
  const { tokens, sentences, text } = document;
  const lowerCase = new Set<string>();
  for (const token of tokens) if (/^\p{Ll}/u.test(token.text)) lowerCase.add(token.text);
  const headlines = sentences.map((s) => isTitleCase(document, s));
  const slice = (first: number, end: number): string => text.slice(tokens[first]!.start, tokens[end - 1]!.end);
  const timed = new Set<number>();
  for (const time of document.times) for (let i = time.firstToken; i < time.endToken; i++) timed.add(i);
  const runs = sentences.flatMap((s) => {
    const headline = headlines[s.index]!;
    return runsOf(tokens, s, headline, (i) => isWord(document, resources, s, i, timed, headline, lowerCase), resources);
  });
  return { document, tokens, resources, runs, lowerCase, isHeadline: (s) => headlines[s] ?? false, slice };
}

/** Do nearly all long words begin with a capital, and the verbs with them? Names alone make no headline. */
function isTitleCase({ tokens }: Read, { firstToken, endToken }: Sentence): boolean {
  let long = 0;
  let capital = 0;
  for (let i = firstToken; i < endToken; i++) {
    const { text, tag } = tokens[i]!;
    if (/^VB[DPZ]$/.test(tag) && !upper.test(text)) return false;
    if (text.length < 4 || !/^\p{L}/u.test(text)) continue;
    long++;
    if (upper.test(text)) capital++;
  }
  const isClosed = /[.!?]/.test(tokens[endToken - 1]!.text);
  return isClosed ? long >= 7 && capital >= long * 0.9 : long >= 4 && capital >= long * 0.7;
}

/** "Theresa May": a given name makes a surname of a month. */
function isSurname(tokens: readonly Token[], i: number, { givenNames }: Resources['gazetteer']): boolean {
  const before = tokens[i - 1];
  return before?.sentence === tokens[i]!.sentence && before.tag === 'NNP' && givenNames.has(fold(before.text));
}

/** Can the token be a word of a name? */
function isWord(
  { tokens }: Read,
  { names, gazetteer }: Resources,
  sentence: Sentence,
  i: number,
  timed: ReadonlySet<number>,
  headline: boolean,
  lowerCase: ReadonlySet<string>,
): boolean {
  const token = tokens[i]!;
  if (!upper.test(token.text) || timed.has(i)) return false;
  if (names.has('never', token.text) && !isSurname(tokens, i, gazetteer)) return false;
  if (i === sentence.firstToken && names.has('former', token.lower)) return false;
  if (token.tag.startsWith('NNP')) return !(headline && lowerCase.has(token.lower));
  return !closed.test(token.tag) && (i > sentence.firstToken || upper.test(tokens[i + 1]?.text ?? ''));
}

function runsOf(
  tokens: readonly Token[],
  { firstToken, endToken }: Sentence,
  headline: boolean,
  isPart: (token: number) => boolean,
  { names }: Resources,
): Run[] {
  const runs: Run[] = [];
  for (let i = firstToken; i < endToken; ) {
    if (!isPart(i)) {
      i++;
      continue;
    }
    const first = i++;
    while (i < endToken) {
      const link = isPart(i) ? 0 : linkAt(tokens, i, endToken, names);
      if (isPart(i)) i++;
      else if (i + 1 < endToken && isHyphenated(tokens, i)) i += 2;
      else if (link > 0 && isPart(i + link)) i += link + 1;
      else break;
    }
    runs.push({ first, end: i, headline });
  }
  return runs;
}

/** "-wai" after "Chi", but not "-backed" after "Iran". */
function isHyphenated(tokens: readonly Token[], i: number): boolean {
  const hyphen = tokens[i]!;
  const part = tokens[i + 1]!;
  const isGlued = hyphen.start === tokens[i - 1]!.end && part.start === hyphen.end;
  return hyphen.text === '-' && isGlued && part.text.length < 6 && part.tag.startsWith('NNP');
}

/** Number of small words that bind the next capitalised word to the one before: "van der", "-", "&". */
function linkAt(tokens: readonly Token[], i: number, end: number, names: Resources['names']): number {
  const glued = (at: number): boolean => tokens[at]!.start === tokens[at - 1]!.end;
  let n = 0;
  while (i + n < end - 1 && n < 4) {
    const { lower } = tokens[i + n]!;
    const hyphen = lower === '-' && glued(i + n) && glued(i + n + 1);
    const inside = n > 0 && tokens[i + n - 1]!.text === '-' && lower.length < 4 && tokens[i + n + 1]!.text === '-';
    if (!hyphen && !inside && lower !== '&' && !names.has('particle', lower)) break;
    n++;
  }
  return n;
}
