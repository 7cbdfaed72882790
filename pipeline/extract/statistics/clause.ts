import type { View } from './view.ts';

/**
 * What stands between a quantity and another word of its sentence, tokens [from, to).
 * shared: another quantity joined by “and” or a clause of “after”, “when”, so that the word may belong to both;
 * parted: another quantity, a dash or a semicolon, or a comma with a verb after it.
 */
export function crossing(view: View, from: number, to: number): 'clear' | 'shared' | 'parted' {
  let way: 'clear' | 'shared' = 'clear';
  let comma = false;
  for (let i = from; i < to; i++) {
    i = pastAgain(view, i, to);
    if (/^(?:[;—–]|--)$/.test(view.lower(i))) return 'parted';
    if (/^(?:but|whereas|while)$/.test(view.lower(i))) return 'parted';
    if (view.lower(i) === ',') comma = true;
    else if (comma && /^(?:VERB|AUX)$/.test(view.pos(i))) return 'parted';
    // “after reporting poor earnings for 2004” has a time of its own.
    if (view.is(i, 'subordinate') && view.token(i + 1)?.tag === 'VBG') return 'parted';
    // “since 2023”, “before May”: a preposition of the time itself opens no clause.
    // “arrested since the protests began in June”
    if (view.lower(i) === 'since' && i + 1 < to && to !== view.first) return 'parted';
    const isAsOf = view.lower(i) === 'as' && view.lower(i + 1) === 'of';
    if ((i < to - 1 || to === view.first) && view.is(i, 'subordinate') && !isAsOf) way = 'shared';
    const other = view.others.find((q) => q.firstToken === i);
    // “profits for 2004 rose 56% to [$1bn]”
    const isSize = other !== undefined && to === view.first && other.endToken === to - 1 && view.lower(to - 1) === 'to';
    if (!other || isSize || isResult(view, i)) continue;
    if (!isListed(view, i)) return 'parted';
    way = 'shared';
  }
  return way;
}

/** “30 inches ([76 cm]) of rain”, “74bn yuan ($9bn; £5bn) in 2004”: a bracket of numbers tells again and parts nothing. */
function pastAgain(view: View, open: number, to: number): number {
  if (!/^[([]$/.test(view.lower(open)) || !view.others.some((q) => q.firstToken === open + 1)) return open;
  for (let at = open + 1; at < Math.min(to, open + 12); at++) {
    if (/^[)\]]$/.test(view.lower(at))) return at;
    const isNumber = view.others.some((q) => q.firstToken <= at && at < q.endToken);
    if (!isNumber && !/^[;,/]$/.test(view.lower(at))) return open;
  }
  return open;
}

/** The result of a change (“fell by 9 percent to 61 in 2025”) parts nothing. */
const isResult = (view: View, at: number): boolean => view.lower(at - 1) === 'to';

/** “and about 2,300 residents” after “14 people were killed”. */
const isListed = (view: View, at: number): boolean =>
  [1, 2, 3, 4].some((k) => view.lower(at - k) === 'and') || isInRow(view, at);

/** “126 skins, [eight] tails, 16 skulls and two jackals”: a comma, and a number with its noun before it. */
function isInRow(view: View, at: number): boolean {
  if (view.lower(at - 1) !== ',') return false;
  return [...view.others, view.quantity].some(
    ({ kind, endToken }) => kind === 'count' && endToken < at - 1 && at - endToken < 5 && view.pos(at - 2) === 'NOUN',
  );
}
