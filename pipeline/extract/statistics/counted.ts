import { type Change, isPoints } from './change.ts';
import { isOwning } from './owner.ts';
import { beforeAdverbs, ownerAndThing, phraseEndingAt, phraseFrom, trimmed } from './phrases.ts';
import { asTree, subjectEndingAt } from './subjects.ts';
import { isName, type Measure, sound } from './thing.ts';
import type { Run, View } from './view.ts';

/** “781 [killings]”, “3,400 [jobs]”: the counted noun itself; whose, where a verb of having says so. */
export function counted(view: View, { change }: Change): Measure | null {
  if (!view.noun || (change !== 'none' && isPoints(view))) return null;
  const noun = headed(view, view.noun);
  // “10,000 job cuts” are counted, whatever they change.
  const isCompound = noun[1] - noun[0] > 1 && view.pos(noun[1] - 2) === 'NOUN' && !view.is(noun[1] - 1, 'empty-noun');
  const named = fateOf(view, isCompound ? view.text(noun) : sound(view, noun));
  const state = named === null ? null : stateAfter(view);
  const measure = state ? `${named} ${view.text(state)}` : named;
  const bearer = bearerOf(view);
  if (measure !== null && bearer) return { measure, subject: bearer };
  const whole = wholeOf(view);
  if (measure === null || whole === null)
    return { measure, subject: having(view) ?? equated(view) ?? madeOf(view) ?? including(view) ?? companion(view) };
  if (isName(view, whole)) return { measure, subject: whole };
  const { owner, thing } = ownerAndThing(view, whole);
  return { measure: thing ? `${measure} of ${view.text(thing)}` : measure, subject: owner ?? having(view) };
}

/** “5.2 million people were [out of work]”, “three people attended [the fair]”: what is told of those counted, and not where or when. */
function stateAfter(view: View): Run | null {
  let at = view.end;
  let isState = false;
  while (/^(?:AUX|ADV)$/.test(view.pos(at))) {
    isState ||= view.token(at)?.lemma === 'be';
    at++;
  }
  // “the town where 40 people were ill”, “schools for 40 people”: only of a subject.
  if (view.pos(view.first - 1) === 'ADP' || view.pos(view.first - 1) === 'VERB') return null;
  if (!isState) return view.is(at, 'act') && /^VB[DPZ]?$/.test(view.token(at)?.tag ?? '') ? deedFrom(view, at) : null;
  const isOut = /^(?:out|without|under|behind|at|on)$/.test(view.lower(at)) && view.pos(at) === 'ADP';
  if (!isOut) return null;
  const start = view.lower(at) === 'out' ? (view.lower(at + 1) === 'of' ? at + 2 : -1) : at + 1;
  const run = start < 0 ? null : phraseFrom(view, start);
  const isPlain =
    run &&
    view.pos(run[1] - 1) === 'NOUN' &&
    !view.isTime(start) &&
    !view.is(run[1] - 1, 'term') &&
    !view.others.some((q) => run[0] <= q.firstToken && q.firstToken < run[1]);
  return isPlain ? [at, run[1]] : null;
}

/** The verb at `at` with its object or the phrase behind its preposition. */
function deedFrom(view: View, at: number): Run {
  const link = view.pos(at + 1) === 'ADP' ? at + 2 : at + 1;
  const start = link + (view.token(link)?.tag === 'PRP$' ? 1 : 0);
  const run = view.isTime(start) ? null : phraseFrom(view, start);
  const isPlain =
    run && view.pos(run[1] - 1) === 'NOUN' && !view.others.some((q) => run[0] <= q.firstToken && q.firstToken < run[1]);
  return [at, isPlain ? run[1] : at + 1];
}

/** “the [deaths of] 29 miners”: what became of those counted. */
function fateOf(view: View, measure: string | null): string | null {
  const at = view.first - 2;
  const isFate = measure !== null && view.lower(at + 1) === 'of' && view.is(at, 'fate-noun');
  return isFate ? `${view.text([at, at + 2])} ${measure}` : measure;
}

/** “a five-storey [block]”, “a 25-room [home]”. */
function bearerOf(view: View): Run | null {
  if (view.noun === null || !/^[-‑]$/.test(view.lower(view.noun[0] - 1))) return null;
  const run = phraseFrom(view, view.end);
  return run && /^(?:NOUN|ADJ)$/.test(view.pos(run[0])) ? trimmed(view, run) : null;
}

/** “two counts of [fraud]”, “five seasons of [the show]”. */
function wholeOf(view: View): Run | null {
  if (view.lower(view.end) !== 'of' || view.is(view.end - 1, 'part')) return null;
  const run = phraseFrom(view, view.end + 1);
  return run && !view.isTime(run[0]) ? trimmed(view, run) : null;
}

/** Who has what is counted, where its verb stands right before the number. */
function having(view: View): Run | null {
  const verb = view.first - 1;
  if (!/^(?:VERB|AUX)$/.test(view.pos(verb)) || !isOwning(view, verb)) return null;
  const end = beforeAdverbs(view, verb);
  if (view.token(end - 1)?.tag === 'PRP') return [end - 1, end];
  // “will bring a plant to Ruše [creating 40 jobs]”: the subject is that of the clause before.
  if (view.token(verb)?.tag === 'VBG' && end === verb) return null;
  const owner = phraseEndingAt(view, end);
  // “the airbase near Mosul produced [no casualties]”
  if (owner && view.pos(owner[0] - 1) === 'ADP') return null;
  // “the ticket of Novak for mayor and [Reyes for clerk] received …”: the tree knows better.
  if (owner && /^(?:and|or)$/.test(view.lower(owner[0] - 1))) return null;
  const subject = asTree(view, verb, owner ? trimmed(view, owner) : null);
  return subject !== null && view.isTime(subject[1] - 1) ? null : subject;
}

/** “[a gross] is 144 units”: what the copula says to be so many. */
function equated(view: View): Run | null {
  if (view.token(view.first - 1)?.lemma !== 'be') return null;
  const run = subjectEndingAt(view, beforeAdverbs(view, view.first - 1));
  const subject = run && trimmed(view, run);
  return subject !== null && !view.isTime(subject[1] - 1) ? subject : null;
}

/** “[the firm], with 400 workers, closed”. */
function companion(view: View): Run | null {
  if (view.lower(view.first - 1) !== 'with' || view.lower(view.first - 2) !== ',') return null;
  const run = phraseEndingAt(view, view.first - 2, /^of$/);
  // “In Ruše, with 400 workers there, …”
  const isHead = run !== null && !/^(?:ADP|VERB)$/.test(view.pos(run[0] - 1)) && /^(?:,|)$/.test(view.lower(view.end));
  return isHead ? trimmed(view, run) : null;
}

/** “[a survey] of 6,000 firms”, “[the delivery] of 40 cars”: the thing that is made of what is counted. */
function madeOf(view: View): Run | null {
  const of = view.first - 1;
  if (view.lower(of) !== 'of') return null;
  const noun = of - 1;
  // “the idea of the two levers”, “hearings of two presidents”
  if (view.token(noun)?.tag !== 'NN' || /^(?:DET|PRON)$/.test(view.pos(view.quantity.firstToken - 1))) return null;
  if (!view.is(noun, 'made-of') || view.isTime(noun)) return null;
  const run = phraseEndingAt(view, of, /^$/);
  // “in front of 300 people”
  const isBare = run !== null && run[1] - run[0] === 1 && view.pos(run[0] - 1) === 'ADP';
  // “samples from the noses and throats of 18 people”
  const isListed = run !== null && [1, 2, 3].some((k) => view.lower(of - k) === 'and');
  return run && !isBare && !isListed ? trimmed(view, run) : null;
}

/** “[a crew] including 12 apprentices”. */
function including(view: View): Run | null {
  const end = view.first - (view.lower(view.first - 2) === ',' ? 2 : 1);
  if (view.lower(view.first - 1) !== 'including' || !view.is(end - 1, 'made-of')) return null;
  const run = phraseEndingAt(view, end, /^$/);
  return run && trimmed(view, run);
}

/** “24 UK top 250 [companies]”: what stands after a rank. */
function headed(view: View, [first, end]: Run): Run {
  for (let i = end - 1; i >= first; i--) if (view.pos(i) === 'NUM' && view.lower(i - 1) === 'top') return [i + 1, end];
  return [first, end];
}
