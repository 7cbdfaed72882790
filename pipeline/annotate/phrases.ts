import type { Lexical, NounPhrase, Sentence, Token } from './document.ts';

/** Base noun phrases, in text order: determiner to head, a possessor apart from what it owns (`Ecuador` `'s president`). */
export function findPhrases({ sentences, tokens }: Pick<Lexical, 'sentences' | 'tokens'>): NounPhrase[] {
  return sentences.flatMap((sentence) => readSentence(tokens, sentence));
}

function readSentence(tokens: readonly Token[], { firstToken, endToken }: Sentence): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  let at = firstToken;
  while (at < endToken) {
    const run = readRun(tokens, at, firstToken, endToken);
    if (run.phrase !== null) phrases.push(run.phrase);
    at = run.end;
  }
  return phrases;
}

interface Run {
  readonly end: number;
  readonly phrase: NounPhrase | null;
}

const determiners: ReadonlySet<string> = new Set(['DT', 'PDT', 'PRP$', 'POS']);
const adjectives: ReadonlySet<string> = new Set(['JJ', 'JJR', 'JJS', 'AFX']);
const nouns: ReadonlySet<string> = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'FW', 'ADD', 'GW']);

/** The longest phrase from `at`, or where to go on if there is none. */
function readRun(tokens: readonly Token[], at: number, first: number, limit: number): Run {
  const start = tokens[at]!;
  if (start.tag === 'PRP') return { end: at + 1, phrase: phraseOf(tokens, at, at + 1, at) };
  let to = at;
  while (to < limit && isDeterminer(tokens[to]!) && (to === at || start.tag !== 'POS')) to++;
  const content = to;
  let [noun, number, end] = [-1, -1, to];
  while (to < limit) {
    const step = stepAt(tokens, to, content, noun, first, limit);
    if (step === 0) break;
    for (let i = to; i < to + step; i++) {
      if (isNoun(tokens[i]!)) [noun, end] = [i, i + 1];
      else if (tokens[i]!.tag === 'CD') [number, end] = [i, i + 1];
    }
    to += step;
  }
  const next = Math.max(to, at + 1);
  const head = noun >= 0 ? noun : number >= 0 ? number : loneHead(tokens, at, content, to);
  if (head < 0) return { end: next, phrase: null };
  const stop = Math.max(end, head + 1);
  return { end: stop, phrase: phraseOf(tokens, at, stop, head) };
}

const isNoun = ({ tag, text }: Token): boolean => nouns.has(tag) && !(tag === 'FW' && text.endsWith('.'));
const isDeterminer = ({ tag }: Token): boolean => determiners.has(tag);
const isAdjective = ({ tag, pos }: Token): boolean => adjectives.has(tag) || (pos === 'ADJ' && tag !== 'CD');

/** How many tokens the phrase goes on for at `at`: 0 where it ends. */
function stepAt(
  tokens: readonly Token[],
  at: number,
  content: number,
  noun: number,
  first: number,
  limit: number,
): number {
  const token = tokens[at]!;
  const before = at > first ? tokens[at - 1]! : undefined;
  const next = at + 1 < limit ? tokens[at + 1]! : undefined;
  if (isNoun(token) || token.tag === 'CD' || token.tag === '$' || token.tag === '#') return 1;
  if (token.tag === 'HYPH' || token.tag === 'SYM')
    return at > content && next !== undefined && !isDeterminer(next) ? 2 : 0;
  if (next === undefined) return isAdjective(token) && noun < 0 ? 1 : 0;
  if (noun >= 0) return isNamePart(token, before, next) ? 1 : 0;
  if (isAdjective(token)) return 1;
  const leads = isNoun(next) || isAdjective(next) || next.tag === 'HYPH';
  if (token.tag === 'VBG' || token.tag === 'VBN')
    return leads && (at > content || allowsParticiple(token, before)) ? 1 : 0;
  if (token.tag === 'RB') return isAdjective(next) || (at > content && next.tag === 'VBN') ? 1 : 0;
  const joins = token.tag === 'CC' || token.text === ',';
  return joins && at > content && before !== undefined && isAdjective(before) && isAdjective(next) ? 1 : 0;
}

/** Forces in "Armed Forces", Daily in "America Daily Briefing": capitals inside a name. */
const isNamePart = (token: Token, before: Token | undefined, next: Token): boolean =>
  isAdjective(token) &&
  before?.pos === 'PROPN' &&
  isNoun(next) &&
  /^\p{Lu}/u.test(token.text) &&
  /^\p{Lu}/u.test(next.text);

/** "against organized crime", "the rising cost"; but "in restoring order". */
const allowsParticiple = (token: Token, before: Token | undefined): boolean =>
  before !== undefined && (isDeterminer(before) || (token.tag === 'VBN' && before.tag === 'IN'));

/** "the poor", "this": the head where there is no noun and no number. */
function loneHead(tokens: readonly Token[], at: number, content: number, to: number): number {
  if (content === at || tokens[at]!.tag === 'POS') return -1;
  const last = to - 1;
  if (last >= content) return isAdjective(tokens[last]!) ? last : -1;
  return tokens[last]!.tag === 'DT' && tokens[last]!.pos === 'PRON' ? last : -1;
}

const phraseOf = (tokens: readonly Token[], firstToken: number, endToken: number, head: number): NounPhrase => ({
  firstToken,
  endToken,
  head,
  start: tokens[firstToken]!.start,
  end: tokens[endToken - 1]!.end,
});
