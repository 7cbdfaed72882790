import type { Token } from '../document.ts';
import { cueAt } from './cues.ts';
import { isDash, isFiniteVerb, type Reading, type Run } from './reading.ts';

const relatives = new Set(['which', 'who', 'whom', 'whose']);
const articles = new Set(['a', 'an', 'the']);
const fewest = 3;
const longest = 40;
/** As far back as another item of a list may stand. */
const listed = 16;

/** A reported clause without what the reporter adds at its end: `met Kovač, the mayor of Brest`, `had fled, which he called “a lie”`. */
export function withoutGloss(reading: Reading, clause: Run): Run {
  const { markedAt, tokens } = reading;
  for (let i = clause.end - fewest; i > clause.first + fewest && i > clause.end - longest; i--) {
    if (!isJoint(reading, i) || markedAt[i] !== -1) continue;
    const tail = { first: i + 1, end: clause.end };
    const isGloss =
      isAside(reading, tail) ||
      isToldOf(reading, tail) ||
      isSetAgainst(reading, tail) ||
      isAdded(reading, clause, tail);
    if (isGloss && hasVerb(reading, { first: clause.first, end: i })) return { first: clause.first, end: i };
    if (tokens[i]!.text === ',') return clause;
  }
  return clause;
}

const auxiliaries = new Set(['have', 'do']);

/** Without what the reporter sets beside it: `said he stays[, as has Kovač]`, `[, remarks that stunned many]`, `[, although it was unclear why]`. */
export function withoutRemark(reading: Reading, run: Run): Run {
  const { markedAt } = reading;
  for (let i = run.first + fewest; i < run.end - fewest; i++)
    if (markedAt[i] === -1 && isJoint(reading, i) && isRemark(reading, i + 1)) return { first: run.first, end: i };
  return run;
}

function isRemark(reading: Reading, at: number): boolean {
  const { tokens, lexicon, timeAt } = reading;
  const [word, next, third] = [tokens[at]!, tokens[at + 1]!, tokens[at + 2]];
  if (word.lower === 'as')
    return next.pos === 'AUX' && auxiliaries.has(next.lemma) && isNoun(third) && timeAt[at + 2] === 0;
  if (word.lower === 'without') return next.tag === 'VBG' && telling.has(next.lemma);
  if (word.lower === 'something' || lexicon.nouns.get(word.lower)?.frames.has('words'))
    return /^(?:that|which)$/.test(next.lower);
  return setting.has(word.lower) && next.lower === 'it' && third?.lemma === 'be' && isClear(reading, at + 3);
}

/** `, without giving details`: how it was said. */
const telling = new Set([
  'give',
  'provide',
  'offer',
  'specify',
  'name',
  'identify',
  'elaborate',
  'explain',
  'say',
  'mention',
]);

const setting = new Set(['although', 'though', 'but', 'and']);

const isNoun = (token: Token | undefined): boolean => /^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(token?.pos ?? '');

/** `unclear`, `not immediately clear`. */
function isClear({ tokens }: Reading, from: number): boolean {
  for (let i = from; i < from + 3; i++) if (/^(?:un)?clear$/.test(tokens[i]?.lower ?? '')) return true;
  return false;
}

/** Without what the reporter says that it brings about: `said it had failed[, prompting a protest]`. */
export function withoutWake(reading: Reading, run: Run): Run {
  const { tokens, markedAt } = reading;
  for (let i = run.first + fewest; i < run.end - 1; i++) {
    if (markedAt[i] !== -1 || tokens[i]!.tag !== 'VBG' || !cueAt(reading, i)?.cue.frames.has('wake')) continue;
    if (isJoint(reading, i - 1)) return { first: run.first, end: i - 1 };
    if (markedAt[i - 1] !== -1) return { first: run.first, end: i };
  }
  return run;
}

const longestOther = 6;

/** `while doctors warned of it`: somebody else, whose words are no part of it. */
export function isOthers(reading: Reading, i: number, end: number): boolean {
  const { tokens } = reading;
  if (tokens[i]!.lower !== 'while') return false;
  for (let k = i + 2; k < Math.min(end, i + longestOther); k++)
    if (isFiniteVerb(tokens[k])) return cueAt(reading, k) !== null;
  return false;
}

/** What is told without what is told of its last noun: `a book by Kovač[, who was mayor]`, `a poll by the union[, a rival of the league]`. */
export function withoutApposition(reading: Reading, run: Run): Run {
  for (let i = run.first + fewest; i < run.end - 1; i++) {
    if (reading.markedAt[i] !== -1 || reading.tokens[i]!.text !== ',') continue;
    const tail = { first: i + 1, end: run.end };
    if (relatives.has(reading.tokens[i + 1]!.lower) || isAdded(reading, run, tail)) return { first: run.first, end: i };
  }
  return run;
}

/** A comma, or a dash with a space before it. */
function isJoint({ tokens }: Reading, i: number): boolean {
  const token = tokens[i]!;
  return token.text === ',' || (isDash(token) && tokens[i - 1]!.end < token.start);
}

function hasVerb({ tokens }: Reading, { first, end }: Run): boolean {
  for (let i = first; i < end; i++) if (isFiniteVerb(tokens[i])) return true;
  return false;
}

/** `– which is a novel –`: a relative clause behind a dash. */
const isAside = ({ tokens }: Reading, { first }: Run): boolean =>
  relatives.has(tokens[first]!.lower) && tokens[first - 1]!.text !== ',';

/** `, which he called …`, `, to which she replied …`, `, while others say …`: what somebody else says. */
function isToldOf(reading: Reading, { first, end }: Run): boolean {
  const { tokens } = reading;
  const at = tokens[first]!.pos === 'ADP' ? first + 1 : first;
  if (!relatives.has(tokens[at]!.lower) && tokens[first]!.lower !== 'while') return false;
  for (let i = first + 1; i < end; i++) if (isFiniteVerb(tokens[i])) return cueAt(reading, i) !== null;
  return false;
}

/** `– though …`, `, even as …`: the report set against something. */
function isSetAgainst({ tokens }: Reading, { first }: Run): boolean {
  const { lower } = tokens[first]!;
  if (lower === 'even') return tokens[first + 1]?.lower === 'as';
  return /^(?:al)?though$/.test(lower) && tokens[first - 1]!.text !== ',';
}

/** `, the mayor of Brest`, `– a record for the town`: an apposition with no verb of its own, and no item of a list. */
function isAdded(reading: Reading, clause: Run, { first, end }: Run): boolean {
  const { tokens, markedAt } = reading;
  if (!articles.has(tokens[first]!.lower)) return false;
  for (let i = first; i < end; i++) {
    if (markedAt[i] !== -1 || tokens[i]!.pos === 'CCONJ' || isFiniteVerb(tokens[i])) return false;
    if (/^W/.test(tokens[i]!.tag) || tokens[i]!.lower === 'that') break;
  }
  for (let i = first - 2; i > clause.first && i > first - listed; i--) if (isJoint(reading, i)) return false;
  return true;
}

const subjects = new Set(['DET', 'PRON', 'PROPN', 'NOUN', 'NUM']);

/** `his claims that it works, [the town] has …`: the comma before a subject with its verb, where the sentence goes on; else the end. */
export function nextClause({ tokens, markedAt }: Reading, { first, end }: Run): number {
  const opening = tokens[first]!.text === ',' ? tokens[first + 1]! : tokens[first]!;
  if (opening.pos === 'SCONJ' || opening.tag === 'WRB') return end;
  let isRelative = false;
  for (let i = first; i < end; i++) {
    isRelative ||= /^W/.test(tokens[i]!.tag);
    if (tokens[i]!.text !== ',' || markedAt[i] !== -1) continue;
    if (isRelative) {
      isRelative = false;
      continue;
    }
    const at = tokens[i + 1]?.pos === 'CCONJ' ? i + 2 : i + 1;
    const isNoun = tokens[at]?.pos === 'ADJ' && /^(?:NOUN|PROPN)$/.test(tokens[at + 1]?.pos ?? '');
    if (!(isNoun || subjects.has(tokens[at]?.pos ?? '')) || /^W/.test(tokens[at]!.tag)) continue;
    for (let k = at; k < end && tokens[k]!.text !== ',' && !/^W/.test(tokens[k]!.tag); k++)
      if (isFiniteVerb(tokens[k])) return i;
  }
  return end;
}
