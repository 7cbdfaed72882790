import type { Change } from './change.ts';
import type { Measure } from './measure.ts';
import type { View } from './view.ts';

/** Does the quantity say something to a reader? A question states nothing, nor does a number of one doesn't know what. */
export function isTelling(view: View, { change, base }: Change, { measure }: Measure): boolean {
  if (isAsked(view)) return false;
  const { kind } = view.quantity;
  if (!/^(?:count|ratio|rate)$/.test(kind)) return true;
  if (measure === null) return kind === 'ratio' ? false : change !== 'none' || base !== null;
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

/** “one aspect of it”: an article rather than a number, unless another number stands beside it. */
const isIdle = (view: View, measure: string): boolean =>
  view.lower(view.quantity.number.firstToken) === 'one' &&
  view.quantity.value === 1 &&
  view.noun !== null &&
  measure === view.text(view.noun) &&
  !view.others.some((q) => q.kind === 'count' && Math.abs(q.firstToken - view.quantity.firstToken) < 6);
