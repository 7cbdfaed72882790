import { isOfName, ownerAndThing } from './phrases.ts';
import type { Run, View } from './view.ts';

/** What is measured and whose it is: words, and the tokens that name the owner. */
export interface Measure {
  readonly measure: string | null;
  readonly subject: Run | null;
  /** How likely the arcs are right that measure or subject was read off; absent where words beside the number say it. */
  readonly sureness?: number;
}

/** Owner and thing of a phrase: a bare name is an owner without a thing. */
export function fromPhrase(view: View, run: Run | null): Measure | null {
  if (!run) return null;
  const { owner, thing } = ownerAndThing(view, run);
  if (!thing) return owner && { measure: null, subject: owner };
  if (view.isTime(thing[1] - 1)) return null;
  if (isName(view, thing)) return { measure: null, subject: thing };
  return { measure: sound(view, thing), subject: owner };
}

/** Is the run a name? */
export const isName = (view: View, run: Run): boolean =>
  run[1] - run[0] <= 4 &&
  !view.is(run[1] - 1, 'measured') &&
  every(
    view,
    run,
    (i) => view.pos(i) === 'PROPN' || isOfName(view, i) || /^\p{Lu}.*\p{Lu}/u.test(view.token(i)?.text ?? ''),
  );

/** The words of the run, if a noun that can be measured heads them: “rise”, “high” and “times” cannot. */
export function sound(view: View, run: Run): string | null {
  if (view.is(run[0], 'round') || view.pos(run[1] - 1) === 'ADP') return null;
  let head = run[0];
  while (head + 1 < run[1] && view.pos(head + 1) !== 'ADP') head++;
  const isModel = /^\p{Lu}?\d{2,4}s$/u.test(view.token(head)?.text ?? '');
  const isThing = isModel || (/^(?:NOUN|PROPN)$/.test(view.pos(head)) && /^\p{L}.*\p{L}/u.test(view.lower(head)));
  if (view.isTime(head) || view.is(head, 'compass')) return null;
  const isAmount = view.quantity.kind === 'money' && view.is(head, 'amount');
  // “growth slowed to 3%”: a change that is itself measured.
  const isCompound = view.quantity.kind === 'measurement' && head > run[0] && view.pos(head - 1) === 'NOUN';
  const isLevel = isCompound || (view.is(head, 'measured') && head < view.first && isBareOf(view, run[0], head));
  // “four years of [strong growth]”
  const isChange =
    view.quantity.kind !== 'duration' &&
    !isAmount &&
    !isLevel &&
    (view.is(head, 'rise-noun') || view.is(head, 'fall-noun'));
  // “a 7% [share price] increase”
  if (isChange && head > run[0] && /^(?:NOUN|PROPN)$/.test(view.pos(head - 1)) && view.quantity.kind === 'percent')
    return view.text([run[0], head]);
  // “with a time of 47.42 seconds”
  // “the number of people waiting fell by 9%”
  const isCounting =
    /^(?:number|total)$/.test(view.lower(head)) &&
    view.lower(head + 1) === 'of' &&
    head + 2 < run[1] &&
    head < view.first;
  const isEmpty =
    view.is(head, 'empty-noun') && !isCounting && !(view.quantity.kind === 'duration' && view.lower(head) === 'time');
  return isThing && !isChange && !isEmpty ? view.text(run) : null;
}

/** Nothing but adjectives before the head: “economic growth”. */
function isBareOf(view: View, first: number, head: number): boolean {
  for (let at = first; at < head; at++) if (view.pos(at) !== 'ADJ') return false;
  return true;
}

function every(view: View, [first, end]: Run, holds: (at: number) => boolean): boolean {
  for (let i = first; i < end; i++) {
    const isNumbered = view.pos(i) === 'NUM' && i > first && /^\p{Lu}/u.test(view.token(i - 1)?.text ?? '');
    if (!holds(i) && view.pos(i) !== 'PART' && !isNumbered && !/^[&‑-]$/.test(view.lower(i))) return false;
  }
  return true;
}

/** “DAX”, “Stoxx 50”. */
export const isAfterName = (view: View): boolean =>
  isNamePart(view, view.first - 1) || (view.pos(view.first - 1) === 'NUM' && isNamePart(view, view.first - 2));

/** A proper noun, or letters that stand for one. */
const isNamePart = (view: View, at: number): boolean =>
  view.pos(at) === 'PROPN' || (view.pos(at) === 'NOUN' && /^\p{Lu}{2,}$/u.test(view.token(at)?.text ?? ''));
