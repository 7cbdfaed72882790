import type { Cue, QuoteLexicon } from '../../resources/quotes.ts';
import { firstThat, type Span } from '../../span.ts';
import type { Document, Lexical, Token } from '../document.ts';
import type { Marked } from './marks.ts';

/** Layers that quotations are found in. */
export type Read = Lexical & Pick<Document, 'trees' | 'times' | 'mentions' | 'entities' | 'dateline'>;

/** Tokens [first, end). */
export interface Run {
  readonly first: number;
  readonly end: number;
}

/** A document read for quotations: its words, and which of them stand in quotation marks. */
export interface Reading {
  readonly document: Read;
  readonly tokens: readonly Token[];
  readonly lexicon: QuoteLexicon;
  readonly marked: readonly Marked[];
  /** Tokens that each marked text covers, marks included. */
  readonly runs: readonly Run[];
  /** For each token the index of the marked text that it stands in, or -1. */
  readonly markedAt: Int32Array;
  /** For each token 1 where it belongs to an expression of time. */
  readonly timeAt: Uint8Array;
  /** Reporting verbs by their first token, as far as they have been looked for. */
  readonly cues: (CueUse | null | undefined)[];
  /** For each token 1 where it is a reporting verb that attributes a quotation found before. */
  readonly used: Uint8Array;
}

/** A reporting verb in use. */
export interface CueUse extends Run {
  readonly cue: Cue;
  /** First token of the verb group: `has` in `has also said`. */
  readonly group: number;
  readonly isParticiple: boolean;
  /** `was told`, or `the words said at the time`: the subject does not speak. */
  readonly isPassive: boolean;
  readonly isNegative: boolean;
  readonly isInfinitive: boolean;
  /** `may say`, `would say`: nothing is said to have been said. */
  readonly isUnreal: boolean;
}

/** Besides the ends of sentences. */
const terminators = new Set(['!', '?', ';', '…', '...']);
const negatives = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor']);

/** Index of the first token that starts at or after the offset. */
const tokenFrom = (tokens: readonly Token[], offset: number): number =>
  firstThat(tokens, ({ start }) => start >= offset);

/** Prepares the words around marked texts. */
export function readingOf(document: Read, lexicon: QuoteLexicon, marked: readonly Marked[]): Reading {
  const { tokens } = document;
  const markedAt = new Int32Array(tokens.length).fill(-1);
  const runs = marked.map((span, index) => {
    const first = tokenFrom(tokens, span.start);
    const end = Math.max(first, tokenFrom(tokens, span.end));
    markedAt.fill(index, first, end);
    return { first, end };
  });
  const timeAt = new Uint8Array(tokens.length);
  for (const { firstToken, endToken } of document.times) timeAt.fill(1, firstToken, endToken);
  return {
    document,
    tokens,
    lexicon,
    marked,
    runs,
    markedAt,
    timeAt,
    cues: new Array(tokens.length),
    used: new Uint8Array(tokens.length),
  };
}

const finite = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

export const isFiniteVerb = (token: Token | undefined): boolean =>
  token !== undefined && (token.pos === 'VERB' || token.pos === 'AUX') && finite.has(token.tag);

const dash = /^(?:-+|–|—)$/;

/** A dash of one sign or more; most words are told by their first letter. */
export const isDash = ({ text }: Token): boolean => (text < 'A' || text > 'z' ? dash.test(text) : false);

/** `he`, `they`: a pronoun that can only be a subject. */
export const isNominative = (token: Token | undefined): boolean =>
  token !== undefined && token.tag === 'PRP' && /^(?:i|he|she|they|we|it|you)$/.test(token.lower);

/** Does a sentence or clause end before token `i`? Never inside quotation marks. */
export function isBreak({ tokens, document, markedAt, marked }: Reading, i: number): boolean {
  const before = tokens[i - 1];
  const token = tokens[i];
  if (!before || !token) return true;
  const { sentences } = document;
  if (sentences[before.sentence]!.block !== sentences[token.sentence]!.block) return true;
  const inside = markedAt[i - 1]!;
  if (inside === -1)
    return terminators.has(before.text) || (before.sentence !== token.sentence && !opensQuote(before.text));
  if (markedAt[i] === inside || !endsSentence(document.text, marked[inside]!)) return false;
  const next = markedAt[i] === -1 ? token.start : marked[markedAt[i]!]!.parts[0]!.start;
  return /^\s*[\p{Lu}[]/u.test(document.text.slice(next, next + 4));
}

const opensQuote = (text: string): boolean => /^["'“‘([]$/.test(text);

/** Does what is said end as a sentence does? */
export const endsSentence = (text: string, { parts }: Marked): boolean =>
  /[.?!…]\s*['’)]?\s*$/.test(tail(text, parts.at(-1)!));

/** The last characters of a span. */
export const tail = (text: string, { start, end }: Span): string => text.slice(Math.max(start, end - 4), end);

/** “took to Twitter, [writing]: “Never””: whatever its tag, no noun stands between a comma and the mark or comma before a quotation. */
const isIntroducing = ({ tokens, markedAt }: Reading, i: number): boolean =>
  tokens[i]!.lower.endsWith('ing') &&
  tokens[i - 1]?.text === ',' &&
  /^[,:]$/.test(tokens[i + 1]?.text ?? '') &&
  (markedAt[i + 2] ?? -1) !== -1;

/** `called [Wednesday] for`: where the rest of a verb may stand, behind a day. */
function restAt({ tokens, timeAt }: Reading, i: number): number {
  let at = tokens[i + 1]?.lower === 'on' && timeAt[i + 2] === 1 ? i + 2 : i + 1;
  while (timeAt[at] === 1) at++;
  return at;
}

interface Group {
  /** First token of the verb group. */
  readonly group: number;
  readonly isNegative: boolean;
  readonly hasBe: boolean;
  readonly hasHave: boolean;
  readonly isUnreal: boolean;
  readonly isInfinitive: boolean;
}

const longestGroup = 6;

/** `has [in the past] said`. */
function beforeAside(tokens: readonly Token[], group: number): number {
  const isAside =
    tokens[group - 1]?.lower === 'past' && tokens[group - 3]?.lower === 'in' && tokens[group - 4]?.pos === 'AUX';
  return isAside ? group - 3 : group;
}

/** `has [since] said`: an adverb, whatever its tag. */
const isSince = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.lower === 'since' && tokens[i - 1]?.pos === 'AUX';

/** What stands before a verb and belongs to it: `has also been`. */
function groupBefore({ tokens, markedAt }: Reading, verb: number): Group {
  let group = verb;
  const words = new Set<string>();
  const lemmas = new Set<string>();
  let isUnreal = false;
  for (; group > 0 && verb - group < longestGroup; group--) {
    group = beforeAside(tokens, group);
    const { pos, lower, lemma, tag, sentence } = tokens[group - 1]!;
    if (markedAt[group - 1] !== -1 || sentence !== tokens[verb]!.sentence) break;
    const isAuxiliary = pos === 'AUX' || (lemma === 'have' && tokens[verb]!.tag === 'VBN');
    if (!isAuxiliary && pos !== 'ADV' && pos !== 'PART' && !isSince(tokens, group - 1)) break;
    if (pos === 'PART' && /^['’]s$/.test(lower)) break;
    words.add(lower);
    lemmas.add(lemma);
    isUnreal ||= tag === 'MD';
  }
  return {
    group,
    isNegative: [...words].some((word) => negatives.has(word)),
    hasBe: lemmas.has('be'),
    hasHave: lemmas.has('have'),
    isUnreal,
    isInfinitive: words.has('to'),
  };
}

const goingOn = new Set(['continue', 'begin', 'start', 'keep']);

/** The verb before an infinitive or participle that says that it goes on: `[continues] to warn`, `[went] on to say`, `[began] calling`. */
function goingOnBefore({ tokens, markedAt }: Reading, verb: number, { group, isInfinitive }: Group): number | null {
  if (!isInfinitive && tokens[verb]!.tag !== 'VBG') return null;
  const first = isInfinitive && tokens[group]!.lower === 'on' ? group : group - 1;
  const isOn = isInfinitive && tokens[first]?.lower === 'on';
  const at = isOn ? first - 1 : first;
  const before = tokens[at];
  if (!before || markedAt[at] !== -1 || before.pos !== 'VERB') return null;
  return (isOn ? before.lemma === 'go' : goingOn.has(before.lemma)) ? at : null;
}

/** The reporting verb that begins at token `i`, or null. */
export function cueAt(reading: Reading, i: number): CueUse | null {
  const known = reading.cues[i];
  if (known !== undefined) return known;
  const use = readCue(reading, i);
  if (i < reading.tokens.length) reading.cues[i] = use;
  return use;
}

/** `her account posted: “…”`. */
const opensMarks = ({ tokens, markedAt }: Reading, at: number): boolean =>
  tokens[at]?.text === ':' && (markedAt[at + 1] ?? -1) !== -1;

/** `he['s] said he will go`: `has`, where a clause of its own follows; `he's said to go` is passive. */
function isHaveShort({ tokens }: Reading, group: number, end: number): boolean {
  if (!/^['’]s$/.test(tokens[group]?.lower ?? '') || tokens[group]!.pos !== 'AUX') return false;
  return tokens[end]?.lower === 'that' || isNominative(tokens[end]);
}

/**
 * A past tense that was taken for a participle: no finite verb stands before it in its sentence, and what it reports or whom it tells
 * follows, or the tree has a subject for it.
 */
function isMain(reading: Reading, verb: number, group: number, cue: Cue): boolean {
  const { tokens, document, markedAt } = reading;
  const { sentence } = tokens[verb]!;
  if (tokens[verb + 1]?.lower === 'by') return false;
  const { firstToken } = document.sentences[sentence]!;
  for (let i = firstToken; i < group; i++) if (markedAt[i] === -1 && isFiniteVerb(tokens[i])) return false;
  if (group > firstToken && isActive(reading, verb + 1, cue)) return true;
  const tree = document.trees.of(sentence);
  return tree?.dependentsOf(verb).some((d) => tree.relationOf(d) === 'nsubj') ?? false;
}

/** How far before a participle the `has` of a list may stand. */
const longestList = 20;

/** `has mocked her, [called] him weak and left`: in a list that `has` leads. */
function isListed({ tokens, markedAt }: Reading, group: number): boolean {
  if (tokens[group - 1]?.text !== ',') return false;
  for (let i = group - 2; i > group - longestList; i--) {
    if (!tokens[i] || tokens[i]!.sentence !== tokens[group]!.sentence) return false;
    if (markedAt[i] === -1 && isFiniteVerb(tokens[i])) return tokens[i]!.lemma === 'have' && tokens[i]!.pos === 'AUX';
  }
  return false;
}

/** How far behind a verb the clause that it reports may begin. */
const longestReach = 12;

const isObject = (token: Token | undefined, time: number | undefined): boolean =>
  token !== undefined && time === 0 && /^(?:DET|PROPN|NOUN|ADJ|NUM)$/.test(token.pos);

/** No participle has this behind it: `told [the crowd that]`, or `predicted [that]` where nobody is told. */
function isActive({ tokens, markedAt, timeAt }: Reading, end: number, { frames, rest }: Cue): boolean {
  const isTelling = frames.has('to');
  if (rest.length > 0) return isObject(tokens[end + rest.length], timeAt[end + rest.length]);
  if (!frames.has('clause')) return false;
  if (isTelling && !/^(?:PROPN|DET|NOUN)$/.test(tokens[end]?.pos ?? '')) return false;
  for (let i = end; i < end + longestReach; i++) {
    const token = tokens[i];
    if (!token || markedAt[i] !== -1 || isFiniteVerb(token)) return false;
    if (i > end + (isTelling ? 0 : -1) && token.lower === 'that') return !isFiniteVerb(tokens[i + 1]);
    if (token.pos === 'PUNCT' && tokens[i + 1]?.lower !== 'that') return false;
  }
  return false;
}

function readCue(reading: Reading, i: number): CueUse | null {
  const { tokens, lexicon, markedAt } = reading;
  const token = tokens[i];
  const cues = token && lexicon.cues.get(token.lower);
  if (!cues || markedAt[i] !== -1 || (token.pos !== 'VERB' && !isIntroducing(reading, i))) return null;
  const cue = cues.find(({ rest }) => rest.every((part, k) => tokens[restAt(reading, i) + k]?.lower === part));
  if (!cue) return null;
  const own = groupBefore(reading, i);
  const outer = goingOnBefore(reading, i, own);
  const { group, hasBe, hasHave, isUnreal, isInfinitive, isNegative } =
    outer === null ? own : groupBefore(reading, outer);
  const { tag, pos } = tokens[outer ?? i]!;
  const end = cue.rest.length === 0 ? i + 1 : restAt(reading, i) + cue.rest.length;
  const isShortHave = hasBe && isHaveShort(reading, group, end);
  const isBe = hasBe && !isShortHave;
  const isPerfect = hasHave || isShortHave || (tag === 'VBN' && !hasBe && isListed(reading, group));
  const isParticipial = tag === 'VBN' && !isPerfect && !isNominative(tokens[group - 1]);
  const isReduced = isParticipial && (isBe || !(opensMarks(reading, i + 1) || isMain(reading, i, group, cue)));
  return {
    cue,
    first: i,
    end,
    group,
    isParticiple: (tag === 'VBG' || pos !== 'VERB') && !isBe,
    isPassive: (isBe && tag !== 'VBG') || isReduced,
    isNegative: isNegative || own.isNegative,
    isInfinitive,
    isUnreal,
  };
}

/** First token of the sentence that token `end` ends or follows, marks included; at most 100 tokens back. */
export function sentenceStart(reading: Reading, end: number): number {
  const limit = Math.max(0, end - 100);
  let first = end;
  while (first > limit && !isBreak(reading, first)) first--;
  return first;
}

/** Offsets of a run of tokens. */
export const spanOf = ({ tokens }: Reading, { first, end }: Run): Span => ({
  start: tokens[first]!.start,
  end: tokens[end - 1]!.end,
});

/** Is it a comma, or the end of marks with a comma inside? */
export function endsWithComma({ tokens, markedAt, marked, runs, document }: Reading, i: number): boolean {
  const k = markedAt[i]!;
  if (k === -1) return tokens[i]!.text === ',';
  return runs[k]!.end === i + 1 && /,\]?\s*$/.test(tail(document.text, marked[k]!.parts.at(-1)!));
}
