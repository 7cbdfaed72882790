import type { Article } from '#schemas/stages/article.ts';
import type { SourceFacts } from '../publish/facts.ts';

/** Counts accepted articles by outlet and licence: the sources that a release names. */
export function tally(): { count(article: Article): void; facts(): SourceFacts[] } {
  const found = new Map<string, { title: string; license: string | null; articles: number }>();
  return {
    count({ publisher, license }) {
      const key = JSON.stringify([publisher, license]);
      const known = found.get(key) ?? { title: publisher ?? 'unknown publisher', license, articles: 0 };
      known.articles++;
      found.set(key, known);
    },
    facts() {
      const keys = [...found.keys()].sort();
      return keys.map((key) => ({ path: null, ...found.get(key)! }));
    },
  };
}
