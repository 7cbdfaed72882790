import type { Token } from '../document.ts';
import type { Cast } from './cast.ts';
import type { NounChunk } from './chunks.ts';

/** "Russia" in "Russia's invasion". */
export function possessorOf(tokens: readonly Token[], chunk: Pick<NounChunk, 'first' | 'head'>): NounChunk | null {
  for (let i = chunk.head - 1; i > chunk.first; i--) {
    if (tokens[i]!.tag === 'POS') return { kind: 'noun', first: chunk.first, end: i, head: i - 1 };
  }
  return null;
}

/** Names that stand before a noun like an adjective. */
const abbreviations = new Set(['us', 'u.s.', 'uk', 'u.k.', 'eu', 'un', 'u.n.']);

/** "Israeli" or "U.S." in "Israeli airstrikes". */
export function nationOf(tokens: readonly Token[], chunk: NounChunk, cast: Cast): NounChunk | null {
  for (let i = chunk.first; i < chunk.head; i++) {
    const { pos, text, lower } = tokens[i]!;
    const isNation = (pos === 'ADJ' && /^\p{Lu}/u.test(text)) || abbreviations.has(lower);
    if (isNation && cast.mentionAt(i) !== null) return { kind: 'noun', first: i, end: i + 1, head: i };
  }
  return null;
}

/** "police" in "the police shooting", "rebel" in "a rebel attack": who bears arms and stands right before the noun. */
export function forceOf(
  tokens: readonly Token[],
  { first, head }: Pick<NounChunk, 'first' | 'head'>,
  cast: Cast,
): NounChunk | null {
  for (let i = head - 1; i >= first; i--) {
    const noun: NounChunk = { kind: 'noun', first: i, end: i + 1, head: i };
    if (tokens[i]!.pos === 'NOUN' && cast.fits(noun, 'force')) return noun;
  }
  return null;
}

/** "United Nations" in "a United Nations appeal": a body's or country's name before the noun. */
export function namedOf(tokens: readonly Token[], { first, head }: NounChunk, cast: Cast): NounChunk | null {
  for (let i = head - 1; i >= first; i--) {
    const noun: NounChunk = { kind: 'noun', first: i, end: i + 1, head: i };
    if (tokens[i]!.pos === 'PROPN' && cast.isNamed(noun) && cast.fits(noun, 'body')) return noun;
  }
  return null;
}
