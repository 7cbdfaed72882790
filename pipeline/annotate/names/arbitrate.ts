import type { EntityType } from '#schemas/vocabulary.ts';
import type { Name } from '../document.ts';
import type { Proposal } from './reading.ts';

/** A span with the type that most evidence is for. */
export interface Verdict {
  readonly first: number;
  readonly end: number;
  readonly type: EntityType;
  /** Sum of the evidence, less that for the runner-up. */
  readonly score: number;
  readonly basis: Name['basis'];
}

/** Evidence that makes a name. */
const enough = 0.8;
/** What a further token is worth when spans compete. */
const longer = 0.6;
/** More evidence than this does not help when spans compete: "Singapore" may not win over "Singapore Airlines". */
const most = 1.5;

/** Adds up the evidence for each span and keeps the best spans that do not overlap, in text order. */
export function arbitrate(proposals: readonly Proposal[]): Verdict[] {
  const verdicts = [...bySpan(proposals).values()].map(judge).filter((v) => v.score >= enough);
  const rank = (v: Verdict): number => Math.min(v.score, most) + longer * (v.end - v.first);
  verdicts.sort((a, b) => rank(b) - rank(a) || a.first - b.first);
  const taken = new Set<number>();
  const kept = verdicts.filter(({ first, end }) => {
    for (let i = first; i < end; i++) if (taken.has(i)) return false;
    for (let i = first; i < end; i++) taken.add(i);
    return true;
  });
  return kept.sort((a, b) => a.first - b.first);
}

function bySpan(proposals: readonly Proposal[]): Map<string, Proposal[]> {
  const spans = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    const key = `${proposal.first}-${proposal.end}`;
    const same = spans.get(key);
    if (same) same.push(proposal);
    else spans.set(key, [proposal]);
  }
  return spans;
}

/** What a gazetteer says of a country or a large city. */
const firm = 0.7;

/** A word that is the surname of a person of this document and a place's name needs that much more evidence to be either. */
const isSurname = (proposals: readonly Proposal[]): boolean =>
  proposals.some((p) => p.type === 'person' && p.basis === 'document') &&
  proposals.some((p) => p.type === 'place' && p.basis === 'gazetteer' && p.weight >= firm);

function judge(proposals: readonly Proposal[]): Verdict {
  const totals = new Map<EntityType, number>();
  for (const { type, weight } of proposals) totals.set(type, (totals.get(type) ?? 0) + weight);
  const [best, second] = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [type, sum] = best!;
  const strongest = proposals.filter((p) => p.type === type).sort((a, b) => b.weight - a.weight)[0]!;
  const { first, end, basis } = strongest;
  const isGuess = proposals.every((p) => p.type !== second?.[0] || p.basis === 'model');
  const doubt = (isGuess ? 0.2 : isSurname(proposals) ? 1 : 0.5) * (second?.[1] ?? 0);
  return { first, end, type, score: sum - doubt, basis };
}
