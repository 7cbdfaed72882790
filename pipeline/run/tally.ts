import type { Article } from '#schemas/stages/article.ts';
import type { SourceFacts } from '../publish/facts.ts';

/** Counts accepted articles by outlet, licence and rights: the sources that a release names. */
export function tally(): {
  count(article: Pick<Article, 'publisher' | 'license' | 'rights'>): void;
  facts(): SourceFacts[];
} {
  const found = new Map<string, SourceFacts>();
  return {
    count({ publisher, license, rights }) {
      const key = JSON.stringify([publisher, license, rights]);
      const articles = (found.get(key)?.articles ?? 0) + 1;
      found.set(key, { title: publisher ?? 'unknown publisher', license, rights, articles });
    },
    facts: () => [...found.keys()].sort().map((key) => found.get(key)!),
  };
}
