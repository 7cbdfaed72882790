import type { State } from './state.ts';
import { at } from './state-values.ts';

/** A first parse, right to left, that the second one looks at. Entries `count` and `count + 1` are the root and no node. */
export interface Guide {
  /** Heads, `count` for the root. */
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
  /** First and last dependent of each node, the node itself where it has none. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** By how much the closest decision about a word was won. */
  readonly margins: Int32Array;
}

/** What a finished parse of the reversed sentence says of the sentence. */
export function guideFrom({ count, heads, relations, margins }: State): Guide {
  const guide = {
    heads: new Int32Array(count + 2).fill(-1),
    relations: new Uint8Array(count + 2),
    first: Int32Array.from({ length: count + 2 }, (_, node) => node),
    last: Int32Array.from({ length: count + 2 }, (_, node) => node),
    margins: new Int32Array(count + 2),
  };
  for (let word = 0; word < count; word++) {
    const mirrored = heads[count - 1 - word]!;
    const head = mirrored < 0 ? count : count - 1 - mirrored;
    guide.heads[word] = head;
    guide.relations[word] = relations[count - 1 - word]!;
    guide.margins[word] = margins[count - 1 - word]!;
    if (word < guide.first[head]!) guide.first[head] = word;
    if (word > guide.last[head]!) guide.last[head] = word;
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

/** Writes what the guide says of a state: of the top of its stack, of the word below, and of the next word. */
export function readGuide(guide: Guide, { next, right }: State, s0: number, s1: number, values: Int32Array): void {
  const { heads, relations, first, last } = guide;
  const top = placeOf(heads[s0]!, s1, s0, next) * 2 + (last[s0]! >= next ? 1 : 0);
  const below = placeOf(heads[s1]!, s1, s0, next) * 2 + (last[s1]! >= next ? 1 : 0);
  const ahead = placeOf(heads[next]!, s1, s0, next) * 4 + (first[next]! < s0 ? 2 : 0) + (last[next]! > next ? 1 : 0);
  const topSaid = (top << 8) | relations[s0]!;
  values[at.top] = top;
  values[at.topSaid] = topSaid;
  values[at.ahead] = ahead;
  values[at.aheadSaid] = (ahead << 8) | relations[next]!;
  values[at.all] = (topSaid << 12) | (ahead << 5) | below;
  values[at.isWhole] = right[s0] === last[s0] ? 1 : 0;
  values[at.s1said] = relations[s1]!;
}
