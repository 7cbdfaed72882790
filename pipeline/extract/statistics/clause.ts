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
    if (/^(?:[;—–]|--)$/.test(view.lower(i))) return 'parted';
    if (view.lower(i) === ',') comma = true;
    else if (comma && /^(?:VERB|AUX)$/.test(view.pos(i))) return 'parted';
    // “since 2023”, “before May”: a preposition of the time itself opens no clause.
    if (i < to - 1 && view.is(i, 'subordinate')) way = 'shared';
    const other = view.others.find((q) => q.firstToken === i);
    if (!other || isResult(view, i)) continue;
    if (!isListed(view, i)) return 'parted';
    way = 'shared';
  }
  return way;
}

/** The result of a change (“fell by 9 percent to 61 in 2025”) parts nothing. */
const isResult = (view: View, at: number): boolean => view.lower(at - 1) === 'to';

/** “and about 2,300 residents” after “14 people were killed”. */
const isListed = (view: View, at: number): boolean => [1, 2, 3, 4].some((k) => view.lower(at - k) === 'and');
