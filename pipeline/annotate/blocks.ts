import type { Article } from '#schemas/stages/article.ts';
import type { Block } from './document.ts';

/** Lines of the text with what they are. */
export function findBlocks(article: Article): Block[] {
  return [...article.text.matchAll(/\S[^\n\r]*/g)].map((m) => ({
    kind: 'paragraph',
    start: m.index,
    end: m.index + m[0].trimEnd().length,
    repeats: null,
  }));
}
