import type { QuoteLexicon } from '../../resources/quotes.ts';
import type { Quote } from '../document.ts';
import { mentionAround } from './mentions.ts';
import { type CueUse, isFiniteVerb, isNominative, type Reading, type Run } from './reading.ts';

/** What stands beside a reporting verb; `end` is the first token after it. */
export interface Circumstances extends Pick<Quote, 'medium' | 'addressee'> {
  readonly end: number;
  /** First token after the addressee and the day: where a clause without `that` may begin. */
  readonly plainEnd: number;
}

const prepositions = new Set(['in', 'at', 'on', 'during', 'by', 'through', 'via', 'to']);

/** Addressee, medium, day and place after a reporting verb: `told reporters in Maribor on Thursday`. */
export function circumstancesAfter(reading: Reading, use: Pick<CueUse, 'end' | 'cue'>): Circumstances {
  let end = use.end;
  let medium: string | null = null;
  let addressee: string | null = null;
  if (use.cue.frames.has('to')) {
    const object = nounsAt(reading, end);
    if (object) {
      end = object.end;
      if (isOutlet(reading, object)) medium = wordsOf(reading, object);
      else addressee = wordsOf(reading, object);
    }
  }
  const day = dayAt(reading, end) ?? end;
  const plainEnd = day === reading.tokens.length || reading.tokens[day]!.text === '.' ? end : day;
  for (let next = circumstanceAt(reading, end); next; next = circumstanceAt(reading, end)) {
    medium ??= next.medium;
    end = next.end;
  }
  return { end, plainEnd, medium, addressee };
}

function circumstanceAt(reading: Reading, at: number): { end: number; medium: string | null } | null {
  const { tokens, markedAt } = reading;
  const token = tokens[at];
  if (!token || markedAt[at] !== -1) return null;
  const isEarlier = token.tag === 'JJR' && isNominative(tokens[at + 1]);
  if ((token.pos === 'ADV' && token.tag !== 'WRB') || isEarlier) return { end: at + 1, medium: null };
  if (prepositions.has(token.lower)) {
    const nouns = nounsAt(reading, at + 1);
    if (!nouns || (token.lower === 'to' && isWording(reading, nouns))) return null;
    return { end: nouns.end, medium: mediumOf(reading, nouns) };
  }
  const day = dayAt(reading, at);
  return day === null ? null : { end: day, medium: null };
}

/** `responded to [reports] that`: what follows is theirs. */
function isWording({ tokens, lexicon }: Reading, { end }: Run): boolean {
  const { lower } = tokens[end - 1]!;
  return lexicon.nouns.has(lower) || lexicon.media.has(tokens[end - 1]!.lemma);
}

/** The token after a day that stands at a token: `Thursday`, `on Friday`, `last week`. */
function dayAt(reading: Reading, at: number): number | null {
  const { tokens } = reading;
  const first = tokens[at]?.lower === 'on' ? at + 1 : at;
  if (days.test(tokens[first]?.lower ?? '') || isNear(reading, first)) return timeEnd(reading, first + 1);
  const day = nounsAt(reading, first);
  return day && isDay(reading, day) ? day.end : null;
}

/** `today`, `yesterday` morning. */
const isNear = ({ tokens, timeAt }: Reading, i: number): boolean =>
  timeAt[i] === 1 && /^(?:today|tonight|yesterday)$/.test(tokens[i]!.lower);

/** `Monday night`: the token behind the words of time that go on. */
function timeEnd({ timeAt }: Reading, first: number): number {
  let end = first;
  while (timeAt[end] === 1) end++;
  return end;
}

const beginsDay = (word: string): boolean => days.test(word) || /^(?:this|last|earlier|today|yesterday)$/.test(word);

const days = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

function isDay({ tokens }: Reading, { first, end }: Run): boolean {
  for (let i = first; i < end; i++) if (days.test(tokens[i]!.lower)) return true;
  return /^(?:this|last|earlier)$/.test(tokens[first]!.lower) && end - first === 2;
}

/** A plain noun phrase with `of` phrases that begins at a token; no day behind it, but a title in marks: `ABC's “Good Morning America”`. */
function nounsAt(reading: Reading, first: number): Run | null {
  const { tokens, markedAt, timeAt, lexicon } = reading;
  let end = first;
  let head = -1;
  for (; end < tokens.length && end - first < longestNouns && markedAt[end] === -1; end++) {
    const { pos, tag, lower } = tokens[end]!;
    if (head !== -1 && timeAt[end] === 1 && beginsDay(lower) && tokens[end - 1]!.lower !== 'of') break;
    if (pos === 'PRON' && tag === 'PRP' && end > first) break;
    const isApart = tokens[end + 1]?.pos === 'NOUN' || (head === first && lexicon.outlets.has(tokens[first]!.text));
    if (pos === 'DET' && head === end - 1 && isApart) break;
    if (tag === 'RBS' && tokens[end + 1]?.pos === 'ADJ') continue;
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM' || (pos === 'PRON' && tag === 'PRP')) head = end;
    else if (pos !== 'DET' && pos !== 'ADJ' && tag !== 'POS' && tag !== 'PRP$' && tag !== 'HYPH' && lower !== 'of')
      break;
    if (pos === 'PRON' && tag === 'PRP') break;
  }
  const title = titleEnd(reading, end);
  if (title !== null) return { first, end: title };
  if (head === -1 || (tokens[head]!.pos === 'PRON' && head > first)) return null;
  return { first, end: head + 1 };
}

const longestNouns = 16;
const longestTitle = 8;

/** The token behind a title in marks that begins at a token, behind a preposition or an owner; null where there is none. */
function titleEnd({ tokens, markedAt, runs }: Reading, at: number): number | null {
  const k = markedAt[at] ?? -1;
  const before = tokens[at - 1];
  if (k === -1 || runs[k]!.first !== at || (before?.pos !== 'ADP' && before?.tag !== 'POS')) return null;
  const words = tokens.slice(at, runs[k]!.end).filter(({ pos }) => pos !== 'PUNCT');
  const isTitle = words.every(({ text, pos }) => /^[\p{Lu}\p{N}]/u.test(text) || pos === 'ADP' || pos === 'DET');
  return words.length > 0 && words.length <= longestTitle && isTitle ? runs[k]!.end : null;
}

function wordsOf({ tokens, document }: Reading, { first, end }: Run): string {
  const start = tokens[first]!.pos === 'DET' && end - first > 1 ? first + 1 : first;
  return document.text.slice(tokens[start]!.start, tokens[end - 1]!.end);
}

/** The kind of speech or writing, or the outlet, that a phrase names. */
function mediumOf(reading: Reading, run: Run): string | null {
  if (isOutlet(reading, run)) return wordsOf(reading, run);
  const { tokens, lexicon } = reading;
  const last = tokens[run.end - 1]!;
  const kinds = lexicon.media.get(last.lower) ?? [];
  return longestMatch(reading, kinds, run);
}

function longestMatch({ tokens }: Reading, kinds: readonly string[], { first, end }: Run): string | null {
  const phrase = tokens
    .slice(first, end)
    .map((token) => token.lower)
    .join(' ');
  const matches = kinds.filter((kind) => phrase === kind || phrase.endsWith(` ${kind}`));
  return matches.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** The article's own outlet, an organization that is a medium, or a name with a word of outlets' names. */
function isOutlet({ tokens, document, lexicon }: Reading, { first, end }: Run): boolean {
  const name = document.text.slice(tokens[first]!.start, tokens[end - 1]!.end).replace(/^the /i, '');
  const { publisher, origin } = document.article;
  if (name === publisher || name === origin) return true;
  const index = mentionAround(document.mentions, tokens[end - 1]!);
  const mention = index === null ? undefined : document.mentions[index];
  if (mention?.type === 'person') return false;
  const entity = mention?.entity == null ? undefined : document.entities[mention.entity];
  if (entity?.subtype === 'media') return true;
  return (
    tokens[end - 1]!.pos === 'PROPN' &&
    hasOutletWord(
      lexicon,
      tokens.slice(first, end).map((token) => token.text),
    )
  );
}

const hasOutletWord = ({ outlets }: QuoteLexicon, words: readonly string[]): boolean =>
  words.some((word) => outlets.has(word));

/** No finite verb stands in the run. */
export function isVerbless({ tokens }: Reading, { first, end }: Run): boolean {
  for (let i = first; i < end; i++) if (isFiniteVerb(tokens[i])) return false;
  return true;
}

/** No other clause begins before the speaker: `…” when it ended, he said`. */
export const isPlainLead = (reading: Reading, lead: Run): boolean =>
  isVerbless(reading, lead) && !reading.tokens.slice(lead.first, lead.end).some(({ tag }) => /^W/.test(tag));
