import type { WordLexicon } from '../../resources/words.ts';
import { isAlphanumeric, isApostrophe, kind, kindAt, lettersEnd, runEnd } from './characters.ts';
import { abbreviationEnd, dottedEnd } from './periods.ts';

const clitics: ReadonlySet<string> = new Set(['s', 're', 've', 'll', 'd', 'm']);

/** End of the clitic that starts with the apostrophe at `at` ('s, ’ll), or -1. */
export function cliticEnd(text: string, at: number, end: number): number {
  const to = at + 1;
  if (kindAt(text, to) !== kind.letter) return -1;
  for (const length of [1, 2]) {
    if (to + length <= end && kindAt(text, to + length) !== kind.letter) {
      return clitics.has(text.slice(to, to + length).toLowerCase()) ? to + length : -1;
    }
  }
  return -1;
}

/** End of the word whose first `from - at` characters are already known to belong to it. */
export function wordEnd(text: string, at: number, from: number, end: number, lexicon: WordLexicon): number {
  if (isNegation(text, at, end)) return at + 3;
  let to = runEnd(text, from, end);
  const split = to - at <= lexicon.longestSplit ? lexicon.splits.get(text.slice(at, to).toLowerCase()) : undefined;
  if (split !== undefined) return at + split;
  let part = at;
  for (;;) {
    const next = continues(text, part, to, end, lexicon);
    if (next <= to) return next;
    if (text[to] === '-') part = to + 1;
    to = next;
  }
}

/** Where the word goes on after its part ends at `to`; not beyond `to` where it ends there. */
function continues(text: string, at: number, to: number, end: number, lexicon: WordLexicon): number {
  if (to >= end) return to;
  const mark = text[to]!;
  if (mark === '.' && kindAt(text, to - 1) === kind.digit && kindAt(text, to + 1) === kind.digit)
    return runEnd(text, to + 1, end);
  if (mark === '.') return Math.max(dottedEnd(text, at, to, end, lexicon), abbreviationEnd(text, at, to, end, lexicon));
  if (mark === '$') return to - at <= 3 && /^[A-Z]+$/.test(text.slice(at, to)) ? to + 1 : to;
  if (to + 1 >= end || !isAlphanumeric(text, to + 1)) return to;
  if (isApostrophe(mark)) return afterApostrophe(text, at, to, end);
  if (mark === '_') return runEnd(text, to + 1, end);
  // "mid-2011", "sub-300": what goes on in digits is a number of its own.
  if (mark === '-' && kindAt(text, to + 1) === kind.digit) return to;
  if (mark === '-') return lexicon.prefixes.has(prefixOf(text, at, to)) ? runEnd(text, to + 1, end) : to;
  return mark === '&' ? ampersandEnd(text, at, to, end) : to;
}

/** The prefix as listed; capitals alone are a name (UN-backed). */
function prefixOf(text: string, at: number, to: number): string {
  const prefix = to - at > 12 ? '' : text.slice(at, to);
  return prefix.length > 1 && prefix === prefix.toUpperCase() ? '' : prefix.toLowerCase();
}

/** O'Brien goes on; Noboa's ends before the apostrophe, don't before its n. */
function afterApostrophe(text: string, at: number, to: number, end: number): number {
  if (kindAt(text, to + 1) !== kind.letter || cliticEnd(text, to, end) > 0) return to;
  if (to - 1 > at && isNegation(text, to - 1, end)) return to - 1;
  return runEnd(text, lettersEnd(text, to + 1, end), end);
}

/** Is it n't? */
const isNegation = (text: string, at: number, end: number): boolean =>
  (text[at] === 'n' || text[at] === 'N') &&
  isApostrophe(text[at + 1]) &&
  (text[at + 2] === 't' || text[at + 2] === 'T') &&
  at + 3 <= end &&
  kindAt(text, at + 3) !== kind.letter;

/** AT&T, PG&E: a few capitals on either side. */
function ampersandEnd(text: string, at: number, to: number, end: number): number {
  const after = runEnd(text, to + 1, Math.min(end, to + 6));
  const isShort = to - at <= 4 && after - to <= 5;
  return isShort && /^\p{Lu}+&\p{Lu}+$/u.test(text.slice(at, after)) ? after : to;
}

/** End of a number's letters: all of 20th and 4chan, but 65k and 5pm end before the unit. */
export function numberWordEnd(text: string, at: number, to: number, end: number, lexicon: WordLexicon): number {
  if (kindAt(text, to) !== kind.letter || to >= end) return to;
  const letters = lettersEnd(text, to, end);
  const isUnit = letters - to <= lexicon.longestSuffix && lexicon.suffixes.has(text.slice(to, letters));
  const isWhole = !isAlphanumeric(text, letters) || letters >= end;
  return isUnit && isWhole ? to : wordEnd(text, at, letters, end, lexicon);
}

/** End of a word with its leading apostrophe where it is written so ('em, ’90s), or -1. */
export function elidedEnd(text: string, at: number, end: number, lexicon: WordLexicon): number {
  if (/^\d\ds?(?![\p{L}\p{N}])/u.test(text.slice(at + 1, at + 5)))
    return Math.min(end, at + (text[at + 3] === 's' ? 4 : 3));
  const to = lettersEnd(text, at + 1, Math.min(end, at + 8));
  return to > at + 1 && lexicon.elisions.has(text.slice(at + 1, to).toLowerCase()) ? to : -1;
}
