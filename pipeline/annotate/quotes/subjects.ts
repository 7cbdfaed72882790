import type { Token } from '../document.ts';
import {
  type CueUse,
  cueAt,
  endsWithComma,
  isFiniteVerb,
  isNominative,
  type Reading,
  type Run,
  sentenceStart,
} from './reading.ts';

const relatives = new Set(['who', 'which', 'that']);
const longest = 40;

const isName = (token: Token | undefined): boolean => token?.pos === 'PROPN';
const isHead = (token: Token | undefined): boolean =>
  token !== undefined && (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'NUM' || isPronoun(token));
const isPronoun = (token: Token | undefined): boolean =>
  token !== undefined && token.pos === 'PRON' && !/^(?:W|EX)/.test(token.tag) && token.tag !== 'PRP$';
const isComma = (token: Token | undefined): boolean => token?.text === ',';
const isDash = (token: Token | undefined): boolean => token?.pos === 'PUNCT' && /^[-–—]+$/.test(token.text);

/** The subject of a verb group that begins at `group`, looked for from token `from` on; null where it is not plain. */
export function subjectBefore(reading: Reading, group: number, from: number): Run | null {
  const { tokens } = reading;
  const start = Math.max(from, group - longest);
  let end = group;
  if (end > start && isNominative(tokens[end - 1])) return { first: end - 1, end };
  end = behindComma(reading, start, end);
  if (relatives.has(tokens[end - 1]?.lower ?? '') && end - 1 > start) return antecedent(reading, end - 1, start);
  const dash = isDash(tokens[end - 1]) ? openingDash(tokens, start, end - 1) : null;
  if (dash !== null) return subjectBefore(reading, dash, start);
  if (!isComma(tokens[end - 1])) {
    return phrase(reading, afterLastComma(tokens, start, end), end);
  }
  end--;
  return beforeApposition(reading, start, end);
}

/** `X, who is ill, [on Friday] said`: up to the comma before the day, else unchanged. */
function behindComma({ tokens, timeAt }: Reading, start: number, end: number): number {
  let last = end;
  while (last > start && timeAt[last - 1] === 1) last--;
  if (last < end && tokens[last - 1]?.lower === 'on') last--;
  return last < end && last > start + 1 && isComma(tokens[last - 1]) ? last : end;
}

/** `X – after a pause – said`: the dash that opens what the dash before the verb closes. */
function openingDash(tokens: readonly Token[], start: number, close: number): number | null {
  for (let i = close - 1; i > start; i--) if (isDash(tokens[i])) return i;
  return null;
}

/** `X, who has said`, `the man who said`: what the relative pronoun stands for. */
function antecedent(reading: Reading, pronoun: number, start: number): Run | null {
  const { tokens } = reading;
  if (tokens[pronoun]!.pos !== 'PRON') return null;
  const isApart = isComma(tokens[pronoun - 1]);
  const end = isApart ? pronoun - 1 : pronoun;
  const near = nounsBefore(reading, end, start);
  const isInside = isApart && tokens[pronoun]!.lower === 'who' && near && tokens[near.first - 1]?.pos === 'ADP';
  const whole = isInside ? (phrase(reading, afterLastComma(tokens, start, end), end) ?? near) : near;
  return (isApart && whole && beforeTrade(reading, whole, start)) || whole;
}

/** `[Ana Kovač], a doctor at the college`: the name that an apposition with an article stands behind. */
function beforeTrade(reading: Reading, { first }: Run, start: number): Run | null {
  const { tokens } = reading;
  const isOfName = tokens[first]!.pos === 'DET' && isComma(tokens[first - 1]) && isName(tokens[first - 2]);
  return isOfName && first - 1 > start ? nounsBefore(reading, first - 1, start) : null;
}

/** `X, the director of Y, said`; `its director, X, said` names X. */
function beforeApposition(reading: Reading, start: number, end: number): Run | null {
  const { tokens } = reading;
  for (let comma = start + 1; comma < end; comma++) {
    if (!isComma(tokens[comma])) continue;
    const head = phrase(reading, start, comma);
    if (!head) {
      start = comma + 1;
      continue;
    }
    const isNamed = nameIn(tokens, head) && tokens[head.first]!.pos !== 'DET';
    return isNamed || isPronoun(tokens[head.first]) ? head : (nameAfter(reading, comma + 1, end) ?? head);
  }
  return null;
}

/** `its treasurer, Wendy Poole,`: the apposition up to the next comma, if it ends with a name. */
function nameAfter(reading: Reading, first: number, end: number): Run | null {
  let comma = first;
  while (comma < end && !isComma(reading.tokens[comma])) comma++;
  const named = phrase(reading, first, comma);
  return named && nameIn(reading.tokens, named) ? named : null;
}

/** Does the phrase end with a name of two words or more? */
const nameIn = (tokens: readonly Token[], { first, end }: Run): boolean =>
  end - first >= 2 && isName(tokens[end - 1]) && isName(tokens[end - 2]);

function afterLastComma(tokens: readonly Token[], start: number, end: number): number {
  for (let i = end - 1; i >= start; i--) if (isComma(tokens[i])) return i + 1;
  return start;
}

/** A noun phrase that fills the run after leading conjunctions and adverbs; null where a verb or a bracket stands in it. */
function phrase(reading: Reading, first: number, end: number): Run | null {
  const { tokens, markedAt, timeAt } = reading;
  let start = first;
  while (start < end && isLead(tokens[start]!)) start++;
  while (end > start && (tokens[end - 1]!.pos === 'ADV' || tokens[end - 1]!.text === ')')) {
    if (tokens[end - 1]!.text === ')') {
      const bracket = openingBracket(tokens, start, end - 1);
      if (bracket === null) return null;
      end = bracket;
    } else end--;
  }
  end = beforeDay(reading, start, end);
  if (start >= end || isParticipial(tokens[start]!, tokens[start + 1])) return null;
  for (let i = start; i < end; i++) {
    if (takesObject(tokens[i]!, tokens[i + 1]) || (i > start && opensClause(reading, i)))
      return lastPhrase(reading, start, end);
    if (markedAt[i] !== -1 || (tokens[i]!.pos === 'PUNCT' && !/^[-–’'&./]$/.test(tokens[i]!.text)))
      return lastPhrase(reading, start, end);
    if (isFiniteVerb(tokens[i]) && !isOfName(reading, i)) return lastPhrase(reading, start, end);
  }
  if (tokens[start]!.pos === 'ADP' || tokens[start]!.pos === 'SCONJ') return lastPhrase(reading, start, end);
  const head = headOf(tokens, start, end);
  return head && timeAt[head.index] === 0 ? { first: start, end } : null;
}

/** `the council [this week] said`, `Kovač [on Monday] said`: without the day behind a noun. */
function beforeDay({ tokens, timeAt }: Reading, start: number, end: number): number {
  let last = end;
  while (last > start && timeAt[last - 1] === 1) last--;
  if (last < end && tokens[last - 1]?.pos === 'ADP') last--;
  return last > start && isHead(tokens[last - 1]) ? last : end;
}

/** `a think tank`: what looks like a verb is half of a noun. */
const isOfName = (reading: Reading, i: number): boolean => cueAt(reading, i)?.cue.frames.has('name') === true;

/** `Days [after] Kovač said`, `a day [before] the poll showed`: a conjunction, or such a preposition behind a time. */
const opensClause = ({ tokens, timeAt }: Reading, i: number): boolean =>
  tokens[i]!.pos === 'SCONJ' ||
  tokens[i]!.tag === 'WP' ||
  (timeAt[i - 1] === 1 && timeAt[i] === 0 && leadsClause(tokens[i]!));

/** `[visit] their offices`. */
const takesObject = ({ pos, tag }: Token, next: Token | undefined): boolean =>
  pos === 'VERB' && tag === 'VB' && (next?.pos === 'DET' || next?.tag === 'PRP$');

/** `Speaking to reporters`, `Asked about it`: no noun phrase. */
const isParticipial = ({ pos, tag }: Token, next: Token | undefined): boolean =>
  pos === 'VERB' && /^VB[GN]$/.test(tag) && next?.pos === 'ADP';

function openingBracket(tokens: readonly Token[], start: number, close: number): number | null {
  for (let i = close - 1; i > start && i > close - longest; i--) if (tokens[i]!.text === '(') return i;
  return null;
}

/** A preposition that may lead in a clause: `after she said`. */
export const leadsClause = ({ pos, lower }: Token): boolean =>
  pos === 'SCONJ' || /^(?:after|before|since|until|as)$/.test(lower);

/** Where more than a noun phrase stands before the verb: its last noun phrase, if a conjunction or a clause begins there. */
function lastPhrase(reading: Reading, start: number, end: number): Run | null {
  const nouns = nounsBefore(reading, end, start);
  if (!nouns || nouns.first === start) return nouns;
  const before = reading.tokens[nouns.first - 1]!;
  const begins = before.pos === 'CCONJ' || before.pos === 'SCONJ' || before.pos === 'PUNCT' || before.pos === 'ADV';
  const isTime = before.pos === 'ADP' || before.pos === 'NUM' || before.pos === 'NOUN';
  const isLinked = before.tag === 'WP' || (before.tag === 'WDT' && reading.tokens[nouns.first - 2]?.pos === 'ADP');
  return begins || isLinked || leadsClause(before) || (isTime && isPronoun(reading.tokens[nouns.first])) ? nouns : null;
}

/** The noun phrase, with its `of` phrases, that ends before token `end`. */
function nounsBefore({ tokens, markedAt, timeAt }: Reading, end: number, start: number): Run | null {
  const isDay = (i: number) => timeAt[i] === 1 && isName(tokens[i]) && tokens[i - 1]?.pos === 'ADP';
  if (!isHead(tokens[end - 1]) || markedAt[end - 1] !== -1) return null;
  let first = end - 1;
  if (isPronoun(tokens[first])) return { first, end };
  while (first > start && markedAt[first - 1] === -1 && isInside(tokens, first - 1) && !isDay(first - 1)) first--;
  return { first, end };
}

function isInside(tokens: readonly Token[], i: number): boolean {
  const { pos, text, lower, tag } = tokens[i]!;
  if (pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ' || pos === 'DET' || pos === 'NUM') return true;
  if (tag === 'PRP$' || tag === 'POS' || tag === 'HYPH' || text === '-' || text === '&') return true;
  if (text === '/') return isName(tokens[i - 1]) && isName(tokens[i + 1]);
  if (lower === 'of') return true;
  return lower === 'and' && isName(tokens[i - 1]) && isName(tokens[i + 1]);
}

const isLead = ({ pos, text }: Token): boolean =>
  pos === 'CCONJ' || pos === 'ADV' || pos === 'INTJ' || (pos === 'PUNCT' && /^[-–—•*,:(]+$/.test(text));

/** The word that a phrase is about: its last noun before a preposition other than `of`. */
export function headOf(tokens: readonly Token[], first: number, end: number): Token | undefined {
  let head: Token | undefined;
  for (let i = first; i < end; i++) {
    const token = tokens[i]!;
    if (head && (token.pos === 'ADP' || token.pos === 'SCONJ' || token.text === ',' || /^W/.test(token.tag))) break;
    if (isHead(token)) head = token;
  }
  return head ?? substantive(tokens, first, end);
}

const indefinite = new Set(['some', 'many', 'several', 'most', 'others', 'another', 'both']);

/** `the accused`, `the editorial`: an adjective after an article, where no noun follows; `some`, `another` alone. */
function substantive(tokens: readonly Token[], first: number, end: number): Token | undefined {
  const last = tokens[end - 1];
  if (end - first === 1 && last && indefinite.has(last.lower)) return last;
  return tokens[first]?.pos === 'DET' && end - first > 1 && last?.pos === 'ADJ' ? last : undefined;
}

/** The subject of the first finite verb after `from`: what a participle such as `stating` at `before` belongs to. */
export function mainSubject(reading: Reading, before: number, from: number): Run | null {
  const { tokens, markedAt } = reading;
  let start = Math.max(from, before - 2 * longest);
  for (let i = start; i < before; i++) {
    if (markedAt[i] !== -1 || !isFiniteVerb(tokens[i])) continue;
    if (relatives.has(tokens[i - 1]?.lower ?? '')) continue;
    if (isSubordinate(tokens[start]!)) {
      while (i < before && !isComma(tokens[i])) i++;
      start = i + 1;
      continue;
    }
    let group = i;
    while (group > start && tokens[group - 1]!.pos === 'ADV') group--;
    return subjectBefore(reading, group, start);
  }
  return null;
}

/** A clause that begins so is not the main one: `When his family moved, …`. */
const isSubordinate = ({ pos, tag }: Token): boolean => pos === 'SCONJ' || tag === 'WRB';

/** The subject that follows its verb: `said Ana Kovač, the minister`. */
export function subjectAfter(reading: Reading, from: number): Run | null {
  const { tokens } = reading;
  const start = tokens[from]?.pos === 'ADV' ? from + 1 : from;
  const first = nounsFrom(reading, start);
  if (!first) return null;
  if (!isComma(tokens[first.end]) || isName(headOf(tokens, first.first, first.end))) return first;
  const named = nounsFrom(reading, first.end + 1);
  return named && nameIn(tokens, named) ? named : first;
}

/** The noun phrase that begins at a token. */
export function nounsFrom({ tokens, markedAt }: Reading, start: number): Run | null {
  if (isPronoun(tokens[start])) return { first: start, end: start + 1 };
  let end = start;
  while (end < tokens.length && end - start < longest && markedAt[end] === -1 && isInName(tokens, end)) end++;
  while (end > start && !isHead(tokens[end - 1])) end--;
  return end > start && tokens[start]!.sentence === tokens[end - 1]!.sentence ? { first: start, end } : null;
}

/** A participle before its noun belongs to it: `the printed card`, `retired General`. */
const isInName = (tokens: readonly Token[], i: number): boolean =>
  isInside(tokens, i) || (/^VB[NG]$/.test(tokens[i]!.tag) && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[i + 1]?.pos ?? ''));

/** `by saying`, `after saying`: who acts in the main clause says it. */
const leadingParticiples = new Set(['by', 'after', 'before', 'in', 'while', 'when', 'since']);

/** A participle of its own: after a comma or a dash, joined to one, or of what was written (`a statement saying`). */
function isApart(reading: Reading, i: number): boolean {
  const { pos, text, lower } = reading.tokens[i]!;
  if (leadingParticiples.has(lower) || reading.lexicon.media.has(lower)) return true;
  return endsWithComma(reading, i) || pos === 'CCONJ' || /^[-–—]+$/.test(text);
}

const quoting = new Set(['quote', 'cite']);

/** `quoted [a witness] as saying`, `[she] was quoted as saying`. */
function quotedBefore(reading: Reading, as: number, from: number): Run | null {
  const { tokens } = reading;
  let verb = as - 1;
  while (verb > from && as - verb < longest && !quoting.has(tokens[verb]!.lemma)) verb--;
  if (!quoting.has(tokens[verb]!.lemma) || tokens[verb]!.pos !== 'VERB') return null;
  if (verb < as - 1) return nounsFrom(reading, verb + 1);
  let group = verb;
  while (group > from && (tokens[group - 1]!.pos === 'AUX' || tokens[group - 1]!.pos === 'ADV')) group--;
  return group === verb ? null : subjectBefore(reading, group, from);
}

/** `Kovač [yesterday] saying`: without the day. */
function beforeTimes({ timeAt }: Reading, from: number, group: number): number {
  let end = group;
  while (end > from + 1 && timeAt[end - 1] === 1) end--;
  return end;
}

/** `with [Ana Kovač] saying`. */
function withBefore(reading: Reading, group: number, from: number): Run | null {
  const nouns = nounsBefore(reading, beforeTimes(reading, from, group), from);
  const before = nouns && reading.tokens[nouns.first - 1];
  return before?.lower === 'with' || (before?.lower === 'and' && isName(reading.tokens[nouns!.first])) ? nouns : null;
}

/** Who a reporting verb says speaks, before the verb. */
export function speakerBefore(reading: Reading, use: CueUse, from: number): Run | null {
  const { tokens } = reading;
  const before = tokens[use.group - 1];
  if (use.isParticiple && before?.lower === 'as') return quotedBefore(reading, use.group - 1, from);
  if (use.isParticiple && use.group > from && !isApart(reading, use.group - 1))
    return withBefore(reading, use.group, from);
  if (use.isParticiple)
    return use.group === from ? null : mainSubject(reading, use.group, sentenceStart(reading, use.group));
  if (use.isInfinitive) return mainSubject(reading, use.group, sentenceStart(reading, use.group));
  if (before?.pos === 'CCONJ') return mainSubject(reading, use.group - 1, sentenceStart(reading, use.group - 1));
  return subjectBefore(reading, use.group, from);
}

const isBesideNoun = ({ pos, text }: Token): boolean => /^(?:ADJ|NOUN|ADV)$/.test(pos) || text === '-';

/** Who a noun belongs to: `[his] last claim`, `[Ana Kovač] 's claim`. */
export function ownerBefore(reading: Reading, noun: number): Run | null {
  const { tokens, markedAt } = reading;
  let at = noun - 1;
  while (at > 0 && markedAt[at] === -1 && isBesideNoun(tokens[at]!)) at--;
  if (tokens[at]?.tag === 'PRP$') return { first: at, end: at + 1 };
  const { firstToken } = reading.document.sentences[tokens[noun]!.sentence]!;
  return tokens[at]?.tag === 'POS' ? nounsBefore(reading, at, firstToken) : null;
}
