import type { RowOf } from '#schemas/table.ts';
import type { articles } from '#schemas/tables/articles.ts';
import { contentKey } from '../identity.ts';
import { findCopies } from './copies.ts';

/** What is needed of an article to find its copies. `shingles` are distinct and ascending. */
export interface Sketch {
  readonly article: RowOf<typeof articles>;
  readonly shingles: Uint32Array;
}

/** Where an article's text comes from. */
export interface Story {
  readonly story_id: string;
  /** The article it copies, or null for an original. */
  readonly duplicate_of: string | null;
  /** Share of this text's shingles that stand in `duplicate_of` too, two decimals. */
  readonly similarity: number | null;
  /** The wire or outlet that the text goes back to, where known. */
  readonly origin: string | null;
  /** Equal for all articles that count as one independent origin. */
  readonly originKey: string;
}

/**
 * The story of every article, by `article_id`. Articles are taken in the order of `byOriginality`; each joins the
 * story of the article before it that it copies most of, else starts its own. The order of the input is irrelevant.
 */
export function findStories(sketches: readonly Sketch[]): ReadonlyMap<string, Story> {
  const ranked = [...sketches].sort(byOriginality);
  const copies = findCopies(ranked);
  const stories = new Map<string, Story>();
  const originals: number[] = [];
  for (const [index, { article }] of ranked.entries()) {
    const copy = copies[index];
    originals.push(copy ? originals[copy.of]! : index);
    const original = ranked[originals[index]!]!.article;
    const storyId = contentKey('st', [original.article_id]);
    stories.set(article.article_id, {
      story_id: storyId,
      duplicate_of: copy ? ranked[copy.of]!.article.article_id : null,
      similarity: copy ? Math.round(copy.similarity * 100) / 100 : null,
      origin: article.origin ?? original.origin ?? original.publisher,
      originKey: storyId,
    });
  }
  return stories;
}

/** Originals first: the earlier day, then the outlet credited as the text's own origin, then the longer text, then the id. */
function byOriginality(a: Sketch, b: Sketch): number {
  return (
    compare(a.article.published_on ?? '9999', b.article.published_on ?? '9999') ||
    Number(isOwnOrigin(b)) - Number(isOwnOrigin(a)) ||
    b.shingles.length - a.shingles.length ||
    compare(a.article.article_id, b.article.article_id)
  );
}

function isOwnOrigin({ article }: Sketch): boolean {
  return article.origin !== null && article.origin === article.publisher;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
