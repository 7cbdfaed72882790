import type { WordLexicon } from '../../resources/words.ts';
import type { Span } from '../../span.ts';
import { findAddresses } from './addresses.ts';
import { followsAlphanumeric, isApostrophe, kind, kindAt, widthAt } from './characters.ts';
import { decadeEnd, numberEnd } from './numbers.ts';
import { symbolEnd } from './symbols.ts';
import { cliticEnd, elidedEnd, numberWordEnd, wordEnd } from './words.ts';

/**
 * Spans of the tokens of a block, in text order, by the conventions of Universal Dependencies English.
 * They hold every character but white space and invisible format characters. A long run without a seam stays one token.
 */
export function tokenize(text: string, block: Span, lexicon: WordLexicon): Span[] {
  const own = text.slice(block.start, block.end);
  const addresses = findAddresses(own);
  const tokens: Span[] = [];
  let [at, next] = [0, 0];
  while (at < own.length) {
    if (kindAt(own, at) === kind.space) {
      at += widthAt(own, at);
      continue;
    }
    while (next < addresses.length && addresses[next]!.start < at) next++;
    const address = addresses[next];
    const limit = address?.start ?? own.length;
    const end = address?.start === at ? address.end : tokenEnd(own, at, limit, lexicon);
    tokens.push({ start: block.start + at, end: block.start + end });
    at = end;
  }
  return tokens;
}

function tokenEnd(text: string, at: number, end: number, lexicon: WordLexicon): number {
  const found = kindAt(text, at);
  if (found === kind.letter) return wordEnd(text, at, at, end, lexicon);
  if (found === kind.digit) return numberTokenEnd(text, at, at, end, lexicon);
  const isInside = followsAlphanumeric(text, at, 0);
  if (!isInside && text[at] === '.' && kindAt(text, at + 1) === kind.digit) {
    return numberTokenEnd(text, at, at + 1, end, lexicon);
  }
  if (isApostrophe(text[at]) || text[at] === '`' || text[at] === '‘') {
    const clitic = cliticEnd(text, at, end);
    const word = clitic > 0 || isInside ? clitic : elidedEnd(text, at, end, lexicon);
    if (word > 0) return word;
  }
  return symbolEnd(text, at, end);
}

function numberTokenEnd(text: string, at: number, from: number, end: number, lexicon: WordLexicon): number {
  const to = numberEnd(text, from, end);
  const decade = decadeEnd(text, at, to);
  return decade > to ? decade : numberWordEnd(text, at, to, end, lexicon);
}
