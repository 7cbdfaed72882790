import type { WordLexicon } from '../resources/words.ts';
import type { Span } from '../span.ts';
import { isUpper, kind, kindAt } from './tokens/characters.ts';

/** Longer sentences are cut, so that no later stage meets one without end. */
const longest = 1000;

/** Sentences of a block as token ranges [first, end). Together they hold every token. */
export function splitSentences(
  text: string,
  tokens: readonly Span[],
  lexicon: WordLexicon,
): [first: number, end: number][] {
  const words = tokens.map((span) => text.slice(span.start, span.end));
  const block: Words = { text, tokens, words, lexicon };
  const sentences: [number, number][] = [];
  let first = 0;
  for (let at = 0; at < tokens.length; at++) {
    const end = isBullet(words[at + 1]) ? at + 1 : boundaryAfter(block, first, at);
    if (end < 0 && at + 1 - first < longest) continue;
    sentences.push([first, Math.max(end, at + 1)]);
    first = Math.max(end, at + 1);
    at = first - 1;
  }
  if (first < tokens.length) sentences.push([first, tokens.length]);
  return sentences;
}

interface Words {
  readonly text: string;
  readonly tokens: readonly Span[];
  readonly words: readonly string[];
  readonly lexicon: WordLexicon;
}

/** End of the sentence where the token `at` closes one, quotes and brackets that close with it included; else -1. */
function boundaryAfter(block: Words, first: number, at: number): number {
  const { tokens, words } = block;
  const mark = words[at]!;
  if (!mark.endsWith('.') && !/^[!?.…]+$/.test(mark)) return -1;
  let end = at + 1;
  while (end < tokens.length && closes(block, end)) end++;
  if (end >= tokens.length) return end;
  let next = end;
  while (next < tokens.length && opening.has(words[next]!)) next++;
  if (next >= tokens.length || !mayOpen(words[next]!) || isEnumerator(block, first, at)) return -1;
  const isQuoted = words.slice(at + 1, end).some((word) => quotes.has(word));
  return ends(block, at, end, next, isQuoted) ? end : -1;
}

const quotes: ReadonlySet<string> = new Set(['"', '”', "''", "'", '’', '»']);
const opening: ReadonlySet<string> = new Set(['"', '“', '``', "'", '‘', '«', '(', '[', '—', '–', '-', '--', '¿', '¡']);

const isBullet = (word: string | undefined): boolean => word === '•' || word === '▪' || word === '●';

/** Does the token belong to the sentence that ends before it? */
function closes({ text, tokens, words }: Words, at: number): boolean {
  const word = words[at]!;
  if (!quotes.has(word) && word !== ')' && word !== ']' && word !== '}') return false;
  return tokens[at]!.start === tokens[at - 1]!.end && kindAt(text, tokens[at]!.start - 1) !== kind.space;
}

/** May a sentence start with this word: capital, digit, sign or a name like iPhone? */
function mayOpen(word: string): boolean {
  return !/^\p{Ll}/u.test(word) ? !/^[,;:!?.…%)\]}]/.test(word) : /^\p{Ll}+\p{Lu}/u.test(word);
}

/** The 1. of a numbered list. */
const isEnumerator = ({ words }: Words, first: number, at: number): boolean =>
  at === first + 1 && words[at] === '.' && /^(?:\d{1,3}|[A-Za-z])$/.test(words[first]!);

function ends(block: Words, at: number, end: number, next: number, isQuoted: boolean): boolean {
  const { text, tokens, words, lexicon } = block;
  const mark = words[at]!;
  const word = words[next]!;
  const isTight = tokens[end]!.start === tokens[end - 1]!.end;
  if (isTight) return /^[.!?]$/.test(mark) && at > 0 && /\p{Ll}$/u.test(words[at - 1]!) && /^\p{Lu}\p{Ll}/u.test(word);
  if (/[!?]/.test(mark)) return !(isQuoted && isAttribution(block, next));
  if (mark === '.') return true;
  if (/^[.…]+$/.test(mark))
    return isUpper(word) && (lexicon.openers.has(word) || next > end || !followsSpace(text, tokens[at]!));
  return endsAfterAbbreviation(block, at, next, isQuoted || next > end);
}

const followsSpace = (text: string, token: Span): boolean => kindAt(text, token.start - 1) <= kind.space;

/** U.S. ends a sentence before "In addition", not before "President". */
function endsAfterAbbreviation({ words, lexicon }: Words, at: number, next: number, isMarked: boolean): boolean {
  const mark = words[at]!;
  const word = words[next]!;
  if (!isUpper(word)) return false;
  const base = mark.slice(0, -1);
  const known = lexicon.abbreviations.get(base) ?? lexicon.abbreviations.get(base.toLowerCase());
  if (known === 'number' || (/^\p{Lu}\.$/u.test(mark) && known === undefined)) return false;
  const isOpener = lexicon.openers.has(word);
  if (known === 'title') return isOpener && (base === 'St' || base === 'Ft') && isUpper(words[at - 1]);
  if (isOpener || base === 'etc') return true;
  if (isClock(base)) return !/^\p{Lu}+$/u.test(word) && !lexicon.afterClock.has(word);
  return isMarked;
}

const isClock = (base: string): boolean => /^[ap]\.m$/i.test(base);

/** `Mr. Smith asked` after a quotation that ends in a question mark. */
function isAttribution({ words, lexicon }: Words, next: number): boolean {
  if (lexicon.openers.has(words[next]!)) return false;
  let at = next;
  while (at < next + 5 && isUpper(words[at])) at++;
  return at > next && lexicon.reportingVerbs.has(words[at] ?? '');
}
