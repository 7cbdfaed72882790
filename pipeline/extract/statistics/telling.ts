import type { Change } from './change.ts';
import type { Measure } from './thing.ts';
import type { View } from './view.ts';

/** Does the quantity say something to a reader? A question states nothing, nor does a number of one doesn't know what. */
export function isTelling(view: View, { change, base }: Change, { measure, subject }: Measure): boolean {
  if (isAsked(view)) return false;
  const { kind, per, unitText } = view.quantity;
  // “third”, “Number 10”: a rank of nobody knows whom.
  if (kind === 'rank') return measure !== null || subject !== null;
  if (kind !== 'count' && (kind !== 'rate' || per !== null)) return true;
  if (measure === null) {
    if (change !== 'none' || base !== null || (subject !== null && view.noun === null)) return true;
    // “four times faster”
    return unitText === 'times' && /^(?:JJR|RBR)$/.test(view.token(view.end)?.tag ?? '');
  }
  return !isIdle(view, measure);
}

/** The sentence ends with a question mark, quotation marks after it aside. */
function isAsked({ document, sentence }: View): boolean {
  for (let i = sentence.endToken - 1; i >= sentence.endToken - 3 && i >= sentence.firstToken; i--) {
    const { text } = document.tokens[i]!;
    if (text === '?') return true;
    if (!/^["”’')]$/.test(text)) return false;
  }
  return false;
}

/** “one aspect of it”: an article rather than a number. */
const isIdle = (view: View, measure: string): boolean =>
  view.quantity.value === 1 &&
  view.noun !== null &&
  measure === view.text(view.noun) &&
  (view.is(view.noun[1] - 1, 'idle') || isSome(view));

/** “One site behind the scheme is …”: one of them, whichever. */
const isSome = (view: View): boolean =>
  view.first === view.sentence.firstToken &&
  view.lower(view.first) === 'one' &&
  !view.is(view.noun![1] - 1, 'public') &&
  // “One furlong (201 m) is an eighth of a mile.”
  view.others.length === 0;
