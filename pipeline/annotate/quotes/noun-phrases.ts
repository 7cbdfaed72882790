import type { Token } from '../document.ts';
import { cueAt } from './cues.ts';
import { isFiniteVerb, type Reading, type Run } from './reading.ts';

const longest = 40;

export const isName = (token: Token | undefined): boolean => token?.pos === 'PROPN';

const isHead = (token: Token | undefined): boolean =>
  token !== undefined && (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'NUM' || isPronoun(token));

export const isPronoun = (token: Token | undefined): boolean =>
  token !== undefined && token.pos === 'PRON' && !/^(?:W|EX)/.test(token.tag) && token.tag !== 'PRP$';

export const isComma = (token: Token | undefined): boolean => token?.text === ',';

/** Does the phrase end with a name of two words or more? */
export const nameIn = (tokens: readonly Token[], { first, end }: Run): boolean =>
  end - first >= 2 && isName(tokens[end - 1]) && isName(tokens[end - 2]);

export function afterLastComma(tokens: readonly Token[], start: number, end: number): number {
  for (let i = end - 1; i >= start; i--) if (isComma(tokens[i])) return i + 1;
  return start;
}

/** A noun phrase that fills the run after leading conjunctions and adverbs; null where a verb or a bracket stands in it. */
export function phrase(reading: Reading, first: number, end: number): Run | null {
  const { tokens, markedAt, timeAt } = reading;
  let start = first;
  while (start < end && isLead(tokens[start]!)) start++;
  while (end > start && (tokens[end - 1]!.pos === 'ADV' || tokens[end - 1]!.text === ')')) {
    if (tokens[end - 1]!.text === ')') {
      const bracket = openingBracket(tokens, start, end - 1);
      if (bracket === null) return null;
      end = bracket;
    } else end--;
  }
  end = beforeDay(reading, start, end);
  if (start >= end || isParticipial(tokens[start]!, tokens[start + 1])) return null;
  for (let i = start; i < end; i++) {
    if (takesObject(tokens[i]!, tokens[i + 1]) || (i > start && opensClause(reading, i)))
      return lastPhrase(reading, start, end);
    if (markedAt[i] !== -1 || (tokens[i]!.pos === 'PUNCT' && !/^[-–’'&./]$/.test(tokens[i]!.text)))
      return lastPhrase(reading, start, end);
    if (isFiniteVerb(tokens[i]) && !isOfName(reading, i)) return lastPhrase(reading, start, end);
  }
  if (tokens[start]!.pos === 'ADP' || tokens[start]!.pos === 'SCONJ') return lastPhrase(reading, start, end);
  const head = headOf(tokens, start, end);
  return head && timeAt[head.index] === 0 ? { first: start, end } : null;
}

/** `the council [this week] said`, `Kovač [on Monday] said`: without the day behind a noun. */
function beforeDay({ tokens, timeAt }: Reading, start: number, end: number): number {
  let last = end;
  while (last > start && timeAt[last - 1] === 1) last--;
  if (last < end && tokens[last - 1]?.pos === 'ADP') last--;
  return last > start && isHead(tokens[last - 1]) ? last : end;
}

/** `a think tank`: what looks like a verb is half of a noun. */
const isOfName = (reading: Reading, i: number): boolean => cueAt(reading, i)?.cue.frames.has('name') === true;

/** `Days [after] Kovač said`, `a day [before] the poll showed`: a conjunction, or such a preposition behind a time. */
const opensClause = ({ tokens, timeAt }: Reading, i: number): boolean =>
  tokens[i]!.pos === 'SCONJ' ||
  tokens[i]!.tag === 'WP' ||
  (timeAt[i - 1] === 1 && timeAt[i] === 0 && leadsClause(tokens[i]!));

/** `[visit] their offices`. */
const takesObject = ({ pos, tag }: Token, next: Token | undefined): boolean =>
  pos === 'VERB' && tag === 'VB' && (next?.pos === 'DET' || next?.tag === 'PRP$');

/** `Speaking to reporters`, `Asked about it`: no noun phrase. */
const isParticipial = ({ pos, tag }: Token, next: Token | undefined): boolean =>
  pos === 'VERB' && /^VB[GN]$/.test(tag) && next?.pos === 'ADP';

function openingBracket(tokens: readonly Token[], start: number, close: number): number | null {
  for (let i = close - 1; i > start && i > close - longest; i--) if (tokens[i]!.text === '(') return i;
  return null;
}

/** A preposition that may lead in a clause: `after she said`. */
export const leadsClause = ({ pos, lower }: Token): boolean =>
  pos === 'SCONJ' || /^(?:after|before|since|until|as)$/.test(lower);

/** Where more than a noun phrase stands before the verb: its last noun phrase, if a conjunction or a clause begins there. */
function lastPhrase(reading: Reading, start: number, end: number): Run | null {
  const nouns = nounsBefore(reading, end, start);
  if (!nouns || nouns.first === start) return nouns;
  const before = reading.tokens[nouns.first - 1]!;
  const begins = before.pos === 'CCONJ' || before.pos === 'SCONJ' || before.pos === 'PUNCT' || before.pos === 'ADV';
  const isTime = before.pos === 'ADP' || before.pos === 'NUM' || before.pos === 'NOUN';
  const isLinked = before.tag === 'WP' || (before.tag === 'WDT' && reading.tokens[nouns.first - 2]?.pos === 'ADP');
  return begins || isLinked || leadsClause(before) || (isTime && isPronoun(reading.tokens[nouns.first])) ? nouns : null;
}

/** The noun phrase, with its `of` phrases, that ends before token `end`. */
export function nounsBefore({ tokens, markedAt, timeAt }: Reading, end: number, start: number): Run | null {
  const isDay = (i: number) => timeAt[i] === 1 && isName(tokens[i]) && tokens[i - 1]?.pos === 'ADP';
  if (!isHead(tokens[end - 1]) || markedAt[end - 1] !== -1) return null;
  let first = end - 1;
  if (isPronoun(tokens[first])) return { first, end };
  while (first > start && markedAt[first - 1] === -1 && isInside(tokens, first - 1) && !isDay(first - 1)) first--;
  return { first, end };
}

function isInside(tokens: readonly Token[], i: number): boolean {
  const { pos, text, lower, tag } = tokens[i]!;
  if (pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ' || pos === 'DET' || pos === 'NUM') return true;
  if (tag === 'PRP$' || tag === 'POS' || tag === 'HYPH' || text === '-' || text === '&') return true;
  if (text === '/') return isName(tokens[i - 1]) && isName(tokens[i + 1]);
  if (lower === 'of') return true;
  return lower === 'and' && isName(tokens[i - 1]) && isName(tokens[i + 1]);
}

const isLead = ({ pos, text }: Token): boolean =>
  pos === 'CCONJ' || pos === 'ADV' || pos === 'INTJ' || (pos === 'PUNCT' && /^[-–—•*,:(]+$/.test(text));

/** The word that a phrase is about: its last noun before a preposition other than `of`. */
export function headOf(tokens: readonly Token[], first: number, end: number): Token | undefined {
  let head: Token | undefined;
  for (let i = first; i < end; i++) {
    const token = tokens[i]!;
    if (head && (token.pos === 'ADP' || token.pos === 'SCONJ' || token.text === ',' || /^W/.test(token.tag))) break;
    if (isHead(token)) head = token;
  }
  return head ?? substantive(tokens, first, end);
}

const indefinite = new Set(['some', 'many', 'several', 'most', 'others', 'another', 'both']);

/** `the accused`, `the editorial`: an adjective after an article, where no noun follows; `some`, `another` alone. */
function substantive(tokens: readonly Token[], first: number, end: number): Token | undefined {
  const last = tokens[end - 1];
  if (end - first === 1 && last && indefinite.has(last.lower)) return last;
  return tokens[first]?.pos === 'DET' && end - first > 1 && last?.pos === 'ADJ' ? last : undefined;
}

/** The noun phrase that begins at a token. */
export function nounsFrom({ tokens, markedAt }: Reading, start: number): Run | null {
  if (isPronoun(tokens[start])) return { first: start, end: start + 1 };
  let end = start;
  while (end < tokens.length && end - start < longest && markedAt[end] === -1 && isInName(tokens, end)) end++;
  while (end > start && !isHead(tokens[end - 1])) end--;
  return end > start && tokens[start]!.sentence === tokens[end - 1]!.sentence ? { first: start, end } : null;
}

/** A participle before its noun belongs to it: `the printed card`, `retired General`. */
const isInName = (tokens: readonly Token[], i: number): boolean =>
  isInside(tokens, i) || (/^VB[NG]$/.test(tokens[i]!.tag) && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[i + 1]?.pos ?? ''));
