import type { Article } from '#schemas/stages/article.ts';
import type { LayoutLexicon } from '../../resources/layout.ts';
import type { Block } from '../document.ts';
import { type Candidate, findKinds } from './kinds.ts';
import { readPieces } from './lines.ts';
import { joinWrapped } from './wrapping.ts';

/** Shorter texts may well be printed twice on purpose. */
const fewestWords = 8;

/** Lines and paragraphs of the text with what they are; a marker such as `- ` stands outside its block. */
export function findBlocks(article: Article, lexicon: LayoutLexicon): Block[] {
  const pieces = joinWrapped(article.text, readPieces(article));
  const seen = new Map<string, number>();
  return findKinds(article, pieces, lexicon).map((candidate, index) => {
    const earlier = identity(candidate)
      .map((key) => seen.get(key))
      .find((found) => found !== undefined);
    for (const key of identity(candidate)) if (!seen.has(key)) seen.set(key, index);
    const { start, end, kind } = candidate;
    return { start, end, kind: kind ?? 'paragraph', repeats: earlier ?? null };
  });
}

/** By what a block is known when it comes again: its words if there are enough, and for a headline in any case. */
function identity({ shape, kind }: Candidate): string[] {
  const keys = shape.wordCount >= fewestWords ? [shape.key] : [];
  return kind === 'headline' ? [...keys, `headline ${shape.key}`] : keys;
}
