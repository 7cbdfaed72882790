import { phraseAt, phraseBefore } from '../../resources/phrases.ts';
import type { Qualifier } from '../../resources/units.ts';
import type { Draft, Scan } from './scan.ts';

/** The hedge or bound that stands with the quantity, where it is none by itself. */
export function hedged(scan: Scan, draft: Draft): Draft {
  if (draft.qualifier === 'range') return hedgedRange(scan, draft);
  if (draft.qualifier !== 'exact') return draft;
  const before = phraseBefore(scan.units.hedgesBefore, scan.tokens, hedgeEnd(scan, draft), scan.first);
  const after =
    phraseAt(scan.units.hedgesAfter, scan.tokens, draft.unitTokens?.[1] ?? draft.end, scan.end) ??
    phraseAt(scan.units.hedgesAfter, scan.tokens, draft.end, scan.end);
  const isSpan = before && isPreposition(scan, before.first, draft);
  const plus = scan.text(draft.numberEnd) === '+' && !scan.isApart(draft.numberEnd) ? 'at_least' : null;
  const qualifier = (before && !isSpan ? before.value : null) ?? after?.value ?? plus;
  return qualifier ? { ...draft, ...bounds(qualifier, draft.value), qualifier } : draft;
}

/** “about 10 to 15”, “some 200-300”, “10 to 15 or so”: both ends are only near. Bounds leave a range one. */
function hedgedRange(scan: Scan, draft: Draft): Draft {
  if (draft.kind === 'score' || draft.kind === 'rank') return draft;
  const first = scan.lower(draft.first - 1) === 'between' ? draft.first - 1 : draft.first;
  const before = phraseBefore(scan.units.hedgesBefore, scan.tokens, first, scan.first);
  const after = phraseAt(scan.units.hedgesAfter, scan.tokens, draft.unitTokens?.[1] ?? draft.end, scan.end);
  const isNear = (before ?? after)?.value === 'approximate' && !(before && isPreposition(scan, before.first, draft));
  return isNear ? { ...draft, qualifier: 'approximate' } : draft;
}

/** Words may stand between hedge and number: "more than [a] dozen", "up to [US]$", "over [the age of] 18". */
function hedgeEnd(scan: Scan, { first, kind }: Draft): number {
  if (kind === 'age' && scan.lower(first - 1) === 'of' && scan.lower(first - 2) === 'age')
    return scan.lower(first - 3) === 'the' ? first - 3 : first - 2;
  return /^an?$/.test(scan.lower(first - 1)) && !/^(?:by|at|of)$/.test(scan.lower(first - 2)) ? first - 1 : first;
}

/** "over three years", "under 25 rules": a preposition of time or place. */
function isPreposition(scan: Scan, first: number, { kind }: Draft): boolean {
  const word = scan.lower(first);
  if (kind === 'duration')
    return word === 'over' && scan.pos(first - 1) !== 'AUX' && !/^(?:for|well|just|of)$/.test(scan.lower(first - 1));
  // “a drama about two boys”
  if (word === 'about' && scan.isCue(first - 1, 'telling')) return true;
  return word === 'near' && kind === 'count';
}

function bounds(qualifier: Qualifier, value: number | null): Partial<Draft> {
  if (qualifier === 'at_least' || qualifier === 'more_than') return { low: value };
  return qualifier === 'at_most' || qualifier === 'less_than' ? { high: value } : {};
}
