import type { EventType } from '#schemas/vocabulary.ts';
import type { EventLexicon, Trigger } from '../../resources/events.ts';
import type { Participant, Token } from '../document.ts';
import type { Cast } from './cast.ts';
import { type Chunk, nounsOf } from './chunks.ts';
import type { Clause, Syntax } from './clauses.ts';
import { fillFrame, type Standing } from './frames.ts';
import { isWord } from './lookups.ts';
import { aimOf } from './recipients.ts';
import { standingOf } from './verb-standing.ts';

/** A trigger found, with its participants; tokens `first`..`end` are its words. */
export interface Found {
  readonly trigger: Trigger;
  readonly first: number;
  readonly end: number;
  readonly participants: readonly Participant[];
  /** Noun of a phrase ("imposed sanctions"), which is not an event of its own. */
  readonly noun: number | null;
}

const reach = 10;
const modifiers = new Set(['DET', 'ADJ', 'NUM', 'PRON', 'PART', 'NOUN', 'PROPN', 'SYM']);
/** Types that PLOVER lacks, which stand beside one of PLOVER's: who is shot dead dies, who is charged is accused. */
const beside = new Set<EventType>(['DEATH', 'APPOINT', 'LEGAL']);
const particles = new Set(['on', 'to', 'with', 'for', 'at', 'from', 'of', 'off', 'out', 'up', 'down', 'against', 'by']);

/** The events that a clause's verb reports, one of a type ("killed": an attack and a death). Of a type the first entry whose frame fits wins. */
export function verbEvents(syntax: Syntax, clause: Clause, lexicon: EventLexicon, cast: Cast): Found[] {
  const found: Found[] = [];
  const verb = syntax.tokens[clause.verb.head]!;
  for (const trigger of lexicon.verbs.get(verb.lemma) ?? []) {
    if (found.some((f) => beside.has(f.trigger.type) === beside.has(trigger.type))) continue;
    const match = matchPhrase(syntax, clause, trigger);
    if (
      !match ||
      isBesideObject(syntax, match, trigger, lexicon) ||
      !takes(syntax, clause, trigger) ||
      keepsSilent(syntax, clause, trigger, lexicon)
    )
      continue;
    const standing = standingOf(syntax, clause, match, trigger, { cast, lexicon });
    const participants = fillFrame(trigger, standing, cast);
    if (!participants) continue;
    const aimedAt = aimOf(syntax, clause, trigger.type, participants, cast, lexicon);
    const rest = participants.filter((p) => aimedAt.every((a) => a.firstToken !== p.firstToken));
    const all = cast.others([...rest, ...aimedAt]);
    if (!all.some(isParty) && isAboutPronoun(syntax, clause, trigger, standing)) continue;
    found.push({ trigger, first: verb.index, end: match.end, participants: all, noun: match.noun });
  }
  return found;
}

/** Where a phrase's words end, and its noun. */
export interface Match {
  readonly end: number;
  readonly noun: number | null;
}

/** Do the phrase's other words follow the verb, few words between? In a passive its noun may be the subject. */
function matchPhrase({ tokens, chunks }: Syntax, clause: Clause, { words, slots }: Trigger): Match | null {
  const head = clause.verb.head;
  if (words.length === 1 || leadsToInfinitive(chunks, clause, words)) return { end: head + 1, noun: null };
  const subject = chunks[clause.subject[0] ?? -1];
  const isSubject = clause.verb.voice === 'passive' && subject !== undefined;
  const endsAt = (i: number) => i > 0 && words.slice(i + 1).every((word) => particles.has(word));
  const inPassive = isSubject ? words.findIndex((word, i) => endsAt(i) && isWord(tokens[subject.head]!, word)) : -1;
  if (inPassive === 1) return { end: head + 1, noun: subject!.head };
  const takesObject = slots.some((s) => s.from === 'obj');
  let at = head + 1;
  let end = head + 1;
  let noun: number | null = null;
  for (const word of words.slice(1, inPassive < 0 ? undefined : inPassive)) {
    const limit = Math.min(at + reach, tokens.length);
    const isBetween = betweenWords(takesObject ? 'object' : particles.has(word) ? 'adverb' : 'modifier');
    while (at < limit && !isWord(tokens[at]!, word) && isBetween(tokens[at]!)) at++;
    const token = at < limit ? tokens[at]! : undefined;
    if (!token || token.sentence !== tokens[head]!.sentence || !isWord(token, word)) return null;
    if (tokens[at - 1]!.tag === 'HYPH' && !words.includes('-')) return null;
    if (end === at) end = at + 1;
    if (token.pos === 'NOUN') noun = at;
    at++;
  }
  if (inPassive > 0) return { end, noun: subject!.head };
  return noun !== null && !isHead(chunks, noun) ? null : { end, noun };
}

/** "declared [the outbreak] [an emergency]": behind an object a new noun phrase is what the object is called, not what is declared. */
function isBesideObject(
  { tokens }: Syntax,
  { noun }: Match,
  { words, slots }: Trigger,
  { complements }: EventLexicon,
): boolean {
  if (noun === null || slots.some((s) => s.from === 'obj')) return false;
  if (complements.get(words[0]!)?.includes('gives')) return false;
  for (let i = noun - 1; i > 0 && tokens[i]!.pos !== 'VERB'; i--)
    if (tokens[i]!.pos === 'DET' && isNominal(tokens[i - 1]!)) return true;
  return false;
}

const isNominal = ({ pos }: Token): boolean => pos === 'NOUN' || pos === 'PROPN';

/** "agreed in principle on Friday to share": dates and prepositional phrases may stand before the infinitive. */
function leadsToInfinitive(chunks: readonly Chunk[], { at, object }: Clause, words: readonly string[]): boolean {
  if (words.length !== 2 || words[1] !== 'to' || object.length > 0) return false;
  const next = chunks.slice(at + 1, at + 9).find((c) => !['aside', 'preposition', 'noun'].includes(c.kind));
  return next?.kind === 'verb' && next.form === 'infinitive' && next !== chunks[at + 1];
}

/** What may stand between a phrase's words: an adverb ("called yesterday for"), a noun's modifiers, or an object. */
const betweenWords = (what: 'adverb' | 'modifier' | 'object') => (token: Token) =>
  token.pos === 'ADV' ||
  (what !== 'adverb' && (token.tag === 'HYPH' || (token.tag === 'VBN' && token.pos === 'VERB'))) ||
  (what !== 'adverb' && modifiers.has(token.pos)) ||
  (what === 'object' && (token.pos === 'CCONJ' || token.pos === 'ADP' || token.text === ','));

const isHead = (chunks: readonly Chunk[], token: number): boolean =>
  chunks.some((c) => c.head === token && (c.kind === 'noun' || c.kind === 'aside' || c.kind === 'adjective'));

/** Who "declined to comment" has refused nothing. */
function keepsSilent(
  { tokens, chunks }: Syntax,
  clause: Clause,
  { type }: Trigger,
  { complements }: EventLexicon,
): boolean {
  const next = type === 'REJECT' ? chunks.slice(clause.at + 1).find((c) => c.kind === 'verb') : undefined;
  const hasMore = next?.form === 'infinitive' || next?.form === 'base';
  return hasMore && (complements.get(tokens[next.head]!.lemma)?.includes('silent') ?? false);
}

const isParty = ({ role }: Participant): boolean => role === 'actor' || role === 'recipient' || role === 'victim';

/** Somebody took part, but nobody knows who. */
function isAboutPronoun(
  { tokens, chunks }: Syntax,
  { subject, object }: Clause,
  { slots }: Trigger,
  { at }: Standing,
): boolean {
  const actors = slots.some((s) => s.from === 'subj' && s.need === 'required') ? at('subj') : [];
  return [...nounsOf(chunks, [...subject, ...object]), ...actors].some(
    ({ first, head }) => first === head && tokens[head]!.tag === 'PRP',
  );
}

/** The frame's flags: voice, number of the subject, no object, what the words themselves need. */
function takes({ tokens, chunks }: Syntax, clause: Clause, { flags, words, slots }: Trigger): boolean {
  if (flags.has('passive') && clause.verb.voice !== 'passive') return false;
  if (flags.has('active') && clause.verb.voice !== 'active') return false;
  if (isModifier(clause, words, slots)) return false;
  const isTransitive = words.length > 1 || slots.some((s) => s.from === 'obj');
  if (clause.verb.voice === 'passive' && !isTransitive) return false;
  if (flags.has('done') && (clause.verb.form !== 'finite' || clause.verb.tense !== 'past')) return false;
  if (flags.has('intransitive') && clause.object.length > 0) return false;
  if (flags.has('plural') && !isPlural(tokens, chunks, clause)) return false;
  if (words.at(-1) === 'to' && words.length === 2) return isBeforeInfinitive(syntaxNext(chunks, clause), tokens, words);
  return true;
}

/** "by protesting lawmakers": a participle before its noun. */
const isModifier = ({ verb, object }: Clause, words: Trigger['words'], slots: Trigger['slots']): boolean =>
  verb.form === 'ing' &&
  verb.first === verb.head &&
  object.length > 0 &&
  words.length === 1 &&
  slots.every((s) => s.from !== 'obj');

function isPlural(tokens: readonly Token[], chunks: readonly Chunk[], { subject }: Clause): boolean {
  const tag = tokens[chunks[subject[0] ?? -1]?.head ?? -1]?.tag;
  return subject.length > 1 || tag === 'NNS' || tag === 'NNPS';
}

const syntaxNext = (chunks: readonly Chunk[], { at }: Clause): readonly Chunk[] => chunks.slice(at + 1, at + 9);

/** "urged Oslo to act": a to-infinitive ends what follows; "travelled to Oslo" has its own noun. */
function isBeforeInfinitive(next: readonly Chunk[], tokens: readonly Token[], words: readonly string[]): boolean {
  for (const chunk of next) {
    if (chunk.kind === 'verb') return chunk.form === 'infinitive';
    if (chunk.kind === 'preposition' && tokens[chunk.head]!.lower === words[1]) return true;
    if (chunk.kind === 'break' || chunk.kind === 'mark' || chunk.kind === 'relative') return false;
  }
  return false;
}
