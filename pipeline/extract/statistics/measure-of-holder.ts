import { clauseSubject } from './owner.ts';
import { beforeAdverbs, ownerAndThing, phraseEndingAt, phraseFrom, trimmed } from './phrases.ts';
import { subjectEndingAt } from './subjects.ts';
import { isName, type Measure } from './thing.ts';
import type { Run, View } from './view.ts';

/** “the second-[largest bank]”: what is ranked, and by what. */
export const ranked = (view: View): Measure | null => {
  if (view.quantity.kind !== 'rank') return null;
  const at = view.quantity.endToken + (/^[-‑]$/.test(view.lower(view.quantity.endToken)) ? 1 : 0);
  const run = /^(?:JJS|RBS)$/.test(view.token(at)?.tag ?? '') ? phraseFrom(view, at) : null;
  if (run === null) return placed(view);
  return run && view.pos(run[1] - 1) === 'NOUN' ? { measure: view.text(run), subject: holderOf(view) } : null;
};

/** “[Novak] finished third”, “came in third place”. */
function placed(view: View): Measure | null {
  const verb = view.first - (/^(?:in|at)$/.test(view.lower(view.first - 1)) ? 2 : 1);
  if (!view.is(verb, 'placing') || view.pos(verb) !== 'VERB') return null;
  const near = subjectEndingAt(view, beforeAdverbs(view, verb));
  if (near) return { measure: null, subject: trimmed(view, near) };
  const tree = view.document.trees.of(view.sentence.index);
  return tree ? { measure: null, subject: clauseSubject(view, tree, verb) } : null;
}

/** “[Tolex], the third-largest bank”, “[Peru] is the world's third-largest exporter”. */
function holderOf(view: View): Run | null {
  const owner = /^['’]s?$/.test(view.lower(view.first - 1)) ? phraseEndingAt(view, view.first - 1, /^$/) : null;
  const start = owner ? owner[0] : view.first;
  if (view.token(start - 1)?.lemma === 'be') {
    const run = subjectEndingAt(view, beforeAdverbs(view, start - 1));
    return run && trimmed(view, run);
  }
  const run = view.lower(start - 1) === ',' ? phraseEndingAt(view, start - 1, /^$/) : null;
  return run && isName(view, run) ? run : null;
}

/** “100% [foreign-owned]”. */
export const heldShare = (view: View): Measure | null => {
  const at = view.quantity.endToken;
  const isOwned =
    view.quantity.kind === 'percent' && /^[-‑]$/.test(view.lower(at + 1)) && view.token(at + 2)?.tag === 'VBN';
  if (!isOwned || !/^(?:[.,;:]|but|and|)$/.test(view.lower(at + 3))) return null;
  const run =
    view.token(view.first - 1)?.lemma === 'be' ? subjectEndingAt(view, beforeAdverbs(view, view.first - 1)) : null;
  return { measure: view.text([at, at + 3]), subject: run && trimmed(view, run) };
};

/** “[Novak], aged 47”, “a 47-year-old [driver]”: whose age it is. */
export const age = (view: View): Measure | null => {
  if (view.quantity.kind !== 'age') return null;
  const at = view.quantity.firstToken;
  const noun = phraseFrom(view, view.quantity.endToken);
  const aged = view.lower(at - 1) === 'aged' || view.lower(at) === 'aged';
  const word = [2, 3].map((k) => at - k).find((i) => view.lower(i) === 'aged' && i >= view.first - 1);
  const hedged = word ?? at;
  const before = hedged - (view.lower(hedged - 1) === 'aged' ? 1 : 0) - (view.pos(hedged - 1) === 'ADV' ? 1 : 0);
  const isParted = view.lower(before - 1) === ',';
  const near = isParted || aged || hedged < at ? phraseEndingAt(view, before - (isParted ? 1 : 0)) : null;
  // “won the seat aged 21”, “died of fever aged 21”: the tree knows who.
  const apposed = near && !isParted && isObject(view, near) ? null : near;
  // “47-year-old Novak's office”
  const isModifier = noun !== null && /\bold$/.test(view.quantity.unitText ?? '');
  // “suicides by [10–19 year olds]”: they are named by their age.
  if (/\bolds$/.test(view.quantity.unitText ?? '')) return { measure: 'age', subject: null };
  const subject = isModifier ? (ownerAndThing(view, noun).owner ?? noun) : ((apposed && lastOf(view, apposed)) ?? noun);
  return { measure: 'age', subject: subject && trimmed(view, subject) };
};

function isObject(view: View, [first]: Run): boolean {
  let at = first - 1;
  while (/^(?:DET|ADJ|NUM)$/.test(view.pos(at)) || view.isTime(at)) at--;
  const verb = view.pos(at) === 'ADP' ? at - 1 : at;
  return view.pos(verb) === 'VERB' && /^VB[DZPN]$/.test(view.token(verb)?.tag ?? '');
}

/** “5 percent of the population and [people] aged 65”: what stands behind “and”. */
function lastOf(view: View, [first, end]: Run): Run {
  for (let at = end - 1; at > first; at--) if (view.lower(at) === 'and') return [at + 1, end];
  return [first, end];
}
