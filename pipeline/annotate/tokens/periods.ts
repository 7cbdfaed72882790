import type { WordLexicon } from '../../resources/words.ts';
import { isUpper, kind, kindAt, lettersEnd, runEnd, widthAt } from './characters.ts';

/** End of U.S., a.m., U.S.A or of a name with a known ending (Amazon.com), where a word ends at the period at `to`; else `to`. */
export function dottedEnd(text: string, at: number, to: number, end: number, lexicon: WordLexicon): number {
  const degree = lettersEnd(text, to + 1, Math.min(end, to + 6));
  if (text[degree] === '.' && degree < end && lexicon.abbreviations.has(text.slice(at, degree))) return degree + 1;
  const letters = initialsEnd(text, at, to, end);
  return letters > to ? letters : domainEnd(text, to, end, lexicon);
}

/** At least two single letters with periods; a last letter may lack its own. */
function initialsEnd(text: string, at: number, to: number, end: number): number {
  if (to - at !== widthAt(text, at) || kindAt(text, at) !== kind.letter) return to;
  let [last, letter] = [to, to + 1];
  while (letter < end && kindAt(text, letter) === kind.letter) {
    const after = letter + widthAt(text, letter);
    if (text[after] === '.' && after < end) {
      last = after + 1;
      letter = last;
      continue;
    }
    const isAlone = after >= end || (kindAt(text, after) !== kind.letter && kindAt(text, after) !== kind.digit);
    return isAlone ? after : last;
  }
  return last;
}

const farthest = 64;

/** Dotted parts up to one that names a domain or a kind of file. */
function domainEnd(text: string, to: number, end: number, lexicon: WordLexicon): number {
  const limit = Math.min(end, to + farthest);
  let [last, dot] = [to, to];
  while (dot + 1 < limit && text[dot] === '.') {
    const after = runEnd(text, dot + 1, limit);
    if (after === dot + 1) break;
    if (lexicon.domains.has(text.slice(dot + 1, after).toLowerCase())) last = after;
    dot = after;
  }
  return last;
}

/** End with the period of the abbreviation that ends at `to`; else `to`. */
export function abbreviationEnd(text: string, at: number, to: number, end: number, lexicon: WordLexicon): number {
  if (to - at > lexicon.longestAbbreviation || text[to + 1] === '.') return to;
  const word = text.slice(at, to);
  const kindOf = lexicon.abbreviations.get(word) ?? lexicon.abbreviations.get(lowered(word));
  if (kindOf === 'number') return precedesNumber(text, to + 1) ? to + 1 : to;
  if (kindOf === 'state') return followsComma(text, at) ? to + 1 : to;
  if (kindOf !== undefined) return to + 1;
  if (isInitial(text, at, to, end, lexicon)) return to + 1;
  return to - at <= 5 && /[,;]/.test(text[to + 1] ?? '') && lettersEnd(text, at, to) === to ? to + 1 : to;
}

const lowered = (word: string): string => (word === word.toUpperCase() ? titled(word) : word.toLowerCase());
const titled = (word: string): string => word.slice(0, 1) + word.slice(1).toLowerCase();

const precedesNumber = (text: string, at: number): boolean => /^[ \u00A0]?[#\p{N}]/u.test(text.slice(at, at + 3));

const followsComma = (text: string, at: number): boolean => /,\s?$/.test(text.slice(Math.max(0, at - 2), at));

/** The J. of "J. Smith": a capital before a capitalised word that seldom opens a sentence. */
function isInitial(text: string, at: number, to: number, end: number, lexicon: WordLexicon): boolean {
  if (to - at !== widthAt(text, at) || !isUpper(text.slice(at, to))) return false;
  const next = text[to + 1] === ' ' ? to + 2 : to + 1;
  if (next >= end || !isUpper(text.slice(next, next + 2))) return false;
  const after = lettersEnd(text, next, Math.min(end, next + 20));
  if (text[after] === '.') return true;
  const before = text.slice(Math.max(0, at - 2), at);
  const isPronoun = text[at] === 'I' && /^\p{Ll}/u.test(before);
  return !isPronoun && !lexicon.openers.has(text.slice(next, after));
}
