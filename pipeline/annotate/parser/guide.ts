import { key1, key2, key3 } from '../linear/hash.ts';
import type { State } from './state.ts';

/** A first parse, right to left, that the second one looks at. Entries `count` and `count + 1` are the root and no node. */
export interface Guide {
  /** Heads, `count` for the root. */
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
  /** First and last dependent of each node, the node itself where it has none. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** What a finished parse of the reversed sentence says of the sentence. */
export function guideFrom({ count, heads, relations }: State): Guide {
  const guide = {
    heads: new Int32Array(count + 2).fill(-1),
    relations: new Uint8Array(count + 2),
    first: Int32Array.from({ length: count + 2 }, (_, node) => node),
    last: Int32Array.from({ length: count + 2 }, (_, node) => node),
  };
  for (let at = 0; at < count; at++) {
    const mirrored = heads[count - 1 - at]!;
    const head = mirrored < 0 ? count : count - 1 - mirrored;
    guide.heads[at] = head;
    guide.relations[at] = relations[count - 1 - at]!;
    if (at < guide.first[head]!) guide.first[head] = at;
    if (at > guide.last[head]!) guide.last[head] = at;
  }
  return guide;
}

/** Where a node's head lies as the guide has it, seen from the top of the stack and the next word. */
function placeOf(head: number, below: number, top: number, next: number): number {
  if (head === below) return 1;
  if (head === top) return 2;
  if (head === next) return 3;
  if (head > next) return 4;
  return head < top ? 5 : 6;
}

/** What the state's own features know already, by its place in an array. */
export const seen = {
  s0: 0,
  s1: 1,
  s0w: 2,
  s1w: 3,
  b0w: 4,
  s0t: 5,
  b0t: 6,
  s0b0t: 7,
  s1s0t: 8,
  near: 9,
  far: 10,
} as const;

/** Writes the keys of what the guide says of a state behind the first `n`, and returns how many there are then. */
export function guideKeys(guide: Guide, state: State, facts: Int32Array, keys: Int32Array, n: number): number {
  const { heads, relations, first, last } = guide;
  const { next, leftSet, rightSet, right } = state;
  const s0 = facts[seen.s0]!;
  const s1 = facts[seen.s1]!;
  const s0w = facts[seen.s0w]!;
  const s0t = facts[seen.s0t]!;
  const s0b0t = facts[seen.s0b0t]!;
  const s1s0t = facts[seen.s1s0t]!;
  const top = placeOf(heads[s0]!, s1, s0, next) * 2 + (last[s0]! >= next ? 1 : 0);
  const below = placeOf(heads[s1]!, s1, s0, next) * 2 + (last[s1]! >= next ? 1 : 0);
  const ahead = placeOf(heads[next]!, s1, s0, next) * 4 + (first[next]! < s0 ? 2 : 0) + (last[next]! > next ? 1 : 0);
  const topRelation = (top << 8) | relations[s0]!;
  const aheadRelation = (ahead << 8) | relations[next]!;
  const all = (topRelation << 12) | (ahead << 5) | below;
  keys[n++] = key2(120, top, right[s0] === last[s0] ? 1 : 0);
  keys[n++] = key1(121, topRelation);
  keys[n++] = key1(122, aheadRelation);
  keys[n++] = key2(123, topRelation, aheadRelation);
  keys[n++] = key1(124, all);
  keys[n++] = key2(125, topRelation, s0t);
  keys[n++] = key3(126, topRelation, s0b0t, ahead);
  keys[n++] = key3(127, topRelation, s1s0t, ahead);
  keys[n++] = key2(128, topRelation, s0w);
  keys[n++] = key2(129, aheadRelation, facts[seen.b0w]!);
  keys[n++] = key3(132, aheadRelation, top, s0b0t);
  keys[n++] = key3(133, topRelation, leftSet[s0]!, rightSet[s0]!);
  keys[n++] = key3(134, topRelation, s1s0t, rightSet[s1]!);
  keys[n++] = key3(135, topRelation, facts[seen.near]!, s0t);
  keys[n++] = key3(136, topRelation, facts[seen.far]!, s0t);
  keys[n++] = key3(137, all, s0t, relations[s1]!);
  return n;
}
