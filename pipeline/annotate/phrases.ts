import type { Lexical, NounPhrase } from './document.ts';

/** Base noun phrases, in text order. */
export function findPhrases(_document: Lexical): NounPhrase[] {
  return [];
}
