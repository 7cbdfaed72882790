import type { Table } from '#schemas/table.ts';
import { entities, eventMentions, events, figures, mentions, statistics } from '#schemas/tables/index.ts';
import type { Pair } from './changes.ts';

/** A row that became another, or a part of it: keys of one table. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** By table, the rows that statements belonged to, and the rows to which the same statements belong now. */
export type Moves = Map<Table, Map<string, Set<string>>>;

/** Tables of what a statement belongs to, by the table of statements; the latter comes first in the codebook. */
const owners: ReadonlyMap<Table, Table> = new Map<Table, Table>([
  [mentions, entities],
  [statistics, figures],
  [eventMentions, events],
]);

/**
 * Rows of a table that merged (the old one is gone) or split (the new one was not there) since the release before, by key. Tables
 * are given in the order of the codebook, each with its rows that differ; `moves` keeps what statements tell of the tables behind.
 */
export function movesOf(table: Table, pairs: readonly (readonly [string, Pair])[], moves: Moves): Move[] {
  const owner = owners.get(table);
  if (owner) moves.set(owner, movedTo(pairs, owner.key));
  const moved = moves.get(table) ?? new Map<string, Set<string>>();
  const gone = new Set(pairs.flatMap(([id, { after }]) => (after ? [] : id)));
  const fresh = new Set(pairs.flatMap(([id, { before }]) => (before ? [] : id)));
  return [...moved].sort(byFirst).flatMap(([from, targets]) =>
    [...targets]
      .sort()
      .filter((to) => gone.has(from) || fresh.has(to))
      .map((to) => ({ from, to })),
  );
}

const byFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** Where statements that both releases have belonged, and where they belong now. */
function movedTo(pairs: readonly (readonly [string, Pair])[], column: string): Map<string, Set<string>> {
  const moved = new Map<string, Set<string>>();
  for (const [, { before, after }] of pairs) {
    const [from, to] = [before?.[column], after?.[column]];
    if (typeof from !== 'string' || typeof to !== 'string' || from === to) continue;
    moved.set(from, (moved.get(from) ?? new Set()).add(to));
  }
  return moved;
}
