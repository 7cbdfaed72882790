import { move } from './transitions.ts';

/** A parse under way. The root is a node of its own behind the last word; `count + 1` stands for no node. */
export interface State {
  readonly count: number;
  readonly stack: Int32Array;
  depth: number;
  /** The next word, `count` when only the root is left. */
  next: number;
  /** Heads found so far, -1 where none. */
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
  /** The dependents found last on either side, and the ones before them; `count + 1` where none. */
  readonly left: Int32Array;
  readonly left2: Int32Array;
  readonly right: Int32Array;
  readonly right2: Int32Array;
  /** Numbers of dependents, and which relations they have (one bit each, shared by some). */
  readonly leftCount: Uint8Array;
  readonly rightCount: Uint8Array;
  readonly leftSet: Int32Array;
  readonly rightSet: Int32Array;
  /** By how much the closest decision about a word was won: where to hang it, and by which relation. */
  readonly margins: Int32Array;
}

/** More than any decision is won by. */
const beyondDoubt = 1 << 30;

/** Nothing parsed yet. */
export function startState(count: number): State {
  const nodes = count + 2;
  const none = (): Int32Array => new Int32Array(nodes).fill(count + 1);
  return {
    count,
    stack: new Int32Array(nodes),
    depth: 0,
    next: 0,
    heads: new Int32Array(nodes).fill(-1),
    relations: new Uint8Array(nodes),
    left: none(),
    left2: none(),
    right: none(),
    right2: none(),
    leftCount: new Uint8Array(nodes),
    rightCount: new Uint8Array(nodes),
    leftSet: new Int32Array(nodes),
    rightSet: new Int32Array(nodes),
    margins: new Int32Array(nodes).fill(beyondDoubt),
  };
}

/** Whether all words but the root's have a head; then the root takes the last one on the stack. */
export function isFinished({ next, count, depth }: State): boolean {
  return next === count && depth <= 1;
}

/** Whether the move leads on to a tree with one root. At least one move is legal until the state is finished. */
export function isLegal({ next, count, depth }: State, wanted: number): boolean {
  if (wanted === move.right) return depth > 1;
  return next < count && (wanted === move.shift || depth > 0);
}

/** Makes a legal move. */
export function apply(state: State, wanted: number, relation: number): void {
  if (wanted === move.shift) {
    state.stack[state.depth++] = state.next++;
    return;
  }
  const child = state.stack[--state.depth]!;
  const head = wanted === move.left ? state.next : state.stack[state.depth - 1]!;
  state.heads[child] = head;
  state.relations[child] = relation;
  if (wanted === move.left) {
    state.left2[head] = state.left[head]!;
    state.left[head] = child;
    if (state.leftCount[head]! < 200) state.leftCount[head]!++;
    state.leftSet[head]! |= 1 << (relation & 31);
  } else {
    state.right2[head] = state.right[head]!;
    state.right[head] = child;
    if (state.rightCount[head]! < 200) state.rightCount[head]!++;
    state.rightSet[head]! |= 1 << (relation & 31);
  }
}
