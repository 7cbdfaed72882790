import { sureOfAll, type Tree } from '../../annotate/syntax.ts';
import { isSetAgainst } from './neighbours.ts';
import { headOfRun } from './tree-phrases.ts';
import type { View } from './view.ts';

const steps = 8;
/** Of the ways less sure than this, seven in eleven led to a modal verb that does not hold the number; of the others, three in ten. */
const least = 0.2;

/** The modal verb above the number, as the tree has it: “[could] merge to form a union of 40 men”; null where another tense states it. */
export function modalAbove(view: View, tree: Tree): number | null {
  if (/^(?:duration|age|rank|score)$/.test(view.quantity.kind) || isSetAgainst(view)) return null;
  const arcs: number[] = [];
  let at = headOfRun(tree, [view.quantity.firstToken, view.end]);
  for (let step = 0; step < steps; step++) {
    const modal = tree.dependentsOf(at).find((d) => /^aux/.test(tree.relationOf(d)) && view.token(d)?.tag === 'MD');
    if (modal !== undefined) return sureOfAll(tree, arcs) < least || isThere(view, tree, arcs) ? null : modal;
    // Its own tense states it.
    if (isTensed(view, tree, at)) return null;
    const parent = tree.headOf(at);
    if (parent === null || isOwnClause(view, tree, at)) return null;
    arcs.push(at);
    at = parent;
  }
  return null;
}

/** What is there whatever it will do: “40 plans will be discussed”, “standing at two metres, it can walk”, “at one of 76 offices”. */
const isThere = (view: View, tree: Tree, arcs: readonly number[]): boolean =>
  (view.quantity.kind === 'count' && arcs.some((at) => /^nsubj/.test(tree.relationOf(at)))) ||
  (view.quantity.kind === 'measurement' && arcs.some((at) => /^(?:nsubj|advcl)/.test(tree.relationOf(at)))) ||
  (view.lower(view.first - 1) === 'of' && view.pos(view.first - 2) === 'NUM');

const isTensed = (view: View, tree: Tree, at: number): boolean =>
  /^VB[DPZ]$/.test(view.token(at)?.tag ?? '') ||
  tree
    .dependentsOf(at)
    .some((d) => /^(?:aux|cop)/.test(tree.relationOf(d)) && /^VB[DPZ]$/.test(view.token(d)?.tag ?? ''));

/** A clause that says what it says whatever holds the one above. */
const isOwnClause = (view: View, tree: Tree, at: number): boolean =>
  /^(?:acl:relcl|parataxis|appos|csubj)/.test(tree.relationOf(at)) ||
  (/^advcl/.test(tree.relationOf(at)) &&
    tree.dependentsOf(at).some((d) => tree.relationOf(d) === 'mark' && view.pos(d) === 'SCONJ'));
