import type { StatisticWords } from '../resources/statistics.ts';
import { crowdsOf } from './crowds.ts';
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
export function* joinClaims(sorted: Iterable<string>, { figures, events }: Claims): Generator<string> {
  const joining = { [figureKind]: figures, [eventKind]: events };
  for (const [kind, values] of crowdsOf(sorted)) yield* joining[kind as keyof typeof joining].join(values);
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
): void {
  for (const [group, come] of groupsOf(sorted, groupOf)) {
    kept.claims.change(group, (before) => {
      const staying = before.filter((claim) => !hasMoved(articleIn(claim)));
      const now = staying.length === 0 ? come : [...staying, ...come].sort();
      if (areSame(before, now)) return before;
      kept.made.change(group, (made) => {
        const gone = new Set(made);
        const lines = Array.from(joinClaims(now, claims), (line) => madeLine(group, line)).sort();
        for (const line of lines) if (!gone.delete(line)) found.come(line);
        for (const line of gone) found.go(line);
        return lines;
      });
      return now;
    });
  }
}

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
