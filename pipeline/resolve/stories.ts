import type { z } from 'zod';
import type { copyKind } from '#schemas/vocabulary.ts';
import { contentKey } from '../identity.ts';
import { type Columns, columnsOn, keepColumns } from './columns.ts';
import { findCopies, type Texts } from './copies.ts';
import { type Ranking, rankingOf } from './ranking.ts';
import { type Compared, type Found, recompare } from './recompare.ts';
import type { Roll } from './roll.ts';
import type { Room } from './room.ts';
import type { Shelf } from './shelf.ts';
import { type ShingleIndex, shingleIndex } from './shingle-index.ts';
import type { Shingles } from './shingles.ts';

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
  /** Is all that was found of an article that stayed what was found of it before? */
  isAsBefore(article: number, known: number): boolean;
  /** Does an article that stayed go back to the same one as before? */
  hasSameOrigin(article: number, known: number): boolean;
  keep(shelf: Shelf): void;
}

/** Articles, and where their shingles lie. */
export interface Read {
  readonly roll: Roll;
  readonly shingles: Shingles;
}

const names = ['firsts', 'ranks', 'outlets', 'copied', 'similarity', 'own', 'originals'] as const;
/** What was found of each article; `copied` counts from 1, 0 is none. */
type Known = Columns<(typeof names)[number]>;

/**
 * The story of every article. They are taken by originality; each joins the story of the article before it that it copies most
 * of, else starts its own. The order of the input is irrelevant, and so is what is known from before: only time is saved by it.
 * `nowOf` has the articles that stayed as they were by their number before, -1 for others.
 */
export function findStories(now: Read, before: Read, nowOf: Int32Array, shelf: Shelf, room: Room): Stories {
  const { roll, shingles } = now;
  const known = columnsOn(shelf, 'stories', names);
  const ranking = rankingOf(roll, shingles, stayedIn(known.ranks, nowOf));
  const found = copiesOf(now, ranking, before, known, shingleIndex(shelf.lines('shingles-index')), room);
  const { ranked, firsts } = ranking;
  const originals = new Uint32Array(roll.count);
  const copied = (article: number): number => (firsts[article] === article ? found.of[article]! : firsts[article]!);
  for (const article of ranked) originals[article] = copied(article) === -1 ? article : originals[copied(article)]!;
  return {
    originalOf: (article) => originals[article]!,
    of(article) {
      const original = originals[article]!;
      const of = copied(article);
      const isExact = firsts[article] !== article;
      const outlet = roll.originOf(article) || roll.originOf(original) || roll.publisherOf(original);
      return {
        story_id: contentKey('st', [roll.idOf(original)]),
        duplicate_of: of === -1 ? null : roll.idOf(of),
        copy_kind: of === -1 ? null : kindOf(article, of, roll, isExact),
        similarity: of === -1 ? null : isExact ? 1 : found.similarity[article]! / 100,
        origin: roll.outletName(outlet),
      };
    },
    hasSameOrigin: (article, one) => nowOf[known.originals[one]!] === originals[article],
    isAsBefore(article, one) {
      const wasExact = known.firsts[one] !== one;
      const was = wasExact ? known.firsts[one]! : known.copied[one]! - 1;
      const of = copied(article);
      if (nowOf[known.originals[one]!] !== originals[article] || wasExact !== (firsts[article] !== article))
        return false;
      if (of === -1 || was === -1) return of === was;
      return nowOf[was] === of && found.similarity[article] === known.similarity[one];
    },
    keep(to) {
      const { ranks, outlets } = ranking;
      const { of, similarity, own } = found;
      const kept = Uint32Array.from(of, (other) => other + 1);
      keepColumns(to, 'stories', { firsts, ranks, outlets, copied: kept, similarity, own, originals });
    },
  };
}

/** Articles that stayed, in the order of their ranks before. */
function stayedIn(ranks: Uint32Array, nowOf: Int32Array): Uint32Array {
  const ordered = new Int32Array(ranks.length);
  for (const [known, rank] of ranks.entries()) ordered[rank] = nowOf[known]!;
  return Uint32Array.from(ordered.filter((article) => article !== -1));
}

/** An outlet does not copy itself: what it prints again with other words is another version. */
function kindOf(article: number, copied: number, roll: Roll, isExact: boolean): Story['copy_kind'] {
  if (isExact) return 'exact';
  const outlet = roll.publisherOf(article);
  return outlet !== 0 && outlet === roll.publisherOf(copied) ? 'update' : 'near';
}

/** What the first article of each text copies, by article. */
interface Copied {
  /** -1 for none. */
  readonly of: Int32Array;
  readonly similarity: Uint32Array;
  readonly own: Uint32Array;
}

function copiesOf(now: Read, ranking: Ranking, before: Read, known: Known, index: ShingleIndex, room: Room): Copied {
  if (before.roll.count === 0) return compareAll(now, ranking, index, room);
  const [was, is] = [
    comparedIn(before, { firsts: known.firsts, ranks: known.ranks, outlets: known.outlets }, now.shingles.uids),
    comparedIn(now, ranking, now.shingles.uids),
  ];
  const isSame = (uid: number): boolean =>
    was.has(uid) && is.has(uid) && outletIn(before, was, uid) === outletIn(now, is, uid);
  const gone = was.all().filter((uid) => !isSame(uid));
  const come = is.all().filter((uid) => !isSame(uid));
  const uidBefore = (article: number): number => before.shingles.uidOf(article);
  const found = recompare({
    ...{ before: was, now: is, gone, come, index },
    copied: (uid) => {
      const of = was.has(uid) ? known.copied[was.articleOf(uid)]! : 0;
      return of === 0 ? null : uidBefore(of - 1);
    },
    ownOf: (uid) => known.own[was.articleOf(uid)]!,
  });
  if (found === null) return compareAll(now, ranking, index, room);
  const indexed = (texts: Compared, uids: readonly number[]) =>
    uids.map((uid) => ({ uid, shingles: texts.shinglesOf(uid) }));
  index.edit(indexed(was, gone), indexed(is, come));
  return takeOver(found, known, uidBefore, was, is);
}

/** What was found of texts that were compared, what was known of the others. */
function takeOver(
  found: ReadonlyMap<number, Found>,
  known: Known,
  uidBefore: (article: number) => number,
  was: Uids,
  is: Uids,
): Copied {
  const of = new Int32Array(is.count).fill(-1);
  const [similarity, own] = [new Uint32Array(is.count), new Uint32Array(is.count)];
  for (const uid of is.all()) {
    const article = is.articleOf(uid);
    const one = found.get(uid);
    if (one) {
      of[article] = one.of === null ? -1 : is.articleOf(one.of);
      [similarity[article], own[article]] = [one.similarity, one.own];
    } else {
      const past = was.articleOf(uid);
      of[article] = known.copied[past] === 0 ? -1 : is.articleOf(uidBefore(known.copied[past]! - 1));
      [similarity[article], own[article]] = [known.similarity[past]!, known.own[past]!];
    }
  }
  return { of, similarity, own };
}

interface Uids extends Compared {
  /** How many articles there are. */
  readonly count: number;
  articleOf(uid: number): number;
  all(): number[];
}

/** The texts of a run by their lasting numbers. */
function comparedIn(
  { roll, shingles }: Read,
  { firsts, ranks, outlets }: Pick<Ranking, 'firsts' | 'ranks' | 'outlets'>,
  uids: number,
): Uids {
  const articles = new Int32Array(uids).fill(-1);
  for (let article = 0; article < roll.count; article++) {
    if (firsts[article] === article) articles[shingles.uidOf(article)] = article;
  }
  const articleOf = (uid: number): number => articles[uid]!;
  return {
    count: roll.count,
    articleOf,
    all: () => Array.from(articles.keys()).filter((uid) => articles[uid] !== -1),
    has: (uid) => articles[uid] !== -1,
    rankOf: (uid) => ranks[articleOf(uid)]!,
    outletOf: (uid) => outlets[articleOf(uid)]!,
    outlets: roll.outletCount,
    shinglesOf: (uid) => shingles.of(articleOf(uid)),
  };
}

const outletIn = ({ roll }: Read, texts: Compared, uid: number): string | null => roll.outletName(texts.outletOf(uid));

/** Compares all texts with those before them, and notes which hold which shingle. */
function compareAll({ roll, shingles }: Read, ranking: Ranking, index: ShingleIndex, room: Room): Copied {
  const { ranked, ranks, firsts, outlets } = ranking;
  let all = 0;
  for (let article = 0; article < roll.count; article++)
    if (firsts[article] === article) all += shingles.lengthOf(article);
  const texts: Texts = {
    ...{ count: ranked.length, shingles: all, outlets: roll.outletCount },
    outletOf: (place) => outlets[ranked[place]!]!,
    *places() {
      for (let article = 0; article < roll.count; article++) if (firsts[article] === article) yield ranks[article]!;
    },
    shinglesOf: (place) => shingles.of(ranked[place]!),
  };
  const filler = index.fill((place) => shingles.uidOf(ranked[place]!));
  const copies = findCopies(texts, room, filler.see);
  filler.close();
  const of = Int32Array.from(ranks, (place) => (copies.of[place] === -1 ? -1 : ranked[copies.of[place]!]!));
  return {
    of,
    similarity: Uint32Array.from(ranks, (place) => copies.similarity[place]!),
    own: Uint32Array.from(ranks, (place) => copies.own[place]!),
  };
}
