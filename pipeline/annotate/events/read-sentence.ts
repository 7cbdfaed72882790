import type { EventModality, EventType } from '#schemas/vocabulary.ts';
import type { EventLexicon } from '../../resources/events.ts';
import type { Document, EventMention, Sentence, TimeExpression } from '../document.ts';
import { attributionOf } from './attribution.ts';
import type { Cast } from './cast.ts';
import { CertaintyReader } from './certainty.ts';
import type { Chunk } from './chunks.ts';
import type { Clause, Syntax } from './clauses.ts';
import { demandOf } from './demands.ts';
import type { Certainty } from './held.ts';
import { withInstruments } from './instruments.ts';
import { contextsOf, modeOf } from './modes.ts';
import { bears, nounEvent, type Place, scheduleOf } from './noun-triggers.ts';
import { byScheme, type Draft } from './scheme.ts';
import { leadsAway, type Setting, settingOf } from './setting.ts';
import type { VerbGroup } from './verb-groups.ts';
import { type Found, verbEvents } from './verb-triggers.ts';

/** One sentence with all that is needed to read its events. */
export interface Reading {
  readonly document: Pick<Document, 'tokens' | 'mentions' | 'quotes'>;
  readonly sentence: Sentence;
  readonly syntax: Syntax;
  readonly cast: Cast;
  readonly lexicon: EventLexicon;
  /** The sentence's dates with their indices. */
  readonly times: readonly [number, TimeExpression][];
}

const verbConfidence = 0.8;
const nounConfidence = 0.7;

/** The events of one sentence, in text order. */
export function readSentence(reading: Reading): EventMention[] {
  const { document, syntax, cast, times } = reading;
  const certainty = new CertaintyReader(syntax, reading.lexicon);
  let known: Setting | undefined;
  const setting = (): Setting => {
    known ??= settingOf(syntax, times, cast, document);
    return known;
  };
  const verbs = clauseEvents(reading, certainty, setting);
  const nouns = nounEvents(reading, certainty, setting, verbs.nouns);
  const inOrder = [...verbs.events, ...nouns].sort(
    ({ mention: a }, { mention: b }) => a.start - b.start || a.end - b.end,
  );
  return byScheme(withInstruments(document.tokens, inOrder), syntax, cast);
}

function clauseEvents(
  reading: Reading,
  certainty: CertaintyReader,
  setting: () => Setting,
): { events: Draft[]; nouns: Set<number> } {
  const { syntax, lexicon, cast } = reading;
  const nouns = new Set<number>();
  const events: Draft[] = [];
  for (const clause of syntax.clauses) {
    const demand = demandOf(syntax, clause, lexicon, cast);
    const asked = demand && certainty.ofClause(demand.host);
    if (demand && asked) {
      const none = { time: null, place: null };
      const asks = mention(reading, demand.found, asked, none, demand.host.index, verbConfidence);
      events.push({ mention: asks, clause: clause.index, isNoun: false, isDemand: true });
    }
    const found = verbEvents(syntax, clause, lexicon, cast);
    if (found.length === 0) continue;
    for (const { noun } of found) if (noun !== null) nouns.add(noun);
    const isReport =
      !isUsual(syntax, clause) &&
      !isImperative(syntax, clause) &&
      !isGeneric(reading, clause) &&
      !isHabit(reading, clause, found) &&
      !isRuled(syntax, clause);
    const held = isReport ? certainty.ofClause(clause) : null;
    if (!held) continue;
    const { at } = clause;
    const host = sameMoment(syntax, clause);
    const where = {
      time: setting().timeOf(clause, at, at) ?? (host && setting().timeOf(host, host.at, host.at)),
      place: setting().placeOf(clause, at, at) ?? (host && setting().placeOf(host, host.at, host.at)),
    };
    for (const one of found) {
      if (one.trigger.flags.has('certain') && thought.has(held.modality)) continue;
      if (isWished(one, held)) continue;
      events.push({
        mention: mention(reading, one, held, where, clause.index, verbConfidence),
        clause: clause.index,
        isNoun: false,
      });
    }
  }
  return { events, nouns };
}

/** What is merely thought of: a death or a vote that "would", "may" or should be is no report of one. */
const thought = new Set<EventModality>(['requested', 'possible', 'conditional']);

/** "learning to die": nobody plans a death of their own. */
const isWished = ({ trigger: { type, slots } }: Found, { modality }: Certainty): boolean =>
  type === 'DEATH' && modality === 'planned' && slots.some((s) => s.from === 'subj' && s.role === 'victim');

/** "Nine people died in Brest on Monday when a bridge fell.": the clause that says when and where. */
function sameMoment({ clauses }: Syntax, { governor, verb }: Clause): Clause | null {
  if (governor?.kind !== 'mark' || governor.word !== 'when' || governor.clause === null) return null;
  const host = clauses[governor.clause]!;
  return verb.tense === 'past' && host.verb.tense === 'past' ? host : null;
}

/** A bare verb without subject commands; it reports nothing. */
const isImperative = ({ chunks }: Syntax, { verb, subject, at, coordinated }: Clause): boolean =>
  verb.form === 'base' && subject.length === 0 && coordinated === null && chunks[at - 1]?.kind !== 'verb';

/** "Earthquakes kill people.": bare plurals in the present, no name or number, in a sentence that is no headline. */
function isGeneric({ syntax, sentence, lexicon }: Reading, { verb, subject, object }: Clause): boolean {
  const { chunks, tokens } = syntax;
  const { complements } = lexicon;
  const { endToken } = sentence;
  const howPastLooks = complements.get(tokens[verb.head]!.lemma);
  if (object.length === 0 || howPastLooks?.includes('past')) return false;
  if (verb.tense !== 'present' || verb.first !== verb.head || tokens[endToken - 1]?.text !== '.') return false;
  const nouns = [...subject, ...object].map((i) => chunks[i]!);
  const isMass = (c: Chunk) => tokens[c.head]!.tag === 'NN' && c.first === c.head;
  const isBare = (c: Chunk) => (tokens[c.head]!.tag === 'NNS' && tokens[c.first]!.pos !== 'DET') || isMass(c);
  const names = (c: Chunk) =>
    tokens.slice(c.first, c.end).some((t) => t.pos === 'PROPN' || t.pos === 'NUM' || t.tag === 'PRP');
  return nouns.length > 0 && nouns.every((c) => isBare(c) && !names(c));
}

/** "Unions strike when talks fail.": what happens whenever something else does. */
function isUsual({ clauses, tokens, chunks }: Syntax, { verb, subject, governor }: Clause): boolean {
  const isPresent = (v: VerbGroup) => v.tense === 'present' && v.modal === null && v.first === v.head;
  const isWhen = (g: Clause['governor']) => g?.kind === 'mark' && g.word === 'when';
  if (!isPresent(verb)) return false;
  const isBare = subject.every(
    (i) => tokens[chunks[i]!.head]!.tag === 'NNS' && tokens[chunks[i]!.first]!.pos !== 'DET',
  );
  return isWhen(governor) || (isBare && clauses.some((c) => isWhen(c.governor) && isPresent(c.verb)));
}

/** "Members are elected for two years.", "if the president is killed": what is done again and again, or is a rule. */
function isHabit({ syntax, sentence, lexicon }: Reading, clause: Clause, found: readonly Found[]): boolean {
  const { verb, governor } = clause;
  if (!found.some(({ trigger }) => momentary.has(trigger.type))) return false;
  if (isCustom(syntax, clause)) return governor === null || governor.kind === 'mark';
  const looksPast = lexicon.complements.get(syntax.tokens[verb.head]!.lemma)?.includes('past') ?? false;
  const isSimple =
    verb.tense === 'present' && verb.modal === null && verb.first === verb.head && verb.form === 'finite';
  return isSimple && !looksPast && syntax.tokens[sentence.endToken - 1]?.text === '.';
}

/** "officials are removed after being impeached": what follows a rule is one. */
function isRuled(syntax: Syntax, { verb, governor }: Clause): boolean {
  const isAfter =
    governor?.kind === 'verb' && verb.form === 'ing' && (governor.via === 'after' || governor.via === 'by');
  const host = isAfter ? syntax.clauses[governor.clause] : undefined;
  return host !== undefined && isCustom(syntax, host);
}

/** A simple present in the passive, not "are being removed". */
const isCustom = ({ tokens }: Syntax, { verb }: Clause): boolean =>
  verb.voice === 'passive' &&
  verb.tense === 'present' &&
  verb.modal === null &&
  tokens.slice(verb.first, verb.head).every((t) => t.lower !== 'being' && t.lemma !== 'have');

const momentary = new Set<EventType>(['ELECTION', 'APPOINT', 'DEATH', 'ASSAULT', 'CRIME', 'AID', 'LEGAL']);

function nounEvents(
  reading: Reading,
  certainty: CertaintyReader,
  setting: () => Setting,
  taken: ReadonlySet<number>,
): Draft[] {
  const { syntax, lexicon, cast } = reading;
  const places = placesOf(syntax);
  const events: Draft[] = [];
  for (const [at, chunk] of syntax.chunks.entries()) {
    if (chunk.kind !== 'noun' || taken.has(chunk.head)) continue;
    const place = places.get(at) ?? { clause: null, as: 'none' };
    if (place.as === 'predicate') continue;
    if (place.clause && place.as === 'subject' && isGeneric(reading, place.clause)) continue;
    if (place.clause && isUsual(syntax, place.clause)) continue;
    const isBorne = bears(syntax, place, lexicon);
    const end = endOfPhrase(syntax, at, isBorne || place.as !== 'object');
    const owner = isBorne ? place.clause : null;
    const date = scheduleOf(syntax, at);
    const time = date === null ? setting().timeOf(owner, at, end) : setting().timeOf(null, date, date + 1);
    const where = { time, place: setting().placeOf(owner, at, end) };
    const isScheduled = date !== null && time !== null;
    const found = nounEvent(syntax, at, place, { hasTime: time !== null, isScheduled }, lexicon, cast);
    const held = found && certainty.ofNoun(found, at);
    const hangsOn = place.clause?.index ?? null;
    if (found && held)
      events.push({
        mention: mention(reading, found, held, where, hangsOn, nounConfidence),
        clause: hangsOn,
        isNoun: true,
      });
  }
  return events;
}

/** Where each noun phrase stands; being an object counts before being a subject, that before a preposition. */
function placesOf({ clauses, chunks, tokens }: Syntax): Map<number, Place> {
  const found = new Map<number, Place>();
  for (const clause of clauses) {
    for (const { nouns, word } of clause.prepositions) {
      for (const i of nouns) found.set(i, { clause, as: word === 'as' ? 'predicate' : 'preposition' });
    }
  }
  for (const clause of clauses) {
    for (const i of clause.subject) if (found.get(i)?.as !== 'subject') found.set(i, { clause, as: 'subject' });
  }
  for (const clause of clauses) {
    const isCopula = tokens[clause.verb.head]!.lemma === 'be';
    const isThere = clause.subject.some((i) => tokens[chunks[i]!.head]!.lower === 'there');
    const as = isCopula && !isThere ? 'predicate' : 'object';
    for (const i of clause.object) found.set(i, { clause, as });
  }
  return found;
}

/** The chunk behind the prepositional phrases of the noun phrase at `at`; in "condemned the attack on Monday" the date may be the verb's. */
function endOfPhrase(syntax: Syntax, at: number, withDates: boolean): number {
  const { chunks } = syntax;
  let end = at + 1;
  const belongs = (kind: Chunk['kind'] | undefined) =>
    kind === 'preposition' || kind === 'noun' || (withDates && kind === 'aside');
  while (belongs(chunks[end]?.kind) && !leadsAway(syntax, end)) end++;
  return end;
}

function mention(
  { document, sentence, syntax, cast, lexicon }: Reading,
  { trigger, first, end, participants }: Found,
  held: Certainty,
  where: Pick<EventMention, 'time' | 'place'>,
  clause: number | null,
  confidence: number,
): EventMention {
  const { tokens } = document;
  const span = { start: tokens[first]!.start, end: tokens[end - 1]!.end };
  return {
    ...span,
    firstToken: first,
    endToken: end,
    type: trigger.type,
    mode: modeOf(trigger, tokens, end, sentence.endToken, lexicon),
    contexts: contextsOf(tokens, sentence.firstToken, sentence.endToken, lexicon),
    participants,
    polarity: held.negative ? 'negative' : 'positive',
    modality: held.modality,
    tense: held.tense,
    ...where,
    timeFrom: where.time === null ? null : 'sentence',
    placeFrom: where.place === null ? null : 'sentence',
    ...attributionOf(document, syntax, span, clause, cast),
    confidence,
  };
}
