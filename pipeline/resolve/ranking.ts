import type { Roll } from './roll.ts';
import type { Shingles } from './shingles.ts';

/** Articles by originality; those that are compared are the first of each text. All lists are by the article's number. */
export interface Ranking {
  /** Articles, the most original first. */
  readonly ranked: Uint32Array;
  readonly ranks: Uint32Array;
  /** The first article with the same text; of itself, if that is it. */
  readonly firsts: Uint32Array;
  /** For a first one the outlet that its text is counted for; 0 where it is not known. */
  readonly outlets: Uint32Array;
}

/** `stayed` are articles that were ranked before, in the order in which they were. */
export function rankingOf(roll: Roll, shingles: Shingles, stayed: Uint32Array): Ranking {
  const ranked = rankedWith(stayed, roll.count, byOriginality(roll, shingles));
  const ranks = new Uint32Array(roll.count);
  for (const [rank, article] of ranked.entries()) ranks[article] = rank;
  const firsts = new Uint32Array(roll.count);
  const outlets = new Uint32Array(roll.count);
  for (const articles of roll.sameTexts()) {
    const same = articles.slice().sort((a, b) => ranks[a]! - ranks[b]!);
    outlets[same[0]!] = roll.publisherOf(same.at(-1)!);
    for (const article of same) firsts[article] = same[0]!;
  }
  return { ranked, ranks, firsts, outlets };
}

/** All articles in order: those that are in order already, and the others among them. */
function rankedWith(inOrder: Uint32Array, count: number, compare: (a: number, b: number) => number): Uint32Array {
  const isThere = new Uint8Array(count);
  for (const article of inOrder) isThere[article] = 1;
  const others = Uint32Array.from({ length: count }, (_, article) => article)
    .filter((article) => isThere[article] === 0)
    .sort(compare);
  const all = new Uint32Array(count);
  let [at, next] = [0, 0];
  for (const article of inOrder) {
    while (next < others.length && compare(others[next]!, article) < 0) all[at++] = others[next++]!;
    all[at++] = article;
  }
  all.set(others.subarray(next), at);
  return all;
}

/** Originals first: the earlier day, then the outlet credited as the text's own origin, then the longer text, then the id. */
function byOriginality(roll: Roll, { lengthOf }: Shingles): (a: number, b: number) => number {
  const isOwnOrigin = (article: number): number =>
    roll.originOf(article) !== 0 && roll.originOf(article) === roll.publisherOf(article) ? 1 : 0;
  return (a, b) =>
    roll.dayOf(a) - roll.dayOf(b) ||
    isOwnOrigin(b) - isOwnOrigin(a) ||
    lengthOf(b) - lengthOf(a) ||
    roll.placeOf(a) - roll.placeOf(b);
}
