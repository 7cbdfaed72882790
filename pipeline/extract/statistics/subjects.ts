import { runOf } from './owner.ts';
import { baseBefore, isCountedNoun, phraseEndingAt } from './phrases.ts';
import { subjectOf } from './tree-phrases.ts';
import type { Run, View } from './view.ts';

/** The subject that ends there; what a participle or another preposition governs (“the fine for breaking this law was …”) is none. */
export function subjectEndingAt(view: View, end: number): Run | null {
  // “oil prices, [which] fell 3%”
  const isRelative = /^W(?:DT|P)$/.test(view.token(end - 1)?.tag ?? '');
  const relative = isRelative ? 1 + (/^[,–—-]$/.test(view.lower(end - 2)) ? 1 : 0) : 0;
  const run = phraseEndingAt(view, end - relative);
  // “rose 0.65 per cent to end at 27,349”
  if (!run || view.others.some((q) => q.firstToken < run[1] && run[0] < q.endToken)) return null;
  // “usage to flush [urinals] is …”, “the charge stored in [the device] was …”
  // “made [sea levels] to rise”
  const isCaused = view.lower(end) === 'to' && view.pos(end) === 'PART' && relative === 0;
  // “the chance to open two shops”
  if (isCaused && isComplement(view, end + 1)) return null;
  // “increasing [the toll] from 14 to 31”
  const isMoved = ['rise', 'fall'].some((way) => view.is(run[0] - 1, way)) && view.lower(end) === 'from';
  const isGoverned = /^VB[GN]?$/.test(view.token(run[0] - 1)?.tag ?? '') && !isCaused && !isMoved;
  // “spending on health and [education] will rise”: the tree knows what “and” joins.
  const isNoun = /^(?:NOUN|PROPN)$/.test(view.pos(run[0] - 2)) && !isCountedNoun(view, run[0] - 2);
  if (isNoun && /^(?:and|or)$/.test(view.lower(run[0] - 1))) return null;
  // “one of the most [powerful features] is …”
  let link = run[0] - 1;
  while (/^(?:RBS|JJS|PRP\$)$/.test(view.token(link)?.tag ?? '') || view.pos(link) === 'DET') link--;
  return !isGoverned && view.pos(link) !== 'ADP' ? listed(view, run) : null;
}

/** How sure an arc must be to gainsay the words beside it. */
const certain = 0.9;

/**
 * The subject that words beside a verb give it, as far as the tree agrees: “a member of [the crew] that won, has made three” has another where
 * the tree is sure of it, “the chance to open two shops” none.
 */
export function asTree(view: View, verb: number, read: Run | null): Run | null {
  // “normal for [people] to have two phones”
  const tree = read && view.lower(read[0] - 1) !== 'for' ? view.document.trees.of(view.sentence.index) : null;
  if (!tree || !read) return read;
  if (isComplement(view, verb)) return null;
  const subject = subjectOf(tree, verb);
  if (subject === null || (read[0] <= subject && subject < read[1]) || tree.sureOf(subject) < certain) return read;
  const isPart = /^W/.test(view.token(subject)?.tag ?? '') || view.pos(subject + 1) === 'PART';
  return isPart ? read : runOf(view, tree, subject);
}

/** Says the infinitive surely what its noun is (“the chance to …”), and not what somebody or something is made to do? */
function isComplement(view: View, verb: number): boolean {
  if (view.token(verb)?.tag !== 'VB') return false;
  const tree = view.document.trees.of(view.sentence.index);
  return tree?.relationOf(verb) === 'acl' && tree.sureOf(verb) >= certain;
}

/** “[Reyes, Novak and Stone] were held”: the list before the last two. */
function listed(view: View, [first, end]: Run): Run {
  let at = first;
  let isList = false;
  for (let i = first; i < end; i++) isList ||= view.lower(i) === 'and';
  while (isList && view.lower(at - 1) === ',') {
    const item = baseBefore(view, at - 1);
    if (item === at - 1 || view.pos(item - 1) === 'ADP' || view.pos(item - 1) === 'VERB') break;
    at = item;
  }
  return [at, end];
}
