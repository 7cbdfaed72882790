import type { EventLexicon } from '../../resources/events.ts';
import type { Token } from '../document.ts';

const enough = 2;
const firstOfNews = 1950;
const beforeYears = new Set(['in', 'since', 'of', 'from', 'until', 'by', 'after', 'before', 'to', 'and', 'during']);

/** Does the sentence speak of sport, fiction, cooking or long ago? Then its "attacks" and "deaths" are no news. */
export function isGuarded(tokens: readonly Token[], first: number, end: number, lexicon: EventLexicon): boolean {
  const weights = new Map<string, number>();
  for (let i = first; i < end; i++) {
    const { lower, pos } = tokens[i]!;
    const isDated = i > first && beforeYears.has(tokens[i - 1]!.lower);
    if (pos === 'NUM' && isDated && isOldYear(lower)) return true;
    for (const [domain, weight] of lexicon.guards.get(lower) ?? []) {
      const sum = (weights.get(domain) ?? 0) + weight;
      if (sum >= enough) return true;
      weights.set(domain, sum);
    }
  }
  return false;
}

const isOldYear = (word: string): boolean => /^1\d{3}s?$/.test(word) && Number(word.slice(0, 4)) < firstOfNews;
