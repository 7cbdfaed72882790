import type { Draft, Scan } from './scan.ts';

/** “280 million of the 1.5 billion shekels”, “51 of the 90 seats”: a part is counted in what its whole is. */
export function likeWhole(scan: Scan, part: Draft, whole: Draft | undefined): Draft {
  const millions = asMillions(scan, part, whole);
  if (millions) return millions;
  if (part.kind !== 'count' || part.unitText !== null || !whole || scan.lower(part.end) !== 'of') return part;
  const gap = whole.first - part.end;
  if (gap > 3 || !/^(?:count|money|measurement)$/.test(whole.kind) || !isDetermined(scan, part.end + 1, whole.first))
    return part;
  const { kind, unit, unitText, currency } = whole;
  return { ...part, kind, unit, unitText, currency, isBare: false };
}

/** “1.1m of Peru's 1.6m voters”: a part of a count is no length. */
function asMillions(scan: Scan, part: Draft, whole: Draft | undefined): Draft | null {
  const isPart = part.unitText === 'm' && part.unit === 'm' && scan.lower(part.end) === 'of' && part.value !== null;
  if (!isPart || whole?.kind !== 'count' || whole.unitText === null || whole.first - part.end > 5) return null;
  return { ...part, value: part.value * 1_000_000, kind: 'count', unit: null, unitText: whole.unitText, isBare: false };
}

/** “the”, “its”, “about”: nothing that names another thing. */
function isDetermined(scan: Scan, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!/^(?:DET|PRON|ADV|ADJ|ADP)$/.test(scan.pos(at))) return false;
  return true;
}

/** “361 million pounds” is money where nothing weighs so much, or where the article counts in sterling; “pounds of” are a weight. */
export function withPounds(scan: Scan, draft: Draft, hasSterling: boolean): Draft {
  if (draft.unit !== '[lb_av]' || !/^pounds?$/i.test(draft.unitText ?? '')) return draft;
  const size = Math.abs(draft.value ?? draft.high ?? 0);
  const isMoney = size >= 1_000_000 || (hasSterling && size >= 50);
  const isWeight =
    scan.lower(draft.end) === 'of' ||
    scan.isCue(draft.first - 1, 'weight') ||
    (scan.pos(draft.end) === 'ADJ' && !scan.isCue(draft.end, 'priced'));
  if (!isMoney || isWeight) return draft;
  return { ...draft, kind: 'money', unit: 'GBP', currency: 'GBP', confidence: Math.min(draft.confidence, 0.6) };
}
