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
    for (const chunk of found) join(chunks, chunk, around);
  }
  return shareHeads(settleTimes(chunks), around);
}

/** "US, European and Brazilian forces": names that all belong to one noun make one phrase. */
function shareHeads(chunks: Chunk[], { tokens }: Surroundings): Chunk[] {
  const found: Chunk[] = [];
  const isName = (c: Chunk | undefined): boolean =>
    c?.kind === 'noun' && c.first === c.head && c.end === c.first + 1 && modifies(tokens[c.head]!);
  for (const chunk of chunks) {
    const isHead = chunk.kind === 'noun' && tokens[chunk.head]!.tag === 'NNS' && modifies(tokens[chunk.first]!);
    let first = found.length;
    const isList = tokens.slice(chunk.first, chunk.head).some((t) => t.pos === 'CCONJ');
    if (isHead && (found[first - 1]?.kind === 'and' || (isList && found[first - 1]?.kind === 'comma'))) {
      first -= found[first - 2]?.kind === 'comma' ? 2 : 1;
      while (isName(found[first - 1])) first -= found[first - 2]?.kind === 'comma' && isName(found[first - 3]) ? 2 : 1;
    }
    const opens = found[first];
    if (isHead && opens?.kind === 'noun') found.splice(first, found.length, { ...chunk, first: opens.first });
    else found.push(chunk);
  }
  return found;
}

const attributive = new Set(['us', 'u.s.', 'uk', 'u.k.', 'eu', 'un', 'u.n.']);
const nationalities = /^\p{Lu}.*(?:an|ese|ish|i|ch)$/u;

/** A nationality, or an abbreviation that stands before a noun like one. */
const modifies = ({ pos, text, lower }: Token): boolean =>
  attributive.has(lower) || ((pos === 'ADJ' || pos === 'PROPN') && nationalities.test(text));

function chunksAt(around: Surroundings, at: number, end: number): Chunk[] {
  const { tokens } = around;
  const token = tokens[at]!;
  const phrase = around.phraseAt.get(at) ?? behindHedge(around, at);
  if (phrase && phrase.endToken <= end && phrase.endToken > at && !isRelative(token))
    return fromPhrase(around, at, phrase);
  if (startsVerbGroup(tokens, at, end)) return [readVerbGroup(tokens, at, end)];
  return [{ kind: kindOf(around, at, end), first: at, end: at + 1, head: at }];
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

/** A preposition whose object is a date is an aside as well. */
function settleTimes(chunks: Chunk[]): Chunk[] {
  return chunks.map((chunk, index) => {
    const next = chunks[index + 1];
    return chunk.kind === 'preposition' && next?.kind === 'aside' ? { ...chunk, kind: 'aside' } : chunk;
  });
}

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
