import type { Tree } from '../../annotate/syntax.ts';
import { phraseEndingAt, trimmed } from './phrases.ts';
import { caseOf, isQuantity, objectOf, subjectOf } from './tree-phrases.ts';
import type { Run, View } from './view.ts';

/**
 * “wants [the port] to make a profit”, “accused [Novak] of paying $2m”: the object of the verb above does it; nobody known does what something
 * “is used to” do. Undefined where the subject of the verb above may be meant.
 */
export function controller(view: View, tree: Tree, clause: number): number | null | undefined {
  const [parent, relation] = [tree.headOf(clause), tree.relationOf(clause)];
  if (parent === null || view.pos(parent) !== 'VERB' || !/^(?:xcomp|advcl|obl|ccomp)/.test(relation)) return undefined;
  const { tag = '' } = view.token(clause) ?? {};
  if (!/^VBG?$/.test(tag) || subjectOf(tree, clause) !== null) return undefined;
  const object = objectOf(tree, parent);
  const isOf =
    tag === 'VBG' &&
    view.pos(clause - 1) !== 'PUNCT' &&
    tree.dependentsOf(clause).some((d) => d < clause && /^(?:of|from)$/.test(view.lower(d)));
  const isTo = tag === 'VB' && (relation === 'xcomp' || view.is(parent, 'naming') || view.is(parent, 'ask-for'));
  if (object !== null && object < clause && !isQuantity(view, object) && (isOf || isTo)) return object;
  // “can be recouped by having a tax”
  if (tag === 'VBG' && view.lower(clause - 1) === 'by' && view.token(parent)?.tag === 'VBN') return null;
  const isPassive = tag === 'VB' && view.token(parent)?.tag === 'VBN';
  const isUsed = isPassive && (view.token(parent)?.lemma === 'use' || relation.startsWith('advcl'));
  return isUsed ? null : undefined;
}

/** “[Tolex], the biggest lender, sold …”, “[Vela] - a state agency - owns …”: whom the words between two marks before a verb explain. */
export function beforeAside(view: View, run: Run | null): Run | null {
  const close = run ? view.lower(run[1]) : '';
  if (!run || !/^[,–—-]$/.test(close) || !/^(?:VERB|AUX)$/.test(view.pos(run[1] + 1))) return run;
  const open = [1, 2].map((k) => run[0] - k).find((at) => view.lower(at) === close);
  if (open === undefined) return run;
  const named = phraseEndingAt(view, open, /^(?:of|in)$/);
  return named && trimmed(view, named);
}

/** “[a bank] with assets of $3bn”: what has something of a kind that belongs to somebody. */
export function holderBefore(view: View): Run | null {
  if (view.lower(view.first - 1) !== 'of') return null;
  const thing = phraseEndingAt(view, view.first - 1, /^$/);
  const link = thing ? thing[0] - (view.pos(thing[0] - 1) === 'DET' ? 2 : 1) : -1;
  if (!thing || view.lower(link) !== 'with' || !/^NNS?P?S?$/.test(view.token(link - 1)?.tag ?? '')) return null;
  const holder = view.is(thing[1] - 1, 'holding') ? phraseEndingAt(view, link, /^$/) : null;
  return holder && trimmed(view, holder);
}

/** “20% of the [vote] earning 15 delegates”: of which another number is a part. */
export function isWhole(view: View, tree: Tree, noun: number): boolean {
  const [link, head] = [caseOf(tree, noun), tree.headOf(noun)];
  return link !== null && view.lower(link) === 'of' && head !== null && isQuantity(view, head);
}

/** “where”, “when” or “why” opens the clause whose subject this is. */
export const isOfPlaceClause = (view: View, [first]: Run): boolean =>
  [1, 2].some((k) => view.token(first - k)?.tag === 'WRB');
