import type { StatisticWords } from '../resources/statistics.ts';
import { type Crowd, crowdsOf } from './crowds.ts';
import { type EventClaims, eventClaims, eventKind } from './event-claims.ts';
import { type FigureClaims, figureClaims, figureKind } from './figure-claims.ts';
import { madeLine, type Naming } from './joined.ts';
import { groupsOf, leading } from './lines.ts';
import type { Kept } from './shelf.ts';

/**
 * What articles state and report as lines that are joined by key, whoever holds them: a kind, keys from coarse to fine, the
 * article, and a JSON array, parted by tabs. Claims are joined only with those of their kind and coarsest key.
 */
export interface Claims {
  readonly figures: FigureClaims;
  readonly events: EventClaims;
}

export const claimsFor = (words: Pick<StatisticWords, 'synonyms' | 'tolls'>): Claims => ({
  figures: figureClaims(words),
  events: eventClaims(),
});

/** Kind and coarsest key of a claim, each with the tab behind it. */
export const groupOf = (claim: string): string => leading(claim, 2);

/** Joins sorted claims, all of a kind and key or none; gives a line for each figure and event. One group is held at a time. */
export const joinClaims = (sorted: Iterable<string>, claims: Claims): Generator<string> =>
  joinCrowds(crowdsOf(sorted), claims);

function* joinCrowds(crowds: Iterable<Crowd>, { figures, events }: Claims): Generator<string> {
  const joining = { [figureKind]: figures, [eventKind]: events };
  for (const [kind, values] of crowds) yield* joining[kind as keyof typeof joining].join(values);
}

/**
 * Renews kept claims, and what was made of each group: claims of articles that moved go, these come; sorted, and each group in
 * which something may go or come is told by itself, too. `found` is told what joins otherwise than before.
 */
export function renewClaims(
  kept: { readonly claims: Kept; readonly made: Kept },
  sorted: Iterable<string>,
  hasMoved: (articleId: string) => boolean,
  claims: Claims,
  found: Pick<Naming, 'come' | 'go'>,
  mostOfCrowd?: number,
): void {
  for (const [group, come] of groupsOf(sorted, groupOf)) {
    kept.claims.change(group, (before) => {
      const staying = before.filter((claim) => !hasMoved(articleIn(claim)));
      const now = staying.length === 0 ? come : [...staying, ...come].sort();
      if (areSame(before, now)) return before;
      const [left, joined] = unlikeCrowds(before, now, mostOfCrowd);
      kept.made.change(group, (made) => {
        const madeOf = (crowds: readonly Crowd[]): string[] =>
          Array.from(joinCrowds(crowds, claims), (line) => madeLine(group, line));
        const gone = new Set(left.length === 0 ? [] : isAll(left, before) ? made : madeOf(left));
        const staying = made.filter((line) => !gone.has(line));
        const come = madeOf(joined);
        for (const line of come) if (!gone.delete(line)) found.come(line);
        for (const line of gone) found.go(line);
        return [...staying, ...come].sort();
      });
      return now;
    });
  }
}

/** Crowds of each that are not crowds of the other. */
function unlikeCrowds(
  before: readonly string[],
  now: readonly string[],
  most?: number,
): readonly [left: Crowd[], come: Crowd[]] {
  const left = new Map(Array.from(crowdsOf(before, most), (crowd) => [crowd[1][0]!, crowd]));
  const come: Crowd[] = [];
  for (const crowd of crowdsOf(now, most)) {
    const [first] = crowd[1];
    const like = left.get(first!);
    if (like && areSame(like[1], crowd[1])) left.delete(first!);
    else come.push(crowd);
  }
  return [[...left.values()], come];
}

/** Are these the crowds of all claims? What was made of them is known then. */
const isAll = (crowds: readonly Crowd[], claims: readonly string[]): boolean =>
  crowds.reduce((sum, [, values]) => sum + values.length, 0) === claims.length;

/** The article of a claim: its last field but one. */
function articleIn(claim: string): string {
  const end = claim.lastIndexOf('\t');
  return claim.slice(claim.lastIndexOf('\t', end - 1) + 1, end);
}

const areSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, i) => line === b[i]);

/** A number below `count` by the kind and the coarsest key of a claim: those that may be joined have the same. */
export function bucketOf(claim: string, count: number): number {
  const end = claim.indexOf('\t', claim.indexOf('\t') + 1);
  let hash = 0x811c9dc5;
  for (let i = 0; i < end; i++) hash = Math.imul(hash ^ claim.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % count;
}
