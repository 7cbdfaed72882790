import { phraseEndingAt, trimmed } from './phrases.ts';
import { fromPhrase, isAfterName, isName, type Measure, sound } from './thing.ts';
import type { View } from './view.ts';

/** “[DAX] -1.6%”, “John Gant ([0.5] points)”: a name with nothing but a sign or a bracket between. */
export const labelled = (view: View): Measure | null => {
  const isBracket = view.lower(view.first - 1) === '(';
  // “floor area = 32 m2”
  if (/^[=≈≃~]$/.test(view.lower(view.first - 1))) return fromPhrase(view, phraseEndingAt(view, view.first - 1));
  const isDash = /^[-–—:]$/.test(view.lower(view.first - 1)) && view.noun !== null;
  // “Liberals - 11 seats”: a label at the head of a line.
  const label = isDash ? phraseEndingAt(view, view.first - 1, /^of$/) : null;
  if (
    label &&
    /^(?:SYM|PUNCT|X|)$/.test(view.pos(label[0] - 1)) &&
    label[0] - view.sentence.firstToken <= 2 &&
    isName(view, label)
  )
    return { measure: sound(view, view.noun!), subject: label };
  const isSigned = /^[-−–+]/.test(view.token(view.first)?.text ?? '') && isAfterName(view);
  if (!isBracket && !isSigned) return null;
  if (isBracket && view.others.some((q) => q.endToken === view.first - 1)) return null;
  // “Reid for Murphy (47)”: a number of nobody knows what.
  if (isBracket && view.quantity.kind === 'count' && view.lower(view.end) === ')' && view.noun === null) return null;
  const run = phraseEndingAt(view, view.first - (isBracket ? 1 : 0), /^$/);
  const name = run && trimmed(view, run);
  if (!name || !isName(view, name)) return null;
  return { measure: view.noun ? sound(view, view.noun) : null, subject: name };
};

/** “a [magnitude] 5.2 earthquake”. */
export const scaled = (view: View): Measure | null => {
  const at = view.quantity.firstToken - 1;
  return view.quantity.kind === 'count' && view.lower(at) === 'magnitude'
    ? { measure: view.text([at, at + 1]), subject: null }
    : null;
};
