import type { EventLexicon, LightVerb, Role, Trigger } from '../../resources/events.ts';
import type { Participant, Token } from '../document.ts';
import { isSaying } from './attribution.ts';
import type { Cast } from './cast.ts';
import { type NounChunk, nounsOf, ownerBehind } from './chunks.ts';
import type { Clause, Syntax } from './clauses.ts';
import { nounsFrom } from './coordination.ts';
import { fillFrame, type Standing } from './frames.ts';
import { entryOf, isWord } from './lookups.ts';
import { forceOf, nationOf, possessorOf } from './possessors.ts';
import type { Found } from './verb-triggers.ts';

/** Where an event noun stands: as object or subject of a clause, or behind a preposition. */
export interface Place {
  readonly clause: Clause | null;
  readonly as: 'object' | 'subject' | 'preposition' | 'predicate' | 'none';
}

/** An event noun with its participants and place in the sentence. */
export interface FoundNoun extends Found {
  readonly place: Place;
  readonly chunk: NounChunk;
  /** Is a verb there that says of the noun that it takes place, begins, is held? */
  readonly isBorne: boolean;
  /** Does "set for Monday" follow? */
  readonly isScheduled: boolean;
}

/** The event that the noun phrase at chunk `at` reports, or null. */
export function nounEvent(
  syntax: Syntax,
  at: number,
  place: Place,
  { hasTime, isScheduled }: { readonly hasTime: boolean; readonly isScheduled: boolean },
  lexicon: EventLexicon,
  cast: Cast,
): FoundNoun | null {
  const { tokens, chunks } = syntax;
  const chunk = chunks[at]!;
  if (chunk.kind !== 'noun') return null;
  const head = tokens[chunk.head]!;
  if (head.pos !== 'NOUN' && !(head.pos === 'PROPN' && chunk.head === syntax.chunks[0]?.head)) return null;
  for (const trigger of entryOf(lexicon.nouns, head) ?? []) {
    const first = chunk.head - trigger.words.length + 1;
    if (first < chunk.first || !trigger.words.every((word, i) => isWord(tokens[first + i]!, word))) continue;
    const light = lightVerb(syntax, place, lexicon);
    const standing = standingOf(syntax, at, place, light, trigger, cast);
    if (!canDo(trigger, standing.doer, cast) || isUnknown(trigger, standing, cast) || isFigure(trigger, standing, cast))
      continue;
    const participants = fillFrame(trigger, standing, cast);
    if (!participants) continue;
    const isParty = participants.length > 0 || standing.at('in').some((noun) => cast.fits(noun, 'place'));
    if (trigger.flags.has('parties') && !isParty) continue;
    if (!isAnchored(tokens, chunk, trigger, participants, light !== null || isScheduled, hasTime)) continue;
    return {
      trigger,
      first,
      end: chunk.head + 1,
      participants: [...participants, ...harmedBy(syntax, place, trigger, participants, lexicon, cast)],
      noun: null,
      place,
      chunk,
      isBorne: light !== null,
      isScheduled,
    };
  }
  return null;
}

/** "a flood of tears", "a storm of protest". */
const isFigure = ({ type, slots }: Trigger, { at }: Standing, cast: Cast): boolean =>
  type === 'HAZARD' && slots.every((s) => s.from !== 'of') && at('of').some((noun) => !cast.fits(noun, 'place'));

/** "[Two people] were killed in an attack", "a bombing wounded [three officers]": those harmed are whom it was aimed at. */
function harmedBy(
  { tokens, chunks }: Syntax,
  { clause, as }: Place,
  { type }: Trigger,
  participants: readonly Participant[],
  lexicon: EventLexicon,
  cast: Cast,
): Participant[] {
  if (type !== 'ASSAULT' || !clause || participants.some((p) => p.role === 'recipient')) return [];
  const harms = lexicon.verbs
    .get(tokens[clause.verb.head]!.lemma)
    ?.some((t) => t.words.length === 1 && t.slots.some((s) => s.from === 'obj' && s.filter === 'victim'));
  if (!harms || as !== (clause.verb.voice === 'passive' ? 'preposition' : 'subject')) return [];
  const harmed = nounsOf(chunks, clause.verb.voice === 'passive' ? clause.subject : clause.object);
  return harmed.filter((noun) => cast.fits(noun, 'victim')).flatMap((noun) => cast.play('recipient', noun) ?? []);
}

const settled = new Set(['set', 'due', 'scheduled', 'slated', 'planned']);

/** Index of the date in "the election, set for April 13", or null. */
export function scheduleOf({ chunks, tokens }: Syntax, at: number): number | null {
  const word = chunks[at + 1]?.kind === 'comma' ? at + 2 : at + 1;
  const date = chunks[word + 1];
  if (!settled.has(tokens[chunks[word]?.first ?? -1]?.lower ?? '') || date?.kind !== 'aside') return null;
  const { lower } = tokens[date.head]!;
  return lower === 'for' || lower === 'on' ? word + 2 : null;
}

/** The light verb's subject must be able to do what the noun says. */
function canDo({ slots }: Trigger, doer: readonly NounChunk[], cast: Cast): boolean {
  const actors = slots.filter((s) => s.role === 'actor');
  return (
    doer.length === 0 || actors.length === 0 || actors.some((s) => doer.every((noun) => cast.fits(noun, s.filter)))
  );
}

/** "He received criticism": nobody knows who. */
const isUnknown = ({ slots }: Trigger, { doer, receiver }: NounStanding, cast: Cast): boolean =>
  [...doer, ...receiver].some(
    (noun) => slots.some((s) => s.role === 'actor' || s.role === 'recipient') && cast.isUnknown(noun),
  );

/** Does the clause's verb say that the event took place, so that its date and place are the event's? */
export function bears(syntax: Syntax, place: Place, lexicon: EventLexicon): boolean {
  const light = lightVerb(syntax, place, lexicon);
  return light !== null && !isSaying(light.words[0]!);
}

/** The light verb whose object or subject the noun is, or null. A passive turns the two round. */
function lightVerb({ tokens }: Syntax, { clause, as }: Place, lexicon: EventLexicon): LightVerb | null {
  if (!clause || as === 'none' || as === 'predicate') return null;
  const { head, voice } = clause.verb;
  const role = voice === 'passive' && as === 'subject' ? 'object' : as;
  const entries = lexicon.light.get(tokens[head]!.lemma) ?? [];
  const fitting = entries.filter(
    ({ words, noun }) =>
      (noun === role || noun === as) &&
      words.every((word, i) => i === 0 || isWord(tokens[head + i] ?? tokens[head]!, word)),
  );
  return fitting.find(({ noun }) => noun === role) ?? fitting[0] ?? null;
}

/** A mere word is no report: somebody takes part, a verb says that it happened, or it has a date. */
function isAnchored(
  tokens: readonly Token[],
  chunk: NounChunk,
  { flags }: Trigger,
  participants: readonly Participant[],
  hasVerb: boolean,
  hasTime: boolean,
): boolean {
  if (hasVerb || flags.has('parties')) return true;
  const isBare = tokens[chunk.head]!.tag === 'NNS' && chunk.first === chunk.head;
  if (isBare) return false;
  return participants.length > 0 || (hasTime && !flags.has('need'));
}

interface NounStanding extends Standing {
  /** Who does it, by the light verb. */
  readonly doer: readonly NounChunk[];
  /** Who meets with it, by the light verb. */
  readonly receiver: readonly NounChunk[];
}

/** The noun phrase up to the trigger's own words: a drone strike is not struck by a drone. */
const wordsBefore = ({ first, head }: NounChunk, { words }: Trigger): Pick<NounChunk, 'first' | 'head'> => ({
  first,
  head: head - words.length + 1,
});

/** Prepositional phrases behind the noun, a possessor or nationality before it, the light verb's subject. */
function standingOf(
  { tokens, chunks }: Syntax,
  at: number,
  place: Place,
  light: LightVerb | null,
  trigger: Trigger,
  cast: Cast,
): NounStanding {
  const slots = new Map<string, readonly NounChunk[]>();
  let i = at + 1;
  while (chunks[i]?.kind === 'preposition' && chunks[i + 1]?.kind === 'noun') {
    const { nouns, end } = nounsFrom(chunks, i + 1);
    const word = tokens[chunks[i]!.head]!.lower;
    const isOfOther = word === 'of' && i > at + 1;
    if (!slots.has(word) && !isOfOther) slots.set(word, nounsOf(chunks, nouns));
    i = end;
  }
  const put = (nouns: readonly NounChunk[], roles: readonly Role[], order: readonly string[]) => {
    const slot = nouns.length > 0 ? emptySlot(trigger, roles, slots, order) : null;
    if (slot && nouns.every((noun) => cast.fits(noun, 'agent'))) slots.set(slot, nouns);
  };
  const owner = possessorOf(tokens, chunks[at] as NounChunk) ?? pronounOf(tokens, chunks[at] as NounChunk, cast);
  if (owner) put([owner], ['recipient', 'victim', 'actor'], ['of', 'by', 'between']);
  const nation =
    nationOf(tokens, chunks[at] as NounChunk, cast) ??
    forceOf(tokens, wordsBefore(chunks[at] as NounChunk, trigger), cast);
  if (nation) put([nation], ['actor'], ['by', 'between']);
  let doer: readonly NounChunk[] = [];
  let receiver: readonly NounChunk[] = [];
  if (light && place.clause) {
    const { verb, subject, prepositions } = place.clause;
    const agent = verb.voice === 'active' ? subject : (prepositions.find((p) => p.word === 'by')?.nouns ?? []);
    if (place.as === 'object' || verb.voice === 'passive') {
      put(nounsOf(chunks, agent), [light.subject], ['by', 'between', 'of', 'on', 'against']);
      if (light.subject === 'actor') doer = nounsOf(chunks, agent);
      if (light.subject === 'recipient') receiver = nounsOf(chunks, agent);
    }
  }
  if (trigger.type === 'CONSULT' && place.as === 'preposition' && place.clause && slots.has('with') && !light)
    put(nounsOf(chunks, place.clause.subject), ['actor'], ['between', 'by', 'of']);
  return {
    at: (slot) => slots.get(slot) ?? [],
    ownerBehind: (noun) => ownerBehind({ tokens, chunks }, noun),
    waived: new Set(),
    doer,
    receiver,
  };
}

/** "its" in "its investigation", where it is known whom it means. */
function pronounOf(tokens: readonly Token[], { first }: NounChunk, cast: Cast): NounChunk | null {
  const noun: NounChunk = { kind: 'noun', first, end: first + 1, head: first };
  return tokens[first]!.tag === 'PRP$' && cast.play('actor', noun) !== null ? noun : null;
}

/** The first empty slot through which one of the roles is played. */
function emptySlot(
  { slots }: Trigger,
  roles: readonly Role[],
  filled: ReadonlyMap<string, unknown>,
  order: readonly string[],
): string | null {
  const isFree = (word: string) => !filled.has(word) && slots.some((s) => s.from === word && roles.includes(s.role));
  const isPlayed = slots.some((s) => roles.length === 1 && roles.includes(s.role) && filled.has(s.from));
  return isPlayed ? null : (order.find(isFree) ?? null);
}
