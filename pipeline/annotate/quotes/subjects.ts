import type { Token } from '../document.ts';
import { mentionAround } from './mentions.ts';
import {
  afterLastComma,
  headOf,
  isComma,
  isName,
  isPronoun,
  nameIn,
  nounsBefore,
  nounsFrom,
  phrase,
} from './noun-phrases.ts';
import { isFiniteVerb, isNominative, type Reading, type Run } from './reading.ts';

const relatives = new Set(['who', 'which', 'that']);

const longest = 40;

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
    const last = afterLastComma(tokens, start, end);
    return namedBefore(reading, last, from, group) ?? phrase(reading, last, end);
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

/** Does a token end a person's name? */
function isPerson({ document }: Reading, i: number): boolean {
  const mention = document.mentions[mentionAround(document.mentions, document.tokens[i]!) ?? -1];
  return mention?.form === 'name' && mention.type === 'person' && mention.endToken === i + 1;
}

/** `[Ana Kovač], the mayor of Brest said`: the name that begins the sentence, where its trade is not closed by a comma. */
function namedBefore(reading: Reading, trade: number, from: number, group: number): Run | null {
  const { tokens } = reading;
  if (trade <= from + 1 || !isPerson(reading, trade - 2) || isName(tokens[group - 1])) return null;
  let verb = group;
  while (tokens[verb]?.pos === 'AUX' || tokens[verb]?.pos === 'ADV') verb++;
  if (isComma(tokens[verb + 1]) || isPronoun(tokens[trade])) return null;
  const named = nounsBefore(reading, trade - 1, from);
  const before = named && tokens[named.first - 1];
  const isFirst = before?.sentence !== tokens[group]!.sentence || before?.pos === 'CCONJ';
  return named && (named.first === from || isFirst) ? named : null;
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
    const isNamed = (nameIn(tokens, head) || isPerson(reading, head.end - 1)) && tokens[head.first]!.pos !== 'DET';
    return isNamed || isPronoun(tokens[head.first]) ? head : (nameAfter(reading, comma + 1, end) ?? head);
  }
  return null;
}

/** `its treasurer, Wendy Poole,`: the apposition up to the next comma, if it ends with a name. */
function nameAfter(reading: Reading, first: number, end: number): Run | null {
  let comma = first;
  while (comma < end && !isComma(reading.tokens[comma])) comma++;
  const named = phrase(reading, first, comma);
  const isOf = reading.tokens.slice(first, named?.end ?? first).some(({ lower }) => lower === 'of');
  return named && !isOf && nameIn(reading.tokens, named) ? named : null;
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
