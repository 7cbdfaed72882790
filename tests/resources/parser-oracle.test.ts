import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, isFinished, isLegal, startState } from '#pipeline/annotate/parser/state.ts';
import { move } from '#pipeline/annotate/parser/transitions.ts';
import { costOf } from '#pipeline/resources/train/parser-oracle.ts';

const moves = [move.shift, move.left, move.right];

/** A tree without crossing arcs, from any numbers: a word of each span takes what is before it, and what is after it or not. */
function projectiveTree(choices: readonly number[]): Int32Array {
  const heads = new Int32Array(choices.length);
  const build = (start: number, end: number, head: number): void => {
    if (start >= end) return;
    const top = start + (choices[start]! % (end - start));
    heads[top] = head;
    build(start, top, top);
    build(top + 1, end, head < choices.length && choices[top]! % 3 === 0 ? head : top);
  };
  build(0, choices.length, choices.length);
  return heads;
}

const tree = fc.array(fc.nat(), { minLength: 1, maxLength: 25 }).map(projectiveTree);

describe('costOf', () => {
  it('leads to any projective tree by moves that cost nothing', () => {
    fc.assert(
      fc.property(tree, fc.infiniteStream(fc.nat()), (heads, picks) => {
        const gold = { heads, relations: new Int32Array(heads.length) };
        const state = startState(heads.length);
        while (!isFinished(state)) {
          const free = moves.filter((wanted) => isLegal(state, wanted) && costOf(state, gold, wanted) === 0);
          expect(free).not.toHaveLength(0);
          apply(state, free[(picks.next().value as number) % free.length]!, 0);
        }
        const found = [...state.heads.subarray(0, heads.length)];
        expect(found).toEqual([...heads].map((head) => (head === heads.length ? -1 : head)));
      }),
    );
  });

  it('counts every gold arc that is lost on any way to the end', () => {
    fc.assert(
      fc.property(tree, fc.infiniteStream(fc.nat()), (heads, picks) => {
        const gold = { heads, relations: new Int32Array(heads.length) };
        const state = startState(heads.length);
        let lost = 0;
        while (!isFinished(state)) {
          const legal = moves.filter((wanted) => isLegal(state, wanted));
          const wanted = legal[(picks.next().value as number) % legal.length]!;
          lost += costOf(state, gold, wanted);
          apply(state, wanted, 0);
        }
        const wrong = [...heads].filter(
          (head, at) => head !== (state.heads[at] === -1 ? heads.length : state.heads[at]),
        );
        expect(wrong).toHaveLength(lost);
      }),
    );
  });
});
