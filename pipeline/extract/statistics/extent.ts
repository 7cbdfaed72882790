import { beforeAdverbs, phraseEndingAt, trimmed } from './phrases.ts';
import { subjectEndingAt } from './subjects.ts';
import type { Measure } from './thing.ts';
import type { Run, View } from './view.ts';

/** “14 feet [tall]”, “10 km [from] the coast”: the word behind a length says which of a thing's measures it is. */
export function extent(view: View): Measure | null {
  const name = view.quantity.kind === 'measurement' ? dimensionAt(view, view.quantity.endToken) : null;
  if (name === null) return null;
  const verb = view.first - 1;
  // “stretches over 40 km from the coast”
  if (name === 'distance' && [1, 2].some((k) => view.is(view.first - k, 'extent') || view.is(view.first - k, 'last')))
    return null;
  const isVerb = /^(?:VERB|AUX)$/.test(view.pos(verb)) || view.pos(verb - 1) === 'AUX';
  const end = beforeAdverbs(view, verb);
  const isPronoun = view.token(end - 1)?.tag === 'PRP';
  const run = isVerb ? (isPronoun ? ([end - 1, end] as const) : subjectEndingAt(view, end)) : besideNoun(view, name);
  return { measure: name, subject: run && trimmed(view, run) };
}

/** “[waves] over 30 feet high”: the noun right before the number. */
const besideNoun = (view: View, name: string): Run | null =>
  name !== 'distance' && /^NNS?$/.test(view.token(view.first - 1)?.tag ?? '') && !view.is(view.first - 1, 'statistic')
    ? phraseEndingAt(view, view.first, /^$/)
    : null;

function dimensionAt(view: View, after: number): string | null {
  // “50 miles (80 km) south of the coast”
  const close = view.lower(after) === '(' ? [3, 4, 5, 6].find((k) => view.lower(after + k) === ')') : undefined;
  const end = close === undefined ? after : after + close + 1;
  const at = [end, end + 1, end + 2].find((i) => view.resources.statistics.dimensions.has(view.lower(i)));
  if (
    at === undefined ||
    /^[,;)]$/.test(view.lower(end)) ||
    (at > end && view.pos(at - 1) !== 'ADV' && !/^[-‑]$/.test(view.lower(at - 1)))
  )
    return null;
  const isLength = view.resources.statistics.cues.get('length-unit')?.has(view.quantity.unit ?? '');
  return isLength ? (view.resources.statistics.dimensions.get(view.lower(at)) ?? null) : null;
}
