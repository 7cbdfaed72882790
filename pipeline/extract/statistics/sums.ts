import type { SumVerb } from '../../resources/statistics.ts';
import { beforeAverage } from './change.ts';
import { clauseSubject } from './owner.ts';
import { beforeAdverbs, phraseEndingAt, phraseFrom, trimmed } from './phrases.ts';
import { asTree, subjectEndingAt } from './subjects.ts';
import type { Measure } from './thing.ts';
import { headOfRun } from './tree-phrases.ts';
import type { Run, View } from './view.ts';

/** A verb of `measure-sums.txt` at its token, and who stands between it and the sum. */
interface Deed {
  readonly verb: number;
  readonly entry: SumVerb;
  readonly receiver: Run | null;
}

/** “[the firm] spent $5m [on repairs]”, “the court fined [Novak] $5m”: what is done with money, and whose sum it is. */
export function sum(view: View): Measure | null {
  if (view.quantity.kind !== 'money') return null;
  // “pay a $125m fine”
  if (phraseFrom(view, view.past) !== null || view.is(view.past, 'sum')) return null;
  const deed = deedBefore(view);
  if (!deed) return given(view);
  // “crude lost $2”, though “lost $3m in earnings”
  const subject = bearerOf(view, deed);
  const isLoser = subject !== null && ['source', 'public', 'holder'].some((cue) => view.is(subject[1] - 1, cue));
  if (view.is(deed.verb, 'fall') && !isLoser && !deed.entry.links.has(view.lower(view.past))) return null;
  return { measure: measured(view, deed.entry, view.past), subject };
}

/** “$150,000 will be [given to the winner]”: the sum is the subject. */
function given(view: View): Measure | null {
  let at = view.past;
  let isPassive = false;
  while (/^(?:AUX|ADV)$/.test(view.pos(at))) isPassive = view.token(at++)?.lemma === 'be' || isPassive;
  const entry = isPassive && view.token(at)?.tag === 'VBN' ? entryAt(view, at) : undefined;
  return entry ? { measure: measured(view, entry, at + 1), subject: null } : null;
}

function entryAt(view: View, at: number): SumVerb | undefined {
  const entry = view.pos(at) === 'VERB' ? view.resources.statistics.sums.get(view.token(at)?.lemma ?? '') : undefined;
  return entry?.bearer === 'price' ? undefined : entry;
}

function deedBefore(view: View): Deed | null {
  const end = beforeAverage(view);
  const near = beforeAdverbs(view, end) - 1;
  // “paid out $3m”
  const parted = view.token(end - 1)?.tag === 'RP' ? end - 2 : -1;
  for (const verb of [end - 1, near, parted]) {
    const entry = entryAt(view, verb);
    if (entry) return { verb, entry, receiver: null };
  }
  const receiver = phraseEndingAt(view, end, /^of$/);
  const verb = receiver ? receiver[0] - 1 : -1;
  const entry = entryAt(view, verb);
  const mayReceive = entry?.bearer === 'giver' || entry?.bearer === 'patient';
  return receiver && entry && mayReceive ? { verb, entry, receiver } : null;
}

/** The participle with what the sum is for: up to the end of one phrase, without times and numbers. */
function measured(view: View, { participle, links }: SumVerb, at: number): string {
  if (!links.has(view.lower(at)) || view.isTime(at + 1)) return participle;
  const isDoing = view.token(at + 1)?.tag === 'VBG';
  const run = phraseFrom(view, at + (isDoing ? 2 : 1));
  const isPlain =
    run !== null &&
    /^(?:NOUN|PROPN)$/.test(view.pos(run[1] - 1)) &&
    !view.is(run[1] - 1, 'term') &&
    !view.others.some((q) => run[0] <= q.firstToken && q.firstToken <= run[1]);
  // “paid in cash”, “paid in part”
  if (!isPlain || (view.lower(at) === 'in' && view.is(run[0], 'in-phrase'))) return participle;
  return `${participle} ${view.text([at, run[1]])}`;
}

function bearerOf(view: View, { verb, entry, receiver }: Deed): Run | null {
  const isPassive = view.token(verb)?.tag === 'VBN' && hasBe(view, verb);
  if (entry.bearer === 'patient' && !isPassive) return receiver && trimmed(view, receiver);
  return subjectOfVerb(view, verb);
}

const hasBe = (view: View, verb: number): boolean => {
  for (let at = verb - 1; /^(?:AUX|ADV|PART)$/.test(view.pos(at)); at--)
    if (view.token(at)?.lemma === 'be') return true;
  return false;
};

/** The subject right before a finite verb, else whom the tree names. */
function subjectOfVerb(view: View, verb: number): Run | null {
  const end = beforeAdverbs(view, verb);
  if (view.token(end - 1)?.tag === 'PRP') return [end - 1, end];
  const isTensed = /^VB[DPZN]$/.test(view.token(verb)?.tag ?? '') || view.token(end)?.tag === 'MD';
  const near = isTensed && view.lower(end - 1) !== ',' ? subjectEndingAt(view, end) : null;
  if (near && view.pos(near[0] - 1) !== 'VERB' && !/^(?:,|and|or)$/.test(view.lower(near[0] - 1)))
    return asTree(view, verb, trimmed(view, near));
  const tree = view.document.trees.of(view.sentence.index);
  return tree ? clauseSubject(view, tree, headOfRun(tree, [verb, verb + 1])) : null;
}
