import type { Chunk } from './chunks.ts';
import { skipAsides } from './clauses.ts';

/** "X, Y and Z" from its first noun phrase at `at`; stops where the next noun phrase begins a clause of its own. */
export function nounsFrom(chunks: readonly Chunk[], at: number): { nouns: number[]; end: number } {
  const nouns = [at];
  let next = at + 1;
  while (chunks[next]?.kind === 'comma' && chunks[next + 1]?.kind === 'noun') {
    nouns.push(next + 1);
    next += 2;
  }
  const and = chunks[next]?.kind === 'comma' ? next + 1 : next;
  const last = skipAsides(chunks, and + 1, 1);
  if (chunks[and]?.kind !== 'and' || chunks[last]?.kind !== 'noun' || startsClause(chunks, last)) {
    return { nouns: [at], end: at + 1 };
  }
  return { nouns: [...nouns, last], end: last + 1 };
}

/** Does a finite verb follow the noun phrase? */
function startsClause(chunks: readonly Chunk[], noun: number): boolean {
  const next = chunks[skipAsides(chunks, noun + 1, 1)];
  return next?.kind === 'verb' && next.form === 'finite';
}

/** Two nouns take no comma before "and": "won without the army, and Oslo praised it". */
const isListed = (chunks: readonly Chunk[], noun: number): boolean =>
  chunks[noun - 1]?.kind === 'comma' && chunks[noun - 2]?.kind === 'noun';

/** "X, Y and Z" that ends with the noun phrase at `at`, in text order. */
export function nounsUpTo(chunks: readonly Chunk[], at: number): number[] {
  const nouns = [at];
  if (chunks[at - 1]?.kind !== 'and') return nouns;
  const hasComma = chunks[at - 2]?.kind === 'comma';
  const before = hasComma ? at - 3 : at - 2;
  if (chunks[before]?.kind !== 'noun' || (hasComma && !isListed(chunks, before))) return nouns;
  nouns.unshift(before);
  let first = before;
  while (
    chunks[first - 1]?.kind === 'comma' &&
    chunks[first - 2]?.kind === 'noun' &&
    !opensSentence(chunks, first - 2)
  ) {
    first -= 2;
    nouns.unshift(first);
  }
  return nouns;
}

/** Is the noun phrase the object of a preposition at the head of a clause ("In Paris, …")? */
function opensSentence(chunks: readonly Chunk[], noun: number): boolean {
  if (chunks[noun - 1]?.kind !== 'preposition') return false;
  const before = chunks[noun - 2]?.kind;
  return before !== 'noun' && before !== 'verb';
}
