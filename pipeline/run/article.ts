import type { Article, Reject } from '#schemas/stages/article.ts';
import type { Extraction } from '#schemas/stages/extraction.ts';
import { annotate } from '../annotate/index.ts';
import { extract } from '../extract/index.ts';
import type { Resources } from '../resources/index.ts';
import { failure } from './failure.ts';

/** Everything that one article states. Where the program fails on it, the article becomes a reject and the rest goes on. */
export function extractArticle(article: Article, resources: Resources): Extraction | Reject {
  try {
    return extract(annotate(article, resources), resources);
  } catch (error) {
    return failure(article.source_file, 'extract', article.source_sha256, error);
  }
}
