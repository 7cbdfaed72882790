import type { StatisticWords } from '../resources/statistics.ts';
import { crowdsOf } from './crowds.ts';
import { type EventClaims, eventClaims, eventKind } from './event-claims.ts';
import { type FigureClaims, figureClaims, figureKind } from './figure-claims.ts';

/**
 * What articles state and report as lines that are joined by key, whoever holds them: a kind, keys from coarse to fine and a
 * JSON array, parted by tabs. Claims are joined only with those of their kind and coarsest key.
 */
export interface Claims {
  readonly figures: FigureClaims;
  readonly events: EventClaims;
}

export const claimsFor = (words: Pick<StatisticWords, 'synonyms' | 'tolls'>): Claims => ({
  figures: figureClaims(words),
  events: eventClaims(),
});

/** Joins sorted claims, all of a kind and key or none; gives a line for each figure and event. One group is held at a time. */
export function* joinClaims(sorted: Iterable<string>, { figures, events }: Claims): Generator<string> {
  const joining = { [figureKind]: figures, [eventKind]: events };
  for (const [kind, values] of crowdsOf(sorted)) yield* joining[kind as keyof typeof joining].join(values);
}

/** A number below `count` by the kind and the coarsest key of a claim: those that may be joined have the same. */
export function bucketOf(claim: string, count: number): number {
  const end = claim.indexOf('\t', claim.indexOf('\t') + 1);
  let hash = 0x811c9dc5;
  for (let i = 0; i < end; i++) hash = Math.imul(hash ^ claim.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % count;
}
