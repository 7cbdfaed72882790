import type { Tree } from '../../annotate/syntax.ts';
import { beforeAdverbs } from './phrases.ts';
import type { View } from './view.ts';

/** A verb that may take a length stands right before it: spares the parser most of them. */
export function mayBeTaken(view: View): boolean {
  if (view.pos(view.first - 1) === 'ADP') return false;
  const at = beforeAdverbs(view, view.first);
  return [1, 2, 3].some(
    (k) => takers.some((cue) => view.is(at - k, cue)) || takers.some((cue) => view.is(view.first - k, cue)),
  );
}

/** A length is its verb's object: “the siege lasted 35 days”, not “closed within three hours”. */
export const isTaken = (view: View, tree: Tree, at: number): boolean =>
  view.pos(view.first - 1) !== 'ADP' &&
  /^(?:obj|obl:unmarked|root|obl)$/.test(tree.relationOf(at)) &&
  takers.some((cue) => view.is(tree.headOf(at) ?? at, cue));

const takers = ['last', 'level', 'own'];
