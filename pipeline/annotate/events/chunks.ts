import type { NounPhrase, Token } from '../document.ts';
import { readVerbGroup, startsVerbGroup, type VerbGroup } from './verb-groups.ts';

/** A base noun phrase; `thousands of people` is one, and so is `Ecuador's president`. */
export interface NounChunk {
  readonly kind: 'noun';
  readonly first: number;
  readonly end: number;
  readonly head: number;
}

/** Any other stretch of a sentence. `aside` (adverbs, dates, particles) stands in nobody's way. */
interface WordChunk {
  readonly kind: 'preposition' | 'mark' | 'relative' | 'and' | 'comma' | 'break' | 'adjective' | 'aside';
  readonly first: number;
  readonly end: number;
  readonly head: number;
}

export type Chunk = NounChunk | WordChunk | VerbGroup;

/** What the chunker must know beyond the tokens. */
export interface Surroundings {
  readonly tokens: readonly Token[];
  /** The noun phrase that begins at a token. */
  readonly phraseAt: ReadonlyMap<number, NounPhrase>;
  /** Does an expression of time cover the token? */
  isTime(token: number): boolean;
  /** Is the noun a mere amount of what follows ("thousands of people")? */
  isQuantity(token: Token): boolean;
  /** Does the verb take two objects ("gave Kyiv weapons")? */
  takesTwo(verb: Token): boolean;
}

const open = new Set(['(', '[', '{']);
const close = new Set([')', ']', '}']);
const quotes = new Set(['"', '“', '”', '„', '«', '»', "''", '``', '‘']);
const dashes = new Set(['—', '–', '--', ';', ':', '...', '…', '.', '!', '?']);
const longestScareQuote = 7;
const bareStarts = new Set(['NOUN', 'PROPN', 'ADJ']);
const hedges = new Set([
  'at least',
  'at most',
  'more than',
  'less than',
  'fewer than',
  'up to',
  'close to',
  'as many',
  'well over',
]);

/** The chunks of the tokens `first`..`end` in order, what stands in parentheses left out. */
export function chunkSentence(around: Surroundings, first: number, end: number): Chunk[] {
  const chunks: Chunk[] = [];
  let depth = 0;
  let at = first;
  while (at < end) {
    const token = around.tokens[at]!;
    if (open.has(token.text)) depth++;
    if (depth > 0) {
      if (close.has(token.text)) depth--;
      at++;
      continue;
    }
    const hedge = hedgeAt(around.tokens, at);
    const chunk: Chunk = hedge > 0 ? { kind: 'aside', first: at, end: at + hedge, head: at } : chunkAt(around, at, end);
    at = chunk.end;
    join(chunks, chunk, around);
  }
  return settleTimes(chunks);
}

function chunkAt(around: Surroundings, at: number, end: number): Chunk {
  const { tokens } = around;
  const token = tokens[at]!;
  const phrase = around.phraseAt.get(at) ?? behindHedge(around, at);
  if (phrase && phrase.endToken <= end && phrase.endToken > at && !isRelative(token))
    return fromPhrase(around, at, phrase);
  if (startsVerbGroup(tokens, at, end)) return readVerbGroup(tokens, at, end);
  return { kind: kindOf(around, at, end), first: at, end: at + 1, head: at };
}

/** The phrase without a date behind it ("the president today"); an aside where it is all date. */
function fromPhrase({ isTime }: Surroundings, at: number, phrase: NounPhrase): Chunk {
  let end = phrase.endToken;
  while (end > at && isTime(end - 1)) end--;
  if (end === at) return { kind: 'aside', first: at, end: phrase.endToken, head: phrase.head };
  return { kind: 'noun', first: at, end, head: Math.min(phrase.head, end - 1) };
}

/** Words in "at least 14", "more than 20", "up to 60": no preposition is meant. */
function hedgeAt(tokens: readonly Token[], at: number): number {
  const [first, second, number] = [tokens[at]?.lower, tokens[at + 1]?.lower, tokens[at + 2]];
  return number?.pos === 'NUM' && hedges.has(`${first} ${second}`) ? 2 : 0;
}

/** The rest of a noun phrase that began with a hedge. */
function behindHedge({ tokens, phraseAt }: Surroundings, at: number): NounPhrase | undefined {
  if (at < 2 || hedgeAt(tokens, at - 2) === 0) return undefined;
  return phraseAt.get(at - 1) ?? phraseAt.get(at - 2);
}

function kindOf(around: Surroundings, at: number, end: number): WordChunk['kind'] | 'noun' {
  const { tokens } = around;
  const token = tokens[at]!;
  if (around.isTime(at)) return 'aside';
  if (token.text === ',') return 'comma';
  if (dashes.has(token.text)) return 'break';
  if (quotes.has(token.text)) return isScareQuote(tokens, at, end) ? 'aside' : 'break';
  if (isRelative(token)) return 'relative';
  if (token.tag === 'RP') return 'aside';
  switch (token.pos) {
    case 'ADP':
      return 'preposition';
    case 'SCONJ':
      return tokens[at + 1]?.tag === 'VBG' && at + 1 < end ? 'preposition' : 'mark';
    case 'CCONJ':
      return 'and';
    case 'ADJ':
      return 'adjective';
    case 'NOUN':
    case 'PROPN':
    case 'NUM':
    case 'PRON':
      return 'noun';
    default:
      return token.lower === 'when' || token.lower === 'while' ? 'mark' : 'aside';
  }
}

const isRelative = (token: Token): boolean =>
  token.tag === 'WDT' || token.tag === 'WP$' || (token.tag === 'WP' && token.lower !== 'what');

/** Quotation marks around a few words do not part a clause. */
function isScareQuote(tokens: readonly Token[], at: number, end: number): boolean {
  for (const step of [1, -1]) {
    for (let gap = 2; gap <= longestScareQuote + 1; gap++) {
      const other = at + step * gap;
      if (other < end && other >= 0 && quotes.has(tokens[other]?.text ?? '')) return true;
    }
  }
  return false;
}

/** Adds a chunk; joins `thousands` `of` `people`, `Ecuador` `'s president`, `proposed` `changes`. */
function join(chunks: Chunk[], chunk: Chunk, { tokens, isQuantity, takesTwo }: Surroundings): void {
  const last = chunks.at(-1);
  const before = chunks.at(-2);
  if (chunk.kind === 'noun' && last) {
    const possessive = tokens[chunk.first]!.tag === 'POS' || tokens[last.end - 1]!.tag === 'POS';
    if (last.kind === 'noun' && possessive) {
      chunks[chunks.length - 1] = { ...chunk, first: last.first };
      return;
    }
    const isModifier = last.kind === 'verb' && last.form === 'en' && last.first === last.head;
    if (isModifier && (before === undefined || before.kind === 'verb' || before.kind === 'preposition')) {
      chunks[chunks.length - 1] = { ...chunk, first: last.first };
      return;
    }
    const isApart = !bareStarts.has(tokens[chunk.first]!.pos) || chunk.first - last.end > 3;
    const isDouble = before?.kind === 'verb' && takesTwo(tokens[before.head]!);
    if (last.kind === 'noun' && !isApart && !isDouble && bareStarts.has(tokens[last.head]!.pos)) {
      chunks[chunks.length - 1] = { ...chunk, first: last.first };
      return;
    }
    const isOf = last.kind === 'preposition' && tokens[last.head]!.lower === 'of';
    if (isOf && before?.kind === 'noun' && isQuantity(tokens[before.head]!)) {
      chunks.splice(-2, 2, { ...chunk, first: before.first });
      return;
    }
  }
  chunks.push(chunk);
}

/** A preposition whose object is a date is an aside as well. */
function settleTimes(chunks: Chunk[]): Chunk[] {
  return chunks.map((chunk, index) => {
    const next = chunks[index + 1];
    return chunk.kind === 'preposition' && next?.kind === 'aside' ? { ...chunk, kind: 'aside' } : chunk;
  });
}

/** The noun phrases among the chunks with these indices. */
export const nounsOf = (chunks: readonly Chunk[], indices: readonly number[]): NounChunk[] =>
  indices.flatMap((i) => (chunks[i]?.kind === 'noun' ? [chunks[i]] : []));
