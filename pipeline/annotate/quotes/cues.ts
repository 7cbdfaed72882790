import type { Cue } from '../../resources/quotes.ts';
import type { Token } from '../document.ts';
import { type CueUse, isFiniteVerb, isNominative, type Reading } from './reading.ts';

const negatives = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor']);

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
