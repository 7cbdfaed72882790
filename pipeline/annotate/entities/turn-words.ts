import { firstThat } from '../../span.ts';
import type { NounPhrase, Sentence, Token, TokenRange } from '../document.ts';
import { below } from '../syntax.ts';
import type { Told } from './clause-subjects.ts';
import { isTensed } from './grammar.ts';
import type { Read } from './index.ts';

export type Tokens = Pick<TokenRange, 'firstToken' | 'endToken'>;

/** Sentences that a question may pass over, as they stand in marks as a whole. */
export const longestSpeech = 24;

/** Does a sentence stand in quotation marks as a whole? */
export function isAllQuoted({ tokens }: Read, { firstToken, endToken }: Sentence, { isQuoted }: Told): boolean {
  for (let i = firstToken; i < endToken; i++) if (!isQuoted(i) && tokens[i]!.pos !== 'PUNCT') return false;
  return true;
}

const isBefore = ({ pos, tag, text }: Token): boolean =>
  /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(pos) || tag === 'PRP$' || tag === 'POS' || text === '-';

/** First token of the nouns that lead to a name: "[the mayor] Ana Kovač", "[council member and chief engineer] Ana Kovač". */
function leadOf(tokens: readonly Token[], firstToken: number): number {
  const start = nounsBefore(tokens, firstToken);
  if (tokens[start - 1]?.lower !== 'and' || start === firstToken || tokens[start - 2]?.pos !== 'NOUN') return start;
  const first = nounsBefore(tokens, start - 1);
  return /^(?:DET|PROPN)$/.test(tokens[first]!.pos) ? start : first;
}

function nounsBefore(tokens: readonly Token[], end: number): number {
  let start = end;
  while (tokens[start - 1]?.sentence === tokens[end]!.sentence && isBefore(tokens[start - 1]!)) start--;
  return start;
}

/** Who speaks beside what is said: ", Ana Kovač said", ", said Ana Kovač", "according to Ana Kovač". */
export function isParenthetic({ tokens }: Read, { isCue, isQuoted }: Told, { firstToken, endToken }: Tokens): boolean {
  const { sentence } = tokens[firstToken]!;
  const start = leadOf(tokens, firstToken);
  const before = tokens[start - 1];
  if (before?.sentence !== sentence) return false;
  if (before.lower === 'to' && tokens[start - 2]?.lower === 'according') return true;
  const closes = (at: number): boolean =>
    tokens[at]?.sentence === sentence &&
    (tokens[at]!.text === ',' || isQuoted(at) || /^["”’']+$/.test(tokens[at]!.text));
  if (isCue(start - 1) && /^VB[DZ]$/.test(before.tag)) return closes(start - 2);
  let verb = endToken;
  while (tokens[verb]?.pos === 'ADV') verb++;
  const isSaid = tokens[verb]?.sentence === sentence && isCue(verb) && /^VB[DZ]$/.test(tokens[verb]!.tag);
  const isLast = /^[.,]$/.test(tokens[verb + 1]?.text ?? '.') || tokens[verb + 1]!.sentence !== sentence;
  return isSaid && isLast && closes(start - 1);
}

/** A name that begins a sentence, after what leads to it, and is followed by a comma or a finite verb: its subject. */
export function isOpening({ tokens }: Read, sentence: Sentence, { firstToken, endToken }: Tokens): boolean {
  let start = leadOf(tokens, firstToken);
  while (start > sentence.firstToken && /^(?:CCONJ|ADV|PUNCT)$/.test(tokens[start - 1]!.pos)) start--;
  let next = endToken;
  while (tokens[next]?.pos === 'ADV') next++;
  const isFollowed = tokens[next]?.text === ',' || isTensed(tokens[next]);
  return start === sentence.firstToken && isFollowed && tokens[next]!.sentence === sentence.index;
}

/** "The head of the river police, Ana Kovač", "the mayor Ana Kovač": nothing but nouns and one comma between. */
export function isApposed(tokens: readonly Token[], from: number, name: number): boolean {
  const start = Math.max(from, leadOf(tokens, name));
  if (start === from) return true;
  if (tokens[start - 1]!.text !== ',') return false;
  for (let i = from; i < start - 1; i++) if (/^(?:VERB|AUX|PUNCT)$/.test(tokens[i]!.pos)) return false;
  return true;
}

/** The noun phrase that a token stands in. */
export function phraseAt(phrases: Read['phrases'], token: number): NounPhrase | null {
  const phrase = phrases[firstThat(phrases, ({ endToken }) => endToken > token)];
  return phrase && phrase.firstToken <= token ? phrase : null;
}

/** A description with what belongs to it: "[the head of the river] police", "the mayor's spokesman". */
export function phraseAround({ phrases, tokens, trees }: Read, { firstToken, endToken }: Tokens): Tokens {
  const tree = trees.of(tokens[firstToken]!.sentence);
  const base = phraseAt(phrases, firstToken);
  if (!base || endToken > base.endToken || tree === null) return { firstToken, endToken };
  let first = Math.min(base.firstToken, ...below(tree, endToken - 1).filter((d) => d < firstToken));
  while (first < base.firstToken && !isBefore(tokens[first]!)) first++;
  let end = base.endToken;
  for (;;) {
    const isLinked = /^(?:of|for)$/.test(tokens[end]?.lower ?? '') || tokens[end]?.tag === 'POS';
    const next = isLinked ? phraseAt(phrases, end + 1) : null;
    if (!next || next.firstToken < end) return { firstToken: first, endToken: end };
    end = next.endToken;
  }
}
