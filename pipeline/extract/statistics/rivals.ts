import type { Change } from './change.ts';
import { runOf } from './owner.ts';
import { beforeAdverbs, phraseEndingAt, phraseFrom, trimmed } from './phrases.ts';
import type { Measure } from './thing.ts';
import { subjectOf } from './tree-phrases.ts';
import type { Run, View } from './view.ts';

const unknown: Measure = { measure: null, subject: null };

/** “led the senator [49 percent] to [42 percent]”: two numbers of one contest. */
export const isRival = (views: readonly View[], changes: readonly Change[], i: number): boolean =>
  isPair(views, changes, i) || isPair(views, changes, i - 1);

/** Who leads has the first number, who is led the second; any other verb leaves open whose is which. */
export function contestant(views: readonly View[], changes: readonly Change[], i: number): Measure {
  const isFirst = isPair(views, changes, i);
  const view = views[isFirst ? i : i - 1]!;
  const led = phraseEndingAt(view, view.first - (view.lower(view.first - 1) === 'by' ? 1 : 0), /^$/);
  const near = led ? led[0] - 1 : -1;
  const isNear = view.pos(near) === 'VERB' && view.is(near, 'lead');
  const verb = isNear ? near : contestBefore(view);
  if (verb === null) return unknown;
  const leader = phraseEndingAt(view, beforeAdverbs(view, verb), /^$/) ?? subjectByTree(view, verb);
  const run = isFirst ? leader : isNear ? led : phraseFrom(view, verb + 1);
  return leader && run ? { measure: null, subject: trimmed(view, run) } : unknown;
}

/** “[Novak], who won two states, led”: where a comma stands before the verb. */
function subjectByTree(view: View, verb: number): Run | null {
  const tree = view.lower(verb - 1) === ',' ? view.document.trees.of(view.sentence.index) : null;
  const subject = tree ? subjectOf(tree, verb) : null;
  return tree && subject !== null && subject < verb ? runOf(view, tree, subject) : null;
}

/** “Biden [led] the president in the average of polls, 49 percent to 43”: the one verb before the comma. */
function contestBefore(view: View): number | null {
  if (view.lower(view.first - 1) !== ',') return null;
  const verbs: number[] = [];
  for (let at = view.head; at < view.first; at++) if (/^VB[DPZ]$/.test(view.token(at)!.tag)) verbs.push(at);
  const last = verbs.at(-1);
  return last !== undefined && view.is(last, 'lead') && view.pos(last) === 'VERB' ? last : null;
}

/** Does the number and the next stand as “49 percent to 42 percent”? */
function isPair(views: readonly View[], changes: readonly Change[], i: number): boolean {
  const [one, two] = [views[i], views[i + 1]];
  return (
    one !== undefined &&
    one.quantity.value !== null &&
    changes[i]?.change === 'none' &&
    two?.quantity.kind === one.quantity.kind &&
    /^(?:percent|count)$/.test(one.quantity.kind) &&
    two.noun === null &&
    two.first === one.quantity.endToken + 1 &&
    two.lower(two.first - 1) === 'to' &&
    // “from 5 to 7 percent to 9”
    ![1, 2, 3].some((k) => one.lower(one.first - k) === 'from')
  );
}
