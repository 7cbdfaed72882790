import type { Token } from '../document.ts';
import type { Tree } from '../syntax.ts';
import type { Chunk } from './chunks.ts';
import type { VerbGroup } from './verb-groups.ts';

/** What a dependent clause hangs on. */
export type Governor =
  /** Another clause's verb, by complement or participle. `via` is the preposition or mark between. */
  | { readonly kind: 'verb'; readonly clause: number; readonly via: string | null }
  /** A noun or adjective ("plan to", "likely to"), and the clause that this word belongs to. */
  | { readonly kind: 'word'; readonly token: number; readonly clause: number | null }
  /** A conjunction ("if"). */
  | { readonly kind: 'mark'; readonly word: string; readonly clause: number | null }
  /** Nothing that tells: a purpose, an unclear attachment. */
  | { readonly kind: 'unclear' };

/** A verb group with what belongs to it; numbers are indices of chunks unless they say otherwise. */
export interface Clause {
  readonly index: number;
  /** Index of the verb's chunk. */
  readonly at: number;
  readonly verb: VerbGroup;
  readonly isRelative: boolean;
  /** Surface subject; several when coordinated. */
  readonly subject: readonly number[];
  readonly object: readonly number[];
  /** What stands behind the object ("gave Malawi [2 million dollars]"). */
  readonly second: readonly number[];
  readonly prepositions: readonly { readonly word: string; readonly nouns: readonly number[] }[];
  readonly governor: Governor | null;
  /** The clause whose verb this one is coordinated with, as an index of clauses. */
  readonly coordinated: number | null;
}

/** A sentence as chunks and clauses. */
export interface Syntax {
  readonly tokens: readonly Token[];
  readonly chunks: readonly Chunk[];
  readonly clauses: readonly Clause[];
  /** Clause by the index of its verb's chunk. */
  readonly clauseAt: ReadonlyMap<number, Clause>;
  /** The sentence's dependency tree, parsed when it is first asked for; null where there is none. */
  tree(): Tree | null;
}

/** Index of the nearest chunk from `at` that is not an aside. */
export function skipAsides(chunks: readonly Chunk[], at: number, step: 1 | -1): number {
  let next = at;
  while (chunks[next]?.kind === 'aside') next += step;
  return next;
}
