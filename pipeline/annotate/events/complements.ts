import type { Token } from '../document.ts';
import type { Chunk } from './chunks.ts';
import type { Clause } from './clauses.ts';
import { nounsFrom } from './coordination.ts';

/** What stands right of the verb at `at`: its object and prepositional phrases, up to the end of its clause. */
export function rightOf(
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  at: number,
): Pick<Clause, 'object' | 'second' | 'prepositions'> {
  const prepositions: { word: string; nouns: number[] }[] = [];
  let object: number[] = [];
  let second: number[] = [];
  let i = at + 1;
  while (i < chunks.length) {
    const chunk = chunks[i]!;
    if (chunk.kind === 'aside' || chunk.kind === 'adjective') {
      i++;
    } else if (chunk.kind === 'noun') {
      if (prepositions.length > 0) break;
      const { nouns, end } = nounsFrom(chunks, i);
      if (object.length === 0) object = nouns;
      else if (second.length === 0) second = nouns;
      i = end;
    } else if (chunk.kind === 'preposition') {
      const next = nextNoun(chunks, i + 1);
      const word = tokens[chunk.head]!.lower;
      if (next === null) {
        prepositions.push({ word, nouns: [] });
        i++;
        continue;
      }
      const { nouns, end } = nounsFrom(chunks, next);
      prepositions.push({ word, nouns });
      i = end;
    } else if (chunk.kind === 'and' && chunks[i + 1]?.kind === 'preposition') {
      i++;
    } else break;
  }
  return { object, second, prepositions };
}

/** Index of the noun phrase that begins at `at`, adverbs passed over; null where something else stands there. */
function nextNoun(chunks: readonly Chunk[], at: number): number | null {
  let i = at;
  while (chunks[i]?.kind === 'aside' || chunks[i]?.kind === 'adjective') i++;
  return chunks[i]?.kind === 'noun' ? i : null;
}
