import type { Tree } from '../../annotate/syntax.ts';
import { clauseSubject, runOf } from './owner.ts';
import { trimmed } from './phrases.ts';
import { headOfRun, isQuantity, phraseAround } from './tree-phrases.ts';
import type { Run, View } from './view.ts';

const steps = 8;

/** Of whom an age is told. */
export function agedOf(view: View): Run | null {
  // “the [29-year-old] would be a contender”: the age names who it is.
  if (/old$/.test(view.quantity.unitText ?? '') && /^(?:VERB|AUX)$/.test(view.pos(view.end))) return null;
  // “believe him to be aged 25”
  const be = [1, 2, 3].map((k) => view.first - k).find((at) => view.lower(at) === 'be' && view.lower(at - 1) === 'to');
  if (be !== undefined && view.pos(be - 2) === 'PRON') return [be - 2, be - 1];
  const tree = view.document.trees.of(view.sentence.index);
  if (!tree) return null;
  let at = headOfRun(tree, [view.quantity.firstToken, view.quantity.endToken]);
  for (let step = 0; step < 3; step++) {
    const parent = tree.headOf(at);
    if (parent === null) break;
    // “children between the [ages] of six and 11”
    const isBetween = view.lower(parent) === 'ages' && /^nmod/.test(tree.relationOf(parent));
    const grown = isBetween ? tree.headOf(parent) : null;
    if (grown !== null && grown < parent && view.pos(grown) === 'NOUN')
      return trimmed(view, [phraseAround(view, tree, grown)[0], grown + 1]);
    // “a retirement age of 65” is nobody's
    if (view.token(parent)?.lemma === 'age' && view.pos(parent - 1) === 'NOUN') return null;
    // “for those aged 22”
    if (view.pos(parent) === 'PRON') return null;
    // “at the age of fifteen”, “got it from a park at age 10”
    if (view.token(parent)?.lemma === 'age') return clauseSubject(view, tree, clauseAbove(view, tree, parent));
    if (view.token(view.first - 1)?.lemma === 'age') return clauseSubject(view, tree, clauseAbove(view, tree, at));
    const isNoun = /^(?:NOUN|PROPN)$/.test(view.pos(parent)) && !isQuantity(view, parent);
    if (isNoun && /^(?:appos|amod|acl$|nummod|compound|nmod(?!:unmarked))/.test(tree.relationOf(at)))
      return withoutVerb(view, runOf(view, tree, parent));
    // “his daughter, aged 13”
    if (view.token(parent)?.lower !== 'aged') break;
    at = parent;
  }
  return clauseSubject(view, tree, at);
}

/** “abusing [minors] below the age of 15” */
const withoutVerb = (view: View, run: Run | null): Run | null =>
  run && run[1] - run[0] > 1 && view.token(run[0])?.tag === 'VBG' ? [run[0] + 1, run[1]] : run;

/** The nearest verb above `at`: what an “at the age of” says when. */
function clauseAbove(view: View, tree: Tree, at: number): number {
  let clause = at;
  for (let step = 0; step < steps && !/^(?:VERB|AUX)$/.test(view.pos(clause)); step++) {
    const parent = tree.headOf(clause);
    if (parent === null) return clause;
    clause = parent;
  }
  return clause;
}
