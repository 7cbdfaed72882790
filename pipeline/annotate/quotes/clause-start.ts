import type { Token } from '../document.ts';
import { type CueUse, isFiniteVerb, isNominative, type Reading } from './reading.ts';

const longestAside = 8;

/** Words that lead in a reported question. */
export const questions = new Set(['whether', 'if', 'why', 'how', 'what', 'who', 'when', 'where', 'which']);

/** First token of the reported clause; null where none begins plainly. */
export function clauseAfter(
  reading: Reading,
  use: CueUse,
  { end, plainEnd }: { end: number; plainEnd: number },
): number | null {
  const { tokens, markedAt } = reading;
  for (const at of [use.end, plainEnd, end]) {
    if (use.cue.frames.has('query') && questions.has(tokens[at]?.lower ?? '') && markedAt[at] === -1) return at;
  }
  if (!use.cue.frames.has('clause')) return null;
  for (const at of [use.end, plainEnd, end]) {
    const that = tokens[at]?.text === ',' && at !== use.end ? at + 1 : at;
    if (tokens[that]?.lower === 'that' && !isFiniteVerb(tokens[that + 1])) return that + 1;
  }
  const aside = tokens[use.end]?.text === ',' ? thatAfterAside(tokens, use.end + 1) : thatAhead(reading, end);
  if (aside !== null) return aside;
  if (!use.cue.frames.has('bare') || (use.cue.frames.has('to') && plainEnd === use.end)) return null;
  const isLedIn = opening.has(tokens[plainEnd]?.lower ?? '') && hasMainBehind(reading, plainEnd);
  return markedAt[plainEnd] === -1 && !isLedIn && !startsClause({ tokens }, plainEnd) ? null : plainEnd;
}

/** What may lead in a clause before the one that is reported. */
const opening = new Set(['because', 'if', 'although', 'though', 'unless', 'once', 'while']);

/** `said [because it rained, the road] was closed`: a clause up to a comma, and behind it another. */
function hasMainBehind({ tokens, markedAt }: Reading, first: number): boolean {
  const { sentence } = tokens[first]!;
  let verbs = 0;
  for (let i = first; tokens[i]?.sentence === sentence; i++) {
    if (tokens[i]!.text === ',' && markedAt[i] === -1 && verbs > 0)
      return startsClause({ tokens }, i + 1) || markedAt[i + 1] !== -1;
    if (isFiniteVerb(tokens[i])) verbs++;
  }
  return false;
}

/** `said, however, that`: the clause after the aside. */
function thatAfterAside(tokens: readonly Token[], first: number): number | null {
  for (let i = first; i < first + longestAside; i++) {
    if (tokens[i]?.text === ',') return tokens[i + 1]?.lower === 'that' && !isFiniteVerb(tokens[i + 2]) ? i + 2 : null;
  }
  return null;
}

const longestGap = 25;

/** `told supporters in Lens, France, that`: the clause behind more circumstances, where a name, a number or a day stands before `that`. */
function thatAhead({ tokens, markedAt, timeAt }: Reading, from: number): number | null {
  for (let i = from; i < from + longestGap; i++) {
    const token = tokens[i];
    if (!token || markedAt[i] !== -1 || token.sentence !== tokens[from]!.sentence || isFiniteVerb(token)) return null;
    if (token.lower === 'that') {
      const before = tokens[i - 1]!;
      const last = before.text === ',' ? i - 2 : i - 1;
      const isPlain = tokens[last]!.pos === 'PROPN' || timeAt[last] === 1;
      return isPlain && token.pos === 'SCONJ' && !isFiniteVerb(tokens[i + 1]) ? i + 1 : null;
    }
    if (token.pos === 'SCONJ' || /^W/.test(token.tag) || /^[;:]$/.test(token.text)) return null;
  }
  return null;
}

const degrees = new Set(['even', 'only', 'just', 'nearly', 'almost', 'about', 'roughly', 'perhaps']);

/** A subject with its verb begins here, an adverb of degree before it or not: `even one in ten would`. */
export function startsClause({ tokens }: Pick<Reading, 'tokens'>, at: number): boolean {
  const isLedIn = degrees.has(tokens[at]?.lower ?? '') && /^(?:NUM|DET)$/.test(tokens[at + 1]?.pos ?? '');
  const first = isLedIn ? at + 1 : at;
  const token = tokens[first];
  if (!token || !/^(?:DET|PRON|PROPN|NOUN|ADJ|NUM|SYM)$/.test(token.pos) || /^W/.test(token.tag)) return false;
  if (token.tag === 'PRP' && !isNominative(token)) return false;
  if (/^(?:JJR|RBR)$/.test(token.tag) && isNominative(tokens[first + 1])) return false;
  let isRelative = false;
  for (let i = first; i < tokens.length && i - first < 40 && tokens[i]!.sentence === token.sentence; i++) {
    const { text, pos, tag, lower } = tokens[i]!;
    if (i > first && isFiniteVerb(tokens[i])) {
      if (!isRelative) return true;
      isRelative = false;
    } else if (text === ',' && /^W/.test(tokens[i + 1]?.tag ?? '')) i = relativeEnd(tokens, i + 1);
    else if (text === ',' && asideEnd(tokens, i + 1) !== null) i = asideEnd(tokens, i + 1)!;
    else if (pos === 'SCONJ' || text === ',' || lower === 'but') return false;
    else isRelative ||= /^W/.test(tag);
  }
  return false;
}

/** The comma behind an apposition or participle, right before a verb: `said the mayor, a doctor by training, had left`. */
function asideEnd(tokens: readonly Token[], first: number): number | null {
  for (let i = first; i < first + longestAside * 2; i++) {
    if (!tokens[i] || isFiniteVerb(tokens[i])) return null;
    if (tokens[i]!.text === ',') return i > first && isFiniteVerb(tokens[i + 1]) ? i : null;
  }
  return null;
}

/** The comma that ends a relative clause, or its last token looked at. */
function relativeEnd(tokens: readonly Token[], first: number): number {
  let i = first;
  while (i < first + 30 && i < tokens.length - 1 && tokens[i]!.text !== ',') i++;
  return i;
}
