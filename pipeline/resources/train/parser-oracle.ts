import type { State } from '#pipeline/annotate/parser/state.ts';
import { move } from '#pipeline/annotate/parser/transitions.ts';

/** The tree to be learned: heads with `count` for the root, and the index of each word's relation. */
export interface GoldTree {
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/** Gold arcs that can no longer be built once the move is made (dynamic oracle of Goldberg and Nivre, 2013, arc-hybrid). */
export function costOf(state: State, { heads }: GoldTree, wanted: number): number {
  return wanted === move.shift ? shiftCost(state, heads) : arcCost(state, heads, wanted);
}

/** The next word loses heads below the top of the stack, and all dependents on the stack. */
function shiftCost({ stack, depth, next }: State, heads: Int32Array): number {
  let cost = 0;
  for (let at = 0; at < depth; at++) {
    const node = stack[at]!;
    if (heads[node] === next) cost++;
    if (at < depth - 1 && heads[next] === node) cost++;
  }
  return cost;
}

/** The top of the stack loses its dependents among the words to come, and every other head it could still get. */
function arcCost({ stack, depth, next, count }: State, heads: Int32Array, wanted: number): number {
  const child = stack[depth - 1]!;
  const gold = heads[child]!;
  let cost = 0;
  if (wanted === move.left && (gold > next || (depth > 1 && gold === stack[depth - 2]))) cost++;
  if (wanted === move.right && gold >= next) cost++;
  for (let word = next; word < count; word++) if (heads[word] === child) cost++;
  return cost;
}
