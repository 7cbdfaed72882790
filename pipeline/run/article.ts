import type { Article, Reject } from '#schemas/stages/article.ts';
import type { Extraction } from '#schemas/stages/extraction.ts';
import { annotate } from '../annotate/index.ts';
import { extract } from '../extract/index.ts';
import { rejectOf } from '../ingest/refusal.ts';
import type { Resources } from '../resources/index.ts';

/** Everything that one article states. Where the program fails on it, the article becomes a reject and the rest goes on. */
export function extractArticle(article: Article, resources: Resources): Extraction | Reject {
  try {
    return extract(annotate(article, resources), resources);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return rejectOf({
      source_file: article.source_file,
      record: null,
      stage: 'extract',
      reason_code: 'internal_error',
      message: `${article.source_file}: the program failed on this article (${what}); please report it with the article`,
      source_sha256: article.source_sha256,
    });
  }
}
