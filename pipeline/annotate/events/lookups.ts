import type { Token } from '../document.ts';

/** Is the token a form of the lexicon's word? Plurals without a singular ("troops") count as its plural. */
export const isWord = (token: Token, word: string): boolean =>
  token.lower === word || token.lemma === word || (token.tag === 'NNS' && token.lower === `${word}s`);

/** The entry of a map for a token: by its form, its lemma, or without a plural s. */
export function entryOf<T>(map: ReadonlyMap<string, T>, token: Token): T | undefined {
  const lemma = token.lemma.toLowerCase();
  return map.get(token.lower) ?? map.get(lemma) ?? (token.tag === 'NNS' ? map.get(lemma.replace(/s$/, '')) : undefined);
}
