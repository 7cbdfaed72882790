import type { Dateline, Lexical } from './document.ts';

/** The dateline at the head of the first paragraph of the body, or null. */
export function findDateline(_document: Lexical): Dateline | null {
  return null;
}
