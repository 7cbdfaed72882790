import { fold } from './fold.ts';
import type { ReadResource } from './index.ts';

/** Surnames of censuses and name lists. */
export interface Surnames {
  /** Whether anybody is called so; case, diacritics, hyphens and apostrophes do not count. */
  has(word: string): boolean;
}

/** A surname as the list spells it: small letters alone. */
export const surnameKey = (name: string): string => fold(name).replace(/[^a-z]/g, '');

/** Finds surnames in `gazetteers/surnames.txt`, sorted lines: nothing is parsed at the start. */
export function readSurnames(read: ReadResource): Surnames {
  const lines = `\n${new TextDecoder().decode(read('gazetteers/surnames.txt'))}`;
  const asked = new Map<string, boolean>();
  return {
    has: (word) => {
      const known = asked.get(word);
      if (known !== undefined) return known;
      if (asked.size >= mostAsked) asked.clear();
      const found = isLine(lines, surnameKey(word));
      asked.set(word, found);
      return found;
    },
  };
}

/** Answers that are kept; beyond that all are forgotten, so that memory stays bounded. */
const mostAsked = 10_000;

/** Bisection; `lines` begins and ends with a line break. */
function isLine(lines: string, key: string): boolean {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const start = lines.lastIndexOf('\n', Math.max(low, (low + high - 1) >> 1));
    const end = lines.indexOf('\n', start + 1);
    const line = lines.slice(start + 1, end);
    if (line === key) return true;
    if (line < key) low = end;
    else high = start;
  }
  return false;
}
