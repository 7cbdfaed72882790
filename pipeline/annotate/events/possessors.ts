import type { Token } from '../document.ts';
import type { Cast } from './cast.ts';
import type { NounChunk } from './chunks.ts';

/** "Russia" in "Russia's invasion". */
export function possessorOf(tokens: readonly Token[], chunk: NounChunk): NounChunk | null {
  for (let i = chunk.head - 1; i > chunk.first; i--) {
    if (tokens[i]!.tag === 'POS') return { kind: 'noun', first: chunk.first, end: i, head: i - 1 };
  }
  return null;
}

/** "Israeli" in "Israeli airstrikes". */
export function nationOf(tokens: readonly Token[], chunk: NounChunk, cast: Cast): NounChunk | null {
  for (let i = chunk.first; i < chunk.head; i++) {
    const isNation = tokens[i]!.pos === 'ADJ' && /^\p{Lu}/u.test(tokens[i]!.text) && cast.mentionAt(i) !== null;
    if (isNation) return { kind: 'noun', first: i, end: i + 1, head: i };
  }
  return null;
}
