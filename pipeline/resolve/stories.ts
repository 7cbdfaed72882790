import type { z } from 'zod';
import type { copyKind } from '#schemas/vocabulary.ts';
import { contentKey } from '../identity.ts';
import { type Copies, findCopies, type Texts } from './copies.ts';
import { numbers } from './packed.ts';
import { asBytes } from './parts.ts';
import type { Roll } from './roll.ts';
import type { Bytes, Room } from './room.ts';

/** Where an article's text comes from. */
export interface Story {
  readonly story_id: string;
  /** The article it copies, or null for an original. */
  readonly duplicate_of: string | null;
  readonly copy_kind: z.output<typeof copyKind> | null;
  /** Share of this text's shingles that stand in `duplicate_of` too, two decimals. */
  readonly similarity: number | null;
  /** The wire or outlet that the text goes back to, where known. */
  readonly origin: string | null;
}

/** The stories of a corpus, by the article's number. */
export interface Stories {
  of(article: number): Story;
  /** The article that this one's text goes back to: equal for all that count as one independent origin. */
  originalOf(article: number): number;
}

/** Takes the shingles of articles, distinct and ascending, in the order of the roll. */
export function shinglesIn(room: Room): { add(shingles: Uint32Array): void; close(): Shingles } {
  const bytes = room.bytes();
  const counts = numbers();
  return {
    add(shingles) {
      bytes.append(asBytes(shingles));
      counts.push(shingles.length);
    },
    close() {
      const lengths = counts.view();
      const starts = new Float64Array(lengths.length);
      for (let i = 1; i < lengths.length; i++) starts[i] = starts[i - 1]! + 4 * lengths[i - 1]!;
      return { bytes, lengths, starts };
    },
  };
}

/** Shingles of all articles, and where those of each begin. */
interface Shingles {
  readonly bytes: Bytes;
  readonly lengths: Uint32Array;
  readonly starts: Float64Array;
}

/**
 * The story of every article. They are taken in the order of `byOriginality`; each joins the story of the article before it
 * that it copies most of, else starts its own. The order of the input is irrelevant.
 */
export function findStories(roll: Roll, shingles: Shingles, room: Room): Stories {
  const ranked = Uint32Array.from({ length: roll.count }, (_, article) => article).sort(byOriginality(roll, shingles));
  const { of, similarity, exact } = copiesOf(ranked, roll, shingles, room);
  const originals = new Uint32Array(roll.count);
  for (const [place, article] of ranked.entries()) {
    originals[article] = of[place] === -1 ? article : originals[ranked[of[place]!]!]!;
  }
  const places = new Uint32Array(roll.count);
  for (const [place, article] of ranked.entries()) places[article] = place;
  return {
    originalOf: (article) => originals[article]!,
    of(article) {
      const original = originals[article]!;
      const copied = of[places[article]!]!;
      const outlet = roll.originOf(article) || roll.originOf(original) || roll.publisherOf(original);
      return {
        story_id: contentKey('st', [roll.idOf(original)]),
        duplicate_of: copied === -1 ? null : roll.idOf(ranked[copied]!),
        copy_kind: copied === -1 ? null : kindOf(article, ranked[copied]!, roll, exact[places[article]!] === 1),
        similarity: copied === -1 ? null : similarity[places[article]!]! / 100,
        origin: roll.outletName(outlet),
      };
    },
  };
}

/** An outlet does not copy itself: what it prints again with other words is another version. */
function kindOf(article: number, copied: number, roll: Roll, isExact: boolean): Story['copy_kind'] {
  if (isExact) return 'exact';
  const outlet = roll.publisherOf(article);
  return outlet !== 0 && outlet === roll.publisherOf(copied) ? 'update' : 'near';
}

/** Originals first: the earlier day, then the outlet credited as the text's own origin, then the longer text, then the id. */
function byOriginality(roll: Roll, { lengths }: Shingles): (a: number, b: number) => number {
  const isOwnOrigin = (article: number): number =>
    roll.originOf(article) !== 0 && roll.originOf(article) === roll.publisherOf(article) ? 1 : 0;
  return (a, b) =>
    roll.dayOf(a) - roll.dayOf(b) ||
    isOwnOrigin(b) - isOwnOrigin(a) ||
    lengths[b]! - lengths[a]! ||
    roll.placeOf(a) - roll.placeOf(b);
}

/** Copies by place in the ranking: an article with the text of an earlier one copies it, the others are compared. */
function copiesOf(
  ranked: Uint32Array,
  roll: Roll,
  { bytes, lengths, starts }: Shingles,
  room: Room,
): Copies & { exact: Uint8Array } {
  const places = new Uint32Array(ranked.length);
  for (const [place, article] of ranked.entries()) places[article] = place;
  const firsts = new Int32Array(ranked.length).fill(-1);
  const outlets = new Uint32Array(ranked.length);
  let shingles = 0;
  for (const articles of roll.sameTexts()) {
    const same = Uint32Array.from(articles, (article) => places[article]!).sort();
    const first = same[0]!;
    outlets[first] = roll.publisherOf(ranked[same.at(-1)!]!);
    for (const place of same.subarray(1)) firsts[place] = first;
    shingles += lengths[ranked[first]!]!;
  }
  const texts: Texts = {
    ...{ count: ranked.length, shingles, outlets: roll.outletCount },
    outletOf: (place) => outlets[place]!,
    *places() {
      for (let article = 0; article < places.length; article++) {
        if (firsts[places[article]!] === -1) yield places[article]!;
      }
    },
    shinglesOf(place) {
      const article = ranked[place]!;
      const read = new Uint32Array(lengths[article]!);
      asBytes(read).set(bytes.read(starts[article]!, 4 * read.length));
      return read;
    },
  };
  const copies = findCopies(texts, room);
  const exact = new Uint8Array(ranked.length);
  for (const [place, first] of firsts.entries()) {
    if (first === -1) continue;
    copies.of[place] = first;
    copies.similarity[place] = 100;
    exact[place] = 1;
  }
  return { ...copies, exact };
}
