import { furniture } from './furniture.ts';
import { holdersOf } from './holders.ts';
import type { Sketch } from './stories.ts';

/** The earlier text that a text copies, by index, and the share of its own shingles that stand there too. */
export interface Copy {
  readonly of: number;
  readonly similarity: number;
}

/** Share of the shorter text that a copy has in common with its original; independent reports of one event stay far below. */
const leastShare = 0.4;
/** Fewer shared shingles than these are a quotation or a set phrase, however short the text. */
const leastShared = 12;

/**
 * For each text the text before it that it copies most of; undefined where it copies none. Equal texts are copies, and so
 * are texts that share enough of the shorter one. Linear in shingles: each is looked up once, in a bounded list.
 */
export function findCopies(sketches: readonly Sketch[]): (Copy | undefined)[] {
  const common = furniture(distinctTexts(sketches));
  const own = sketches.map(({ shingles }) =>
    common.size === 0 ? shingles : shingles.filter((one) => !common.has(one)),
  );
  const holders = holdersOf(own);
  const firstOfText = new Map<string, number>();
  return sketches.map(({ article, shingles }, index) => {
    const same = firstOfText.get(article.text_sha256);
    if (same !== undefined) return { of: same, similarity: 1 };
    firstOfText.set(article.text_sha256, index);
    const shared = holders.meet(index, own[index]!);
    const of = closest(shared, own, index);
    return of === undefined
      ? undefined
      : { of, similarity: overlap(shingles, sketches[of]!.shingles) / shingles.length };
  });
}

function distinctTexts(sketches: readonly Sketch[]): Sketch[] {
  return [...new Map(sketches.map((sketch) => [sketch.article.text_sha256, sketch])).values()];
}

/** The text that shares the largest part of the shorter of the two, if that makes a copy; the first of equals. */
function closest(shared: ReadonlyMap<number, number>, own: readonly Uint32Array[], index: number): number | undefined {
  let best: number | undefined;
  let most = leastShare;
  for (const [other, count] of shared) {
    const share = count / Math.min(own[other]!.length, own[index]!.length);
    if (count < leastShared || share < most || (share === most && best !== undefined && best < other)) continue;
    best = other;
    most = share;
  }
  return best;
}

/** How many numbers two ascending lists have in common. */
function overlap(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) count++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return count;
}
