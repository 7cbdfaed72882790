import { isKnown } from './held.ts';
import type { View } from './view.ts';

/** negative where the sentence denies the number: “denied that 12 people were killed”, “14 people were not killed”. */
export function polarityOf(view: View): 'positive' | 'negative' {
  for (let i = view.quantity.firstToken - 1; i >= view.head; i--) {
    if (/^[;:"“”]$/.test(view.lower(i))) break;
    // “denies that the two blasts are related”: that there were two is taken for granted.
    if (view.is(i, 'deny') && view.pos(i) === 'VERB' && !isKnown(view) && isDenied(view, i)) return 'negative';
  }
  return isNegated(view) ? 'negative' : 'positive';
}

/** Is the number in what is denied? “denied bribery and paid $5m” and “denied three charges” are true numbers. */
function isDenied(view: View, verb: number): boolean {
  const tree = view.document.trees.of(view.sentence.index);
  let at: number | null = view.quantity.firstToken;
  for (let step = 0; tree && at !== null && step < 12; step++) {
    const parent: number | null = tree.headOf(at);
    const relation = tree.relationOf(at);
    if (parent === verb) return /^(?:ccomp|xcomp|advcl)/.test(relation) || view.is(at, 'reported');
    // What is joined to the denial is none.
    if (relation === 'conj' && parent !== null && parent <= verb) return false;
    at = parent;
  }
  return false;
}

/** “were not [killed]”, “did not [die]”, though not “are not saving enough”: what is denied of those counted is what became of them. */
const isDone = (view: View, at: number): boolean =>
  view.pos(at) === 'VERB' &&
  (view.token(at)?.tag === 'VBN' ||
    view.is(at, 'perish') ||
    view.resources.statistics.fates.has(view.token(at)?.lemma ?? ''));

function isNegated(view: View): boolean {
  for (let i = view.first - 1; i >= Math.max(view.head, view.first - 5); i--) {
    if (view.is(i, 'not')) return !/^(?:only|just|yet)$/.test(view.lower(i + 1));
    if (view.is(i, 'fail') && view.pos(i) === 'VERB' && view.lower(i + 1) === 'to') return true;
    if (!/^(?:VERB|AUX|ADV|PART|DET)$/.test(view.pos(i)) && !view.is(i, 'prospect')) break;
  }
  for (let i = view.end; i < Math.min(view.tail, view.end + 4); i++) {
    if (!/^(?:AUX|ADV|PART)$/.test(view.pos(i))) break;
    // “The two stars are not very bright” denies no number.
    if (view.is(i, 'not')) return isDone(view, view.pos(i + 1) === 'AUX' ? i + 2 : i + 1);
  }
  return false;
}
