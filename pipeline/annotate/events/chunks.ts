import type { NounPhrase, Token } from '../document.ts';
import { settled } from './settled.ts';
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
  /** Is the noun an office ("secretary of state Kerry")? */
  isOffice(token: Token): boolean;
  /** Does a person's name cover the token? */
  isPerson(token: number): boolean;
  /** Does a place's name cover the token? */
  isPlace(token: number): boolean;
  /** Is the noun a kind of settlement or region? */
  isPlaceNoun(token: Token): boolean;
  /** Does the verb take two objects ("gave Kyiv weapons")? */
  takesTwo(verb: Token): boolean;
  /** Is the participle a preposition ("following the vote")? */
  leadsIn(participle: Token): boolean;
  /** Does the word lead in a clause, by the tree ("after Turkey began …")? */
  isMark(token: number): boolean;
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
    const found: Chunk[] =
      hedge > 0 ? [{ kind: 'aside', first: at, end: at + hedge, head: at }] : chunksAt(around, at, end);
    at = found.at(-1)!.end;
    for (const chunk of found) for (const part of objectsIn(chunks.at(-1), chunk, around)) join(chunks, part, around);
  }
  return settled(chunks, around);
}

/** "gave [Malawi] [2 million dollars]": behind a verb that takes two objects an amount after a noun is the second. */
function objectsIn(before: Chunk | undefined, chunk: Chunk, { tokens, takesTwo }: Surroundings): readonly Chunk[] {
  if (chunk.kind !== 'noun' || before?.kind !== 'verb' || !takesTwo(tokens[before.head]!)) return [chunk];
  for (let i = chunk.first + 1; i <= chunk.head; i++) {
    const { pos, start } = tokens[i]!;
    if ((pos !== 'NUM' && pos !== 'SYM') || !isThing(tokens[i - 1]!) || tokens[i - 1]!.end === start) continue;
    return [
      { ...chunk, end: i, head: i - 1 },
      { ...chunk, first: i },
    ];
  }
  return [chunk];
}

const isThing = ({ pos }: Token): boolean => pos === 'NOUN' || pos === 'PROPN';

function chunksAt(around: Surroundings, at: number, end: number): Chunk[] {
  const { tokens } = around;
  const token = tokens[at]!;
  const led = participial(around, at, end);
  if (led) return [led];
  const phrase = around.phraseAt.get(at) ?? behindHedge(around, at);
  if (phrase && phrase.endToken <= end && phrase.endToken > at && !isRelative(token))
    return fromPhrase(around, at, phrase);
  const compound = hyphenated(around, at, end);
  if (compound) return [compound];
  if (token.tag === 'VBG' && around.leadsIn(token) && !isGoingOn(tokens[at - 1]))
    return [{ kind: 'preposition', first: at, end: at + 1, head: at }];
  if (startsVerbGroup(tokens, at, end)) return [readVerbGroup(tokens, at, end)];
  return [{ kind: kindOf(around, at, end), first: at, end: at + 1, head: at }];
}

/** "is following", "were not following". */
const isGoingOn = (before: Token | undefined): boolean => before?.pos === 'AUX' || before?.pos === 'PART';

/** "a U.S.-led coalition": a participle hyphenated to what stands before it belongs to the noun behind. */
function participial({ tokens, phraseAt }: Surroundings, first: number, end: number): NounChunk | null {
  const at = tokens[first]!.pos === 'DET' ? first + 1 : first;
  const [word, hyphen, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!word || at + 3 >= end || hyphen?.tag !== 'HYPH' || !/^VB[NDG]$/.test(next!.tag)) return null;
  if (hyphen.start !== word.end || next!.start !== hyphen.end) return null;
  const phrase = phraseAt.get(at + 3);
  return phrase && phrase.endToken <= end ? { kind: 'noun', first, end: phrase.endToken, head: phrase.head } : null;
}

/** "a by-election": a word hyphenated to a noun is no preposition. */
function hyphenated({ tokens, phraseAt }: Surroundings, first: number, end: number): NounChunk | null {
  const at = tokens[first]!.pos === 'DET' ? first + 1 : first;
  const [word, hyphen, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (word?.pos !== 'ADP' || at + 2 >= end || hyphen?.tag !== 'HYPH') return null;
  if (hyphen.start !== word.end || next?.start !== hyphen.end || next.pos !== 'NOUN') return null;
  const phrase = phraseAt.get(at + 2);
  return { kind: 'noun', first, end: phrase?.endToken ?? at + 3, head: phrase?.head ?? at + 2 };
}

/** The phrase without a date behind or before it ("the president today", "last month Google"); an aside where it is all date. */
function fromPhrase({ isTime, tokens }: Surroundings, at: number, phrase: NounPhrase): Chunk[] {
  let end = phrase.endToken;
  while (end > at && isTime(end - 1)) end--;
  const isOwner = tokens[phrase.endToken]?.tag === 'POS';
  if (end === at && isOwner) return [{ kind: 'noun', first: at, end: phrase.endToken, head: phrase.head }];
  if (end === at) return [{ kind: 'aside', first: at, end: phrase.endToken, head: phrase.head }];
  let first = at;
  while (isTime(first)) first++;
  const { pos } = tokens[first]!;
  if (first === at || (pos !== 'DET' && pos !== 'PROPN')) first = at;
  const noun: Chunk = { kind: 'noun', first, end, head: Math.min(phrase.head, end - 1) };
  return first === at ? [noun] : [{ kind: 'aside', first: at, end: first, head: at }, noun];
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
function join(chunks: Chunk[], chunk: Chunk, around: Surroundings): void {
  const { tokens, isQuantity, takesTwo } = around;
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
    const joins = (noun: Chunk) =>
      isQuantity(tokens[noun.head]!) || isTitled(around, noun, chunk) || isNamedPlace(around, noun, chunk);
    if (isOf && before?.kind === 'noun' && joins(before)) {
      chunks.splice(-2, 2, { ...chunk, first: before.first });
      return;
    }
  }
  chunks.push(chunk);
}

/** "Secretary of Justice Wanda Garced": an office and its holder. */
const isTitled = ({ tokens, isOffice, isPerson }: Surroundings, office: Chunk, holder: Chunk): boolean =>
  tokens[office.head]!.pos === 'PROPN' &&
  tokens[office.first]!.pos === 'PROPN' &&
  isOffice(tokens[office.head]!) &&
  isPerson(holder.head) &&
  !isPerson(holder.first);

/** "the town of Celje". */
const isNamedPlace = ({ tokens, isPlace, isPlaceNoun }: Surroundings, place: Chunk, name: Chunk): boolean =>
  name.head === name.end - 1 &&
  tokens[name.head]!.pos === 'PROPN' &&
  isPlace(name.head) &&
  isPlaceNoun(tokens[place.head]!);

/** "the officers" behind "of" right after a noun phrase. */
export function ownerBehind(
  { tokens, chunks }: { readonly tokens: readonly Token[]; readonly chunks: readonly Chunk[] },
  noun: NounChunk,
): NounChunk | null {
  const at = chunks.findIndex((c) => c.kind === 'noun' && c.head === noun.head);
  const [of, owner] = [chunks[at + 1], chunks[at + 2]];
  const isOf = at >= 0 && of?.kind === 'preposition' && tokens[of.head]!.lower === 'of';
  return isOf && owner?.kind === 'noun' ? owner : null;
}

/** The noun phrases among the chunks with these indices. */
export const nounsOf = (chunks: readonly Chunk[], indices: readonly number[]): NounChunk[] =>
  indices.flatMap((i) => (chunks[i]?.kind === 'noun' ? [chunks[i]] : []));
