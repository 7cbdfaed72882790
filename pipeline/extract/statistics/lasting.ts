import { beforeAdverbs, trimmed } from './phrases.ts';
import { asTree, subjectEndingAt } from './subjects.ts';
import type { Measure } from './thing.ts';
import type { View } from './view.ts';

/** “[served as president] for twelve years”: what lasted so long. */
export const lasting = (view: View): Measure | null => {
  const link = view.lower(view.first - 1);
  if (view.quantity.kind !== 'duration' || !/^(?:for|to|within|in|over)$/.test(link)) return null;
  // “six minutes later” is a time; “the worst storm to hit the coast in ten years” lasted no ten years.
  // “wore it for six months after the fall” lasted.
  const isPoint =
    /^(?:later|earlier|ago)$/.test(view.lower(view.end)) ||
    // “in three weeks’ time”
    /^['’]s?$/.test(view.lower(view.end)) ||
    (/^(?:after|before)$/.test(view.lower(view.end)) && link !== 'for');
  // “in the final 15 minutes”
  const isPart = [1, 2].some(
    (k) => view.is(view.quantity.firstToken - k, 'round') || view.lower(view.quantity.firstToken - k) === 'first',
  );
  if (isPoint || (isPart && link !== 'for') || (link === 'in' && isSuperlative(view, view.head))) return null;
  for (let at = view.first - 2; at >= Math.max(view.head, view.first - 10); at--) {
    if (/^(?:PUNCT|SCONJ|CCONJ|NUM)$/.test(view.pos(at)) && !/^[-‑’']$/.test(view.lower(at))) return null;
    // “delayed as it has been on sale for two years”: another clause.
    if (view.isTime(at) || (view.lower(at) === 'as' && hasAux(view, at))) return null;
    // “to clean machines should be ready within 30 days”
    if (view.token(at)?.tag === 'VB' && hasAux(view, at + 1)) return null;
    // “have been [unemployed] for two years”
    const isState = link === 'for' && view.pos(at) === 'ADJ' && view.token(at - 1)?.lemma === 'be';
    if (view.pos(at) !== 'VERB' && !isState) continue;
    // “continuing for seven years”: what went on is named elsewhere.
    if (view.is(at, 'go-on') && view.token(at)?.tag === 'VBG') return null;
    if (view.is(at, 'say') || view.is(at, 'have') || (link === 'to' && !view.is(at, 'sentence'))) return null;
    if (at === view.first - 2 && view.is(at, 'ask-for')) return null;
    // “the first crown for 29 years”
    if (link === 'for' && isSuperlative(view, at)) return null;
    const end = beforeAdverbs(view, at);
    const isPronoun = view.token(end - 1)?.tag === 'PRP';
    const subject = isPronoun ? ([end - 1, end] as const) : subjectEndingAt(view, end);
    // “they left within three hours” says little of what took so long.
    const isRelative = view.token(end - 1)?.tag === 'WP';
    if (!/^(?:for|to)$/.test(link) && (isPronoun || (subject === null && !isRelative))) return null;
    return { measure: view.text([at, view.first - 1]), subject: asTree(view, at, subject && trimmed(view, subject)) };
  }
  return null;
};

function hasAux(view: View, from: number): boolean {
  for (let at = from; at < view.first; at++) if (view.pos(at) === 'AUX') return true;
  return false;
}

function isSuperlative(view: View, from: number): boolean {
  for (let at = view.first - 2; at >= from; at--)
    if (/^(?:JJS|RBS)$/.test(view.token(at)!.tag) || /^(?:first|second|third|only|record)$/.test(view.lower(at)))
      return true;
  return false;
}
