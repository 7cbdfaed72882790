import { phraseBefore } from '../../resources/phrases.ts';
import type { Draft, Scan } from './scan.ts';

/** A number without a unit, and what else its sentence counts. */
interface Place {
  readonly scan: Scan;
  readonly draft: Draft;
  /** Quantities before it, in text order. */
  readonly before: readonly Draft[];
  readonly after: Draft | undefined;
  /** First token of the number with its hedge and “an average of”. */
  readonly first: number;
}

/** Says what a bare number counts: the quantity whose unit it shares, or undefined. */
type Model = (place: Place) => Draft | undefined;

/** Gives a bare number the unit that the sentence states with another: “from 20 mpg to 24”, “460 cars, compared with 63”. */
export function elliptical(scan: Scan, draft: Draft, before: readonly Draft[], after: Draft | undefined): Draft {
  if (draft.unitText !== null || !/^(?:count|rate)$/.test(draft.kind)) return draft;
  const place = { scan, draft, before, after, first: firstOf(scan, draft) };
  for (const modelOf of models) {
    const model = modelOf(place);
    if (model) return like(draft, model);
  }
  return draft;
}

function like(draft: Draft, { kind, unit, unitText, currency }: Draft): Draft {
  const isRate = draft.kind === 'rate' && kind === 'count';
  const sure = Math.max(draft.confidence, 0.7);
  return { ...draft, kind: isRate ? 'rate' : kind, unit, unitText, currency, isBare: false, confidence: sure };
}

const hasUnit = (draft: Draft | undefined): draft is Draft =>
  draft !== undefined &&
  draft.unitText !== null &&
  /^(?:count|money|measurement|percent|percentage_point)$/.test(draft.kind);

const isCount = (draft: Draft): boolean => draft.kind === 'count' && draft.unitText !== null;

/** Steps back over a hedge, and over “an average of”. */
function firstOf(scan: Scan, { first }: Draft): number {
  const hedge = phraseBefore(scan.units.hedgesBefore, scan.tokens, first, scan.first)?.first ?? first;
  if (scan.lower(hedge - 1) !== 'of' || !scan.isCue(hedge - 2, 'statistic')) return hedge;
  return scan.pos(hedge - 3) === 'DET' ? hedge - 3 : hedge - 2;
}

/** “from about 14 mpg [to 24]”. */
const end: Model = ({ scan, before, first }) => {
  const last = before.at(-1);
  if (scan.lower(first - 1) !== 'to' || !hasUnit(last)) return undefined;
  return scan.lower(firstOf(scan, last) - 1) === 'from' ? last : undefined;
};

/** “460 cars, compared [with 63] a year ago”, “more jobs than [the 40] of May”. */
const compared: Model = ({ scan, before, first }) => {
  const last = before.at(-1)?.kind === 'measurement' ? before.at(-1) : before.findLast(isCount);
  const word = /^(?:with|to)$/.test(scan.lower(first - 1)) ? first - 2 : first - 1;
  return scan.isCue(word, 'set-against') && hasUnit(last) ? last : undefined;
};

/** “68,400 people who have …, and [95,800 who] have”. */
const relative: Model = ({ scan, draft, before }) => {
  if (scan.lower(draft.end) !== 'who') return undefined;
  return before.findLast(({ unitTokens }) => unitTokens !== null && scan.lower(unitTokens[1]) === 'who');
};

/** “6 million homes, including [1.5 million in] Sydney”. */
const placed: Model = ({ scan, draft, before, first }) => {
  const last = before.at(-1);
  if (!hasUnit(last) || last.kind !== 'count' || scan.lower(draft.end) !== 'in') return undefined;
  if (first - last.end > 6 || scan.timeAt(draft.end + 1)) return undefined;
  for (let at = last.unitTokens?.[1] ?? last.end; at < first; at++)
    if (/^(?:VERB|AUX)$/.test(scan.pos(at)) && !scan.isCue(at, 'part-named')) return undefined;
  return last;
};

/** “rose by 2 percent but B [by 1]”. */
const byPercent: Model = ({ scan, draft, before, first }) => {
  const last = before.at(-1);
  const isShare = (draft.value ?? 101) <= 100 && /^[.,;!?]?$/.test(scan.text(draft.end));
  const isBy = isShare && scan.lower(first - 1) === 'by' && last?.kind === 'percent';
  return isBy && scan.lower(firstOf(scan, last) - 1) === 'by' ? last : undefined;
};

/** “2,435,000 yen ($22,480) for one and [2,380,000] ($21,972) for the other”: the bracket holds the same in other money. */
const exchanged: Model = ({ scan, draft, before, after }) => {
  if (scan.text(draft.end) !== '(' || after?.kind !== 'money' || after.first !== draft.end + 1) return undefined;
  return before.findLast(({ kind, currency }) => kind === 'money' && currency !== after.currency);
};

/** “lost 162 points to end [at 7,425.81]”, “[16,369.03], up 58 points”: an index is told in points. */
const indexed: Model = ({ scan, draft, before, after, first }) => {
  const isPoints = (other: Draft | undefined): boolean =>
    other?.unitTokens != null && scan.isCue(other.unitTokens[1] - 1, 'points');
  const next = draft.end + (scan.text(draft.end) === ',' ? 1 : 0);
  const isMoved = scan.isCue(next, 'up') || scan.isCue(next, 'down');
  if (isMoved && after?.first === next + 1 && isPoints(after)) return after;
  const isResult = /^(?:to|at)$/.test(scan.lower(first - 1)) && (draft.value ?? 0) >= 100;
  return isResult ? before.findLast(isPoints) : undefined;
};

const models: readonly Model[] = [end, compared, relative, placed, byPercent, exchanged, indexed];

/** “more than 7.5 million crowns ([US$1.1 million])”: what is told again in a bracket is hedged alike. */
export function likeRestated(scan: Scan, draft: Draft, before: Draft | undefined): Draft {
  const isAgain = before !== undefined && scan.text(draft.first - 1) === '(' && before.end === draft.first - 1;
  if (!isAgain || draft.qualifier !== 'exact' || before.kind !== draft.kind || before.unit === draft.unit) return draft;
  if (before.value === null || draft.value === null || !/^(?:money|measurement)$/.test(draft.kind)) return draft;
  const { qualifier, low, high } = before;
  return { ...draft, qualifier, low: low === null ? null : draft.value, high: high === null ? null : draft.value };
}
