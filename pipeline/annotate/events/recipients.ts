import type { EventType } from '#schemas/vocabulary.ts';
import type { EventLexicon } from '../../resources/events.ts';
import type { Participant } from '../document.ts';
import type { Cast } from './cast.ts';
import { type NounChunk, nounsOf } from './chunks.ts';
import type { Clause, Syntax } from './clauses.ts';
import { treeAuthors, treeComplementSubject, treeOblique } from './dependents.ts';
import { namedOf, nationOf, possessorOf } from './possessors.ts';

/** Verbal acts are aimed at somebody whom the verb itself need not name. */
const aimed = new Set<EventType>(['AGREE', 'SUPPORT', 'REQUEST', 'REJECT', 'THREATEN', 'ACCUSE', 'PROTEST']);
const towards = new Set(['to', 'with', 'against', 'from', 'by', 'for']);
const given = new Set(['to', 'with', 'for']);
const joined = new Set(['to', 'with']);
const shared = new Set(['with']);
/** Where an object stands before them, the others may belong to it ("the highway to Santa Cruz"). */
const hostile = new Set(['with', 'against', 'on']);
/** What is demanded, refused or protested against may tell whose doing it is ("the return of land seized by soldiers"). */
const answering = new Set<EventType>(['REQUEST', 'REJECT', 'PROTEST', 'ACCUSE', 'SUPPORT']);
const assenting = new Set(['to']);
const opposing = new Set(['against', 'over']);

/** Whom a demand, refusal or threat is aimed at where its verb has no recipient: read off what is demanded, refused, threatened. */
export function aimOf(
  syntax: Syntax,
  clause: Clause,
  type: EventType,
  participants: readonly Participant[],
  cast: Cast,
  lexicon: EventLexicon,
): Participant[] {
  if (!aimed.has(type) || participants.some((p) => p.role === 'recipient')) return [];
  const embedded = syntax.clauses.find((c) => isComplement(c, clause));
  const topic = embedded ? null : topicOf(syntax, clause, type, participants);
  const seen = embedded
    ? ofClause(syntax, embedded, type, lexicon, cast)
    : topic
      ? ofTopic(syntax, clause, topic, cast)
      : [];
  const actors = new Set(participants.filter((p) => p.role === 'actor').map((p) => p.firstToken));
  const isSomebody = (noun: NounChunk) =>
    embedded ? ['person', 'body', 'official'].some((kind) => cast.fits(noun, kind)) : cast.fits(noun, 'agent');
  const somebody = (nouns: readonly NounChunk[]) => nouns.filter((noun) => isSomebody(noun) && !actors.has(noun.first));
  const named = somebody(seen);
  const nouns = named.length > 0 ? named : somebody(nounsOf(syntax.chunks, askedOf(syntax, clause, type, topic)));
  return nouns.flatMap((noun) => cast.play('recipient', noun) ?? []);
}

/** Whom the tree names where plain words name nobody: who is to act, whose doing it is, or whom it is with. */
function askedOf(syntax: Syntax, { verb }: Clause, type: EventType, topic: NounChunk | null): readonly number[] {
  if (type === 'REQUEST' && !topic) return treeComplementSubject(syntax, verb.head);
  if (!topic || !answering.has(type)) return [];
  const authors = treeAuthors(syntax, topic.head);
  if (authors.length > 0 || type === 'ACCUSE') return authors;
  const beside = treeOblique(syntax, topic.head, 'with');
  return beside.length > 0 ? beside : treeOblique(syntax, topic.head, 'to');
}

/** "refused to talk", "demanded that Oslo act"; not "rejected the offer, saying …", "for signing …". */
const isComplement = ({ governor }: Clause, { index }: Clause): boolean =>
  governor?.kind === 'verb' && governor.clause === index && (governor.via === null || governor.via === 'to');

/** "demanded that [the governor] resign", "threatened to attack [Israel]", "threatened to hold a vote in [Crimea]". */
function ofClause(
  { chunks, tokens, clauses }: Syntax,
  clause: Clause,
  type: EventType,
  lexicon: EventLexicon,
  cast: Cast,
): NounChunk[] {
  if (type === 'REQUEST') return nounsOf(chunks, clause.subject);
  if (clause.verb.form !== 'infinitive') return [];
  const { lemma } = tokens[clause.verb.head]!;
  const gives = lexicon.complements.get(lemma)?.includes('gives') ?? false;
  const agreed = gives ? given : clause.object.length === 0 ? joined : shared;
  const mayMean = type === 'AGREE' ? agreed : clause.object.length === 0 ? towards : hostile;
  const behind = clause.prepositions.find((p) => mayMean.has(p.word))?.nouns ?? [];
  const isMet = nounsOf(chunks, behind).some((noun) => cast.fits(noun, 'agent'));
  if (isMet) return nounsOf(chunks, behind);
  if (type === 'THREATEN') {
    const inner = clauses.find((c) => c.governor?.kind === 'verb' && c.governor.clause === clause.index);
    const behindBoth = [...clause.prepositions, ...(inner?.verb.form === 'ing' ? inner.prepositions : [])];
    const where = nounsOf(chunks, behindBoth.find((p) => p.word === 'in')?.nouns ?? []);
    const named = where.filter((noun) => cast.isNamed(noun) && cast.fits(noun, 'target'));
    if (named.length > 0) return named;
  }
  if (clause.object.length === 0) return [];
  return type !== 'AGREE' || meansSomebody(lexicon, lemma) ? nounsOf(chunks, clause.object) : [];
}

/** Is the verb's object somebody to whom it does something ("agreed to meet Macron", not "to found a club")? */
const meansSomebody = (lexicon: EventLexicon, lemma: string): boolean =>
  lexicon.verbs.get(lemma)?.some((t) => t.slots.some((s) => s.from === 'obj' && s.role === 'recipient')) ?? false;

/** What the act is about: its topic, the verb's object, or what stands behind "against". */
function topicOf(
  { chunks }: Syntax,
  { object, prepositions }: Clause,
  type: EventType,
  participants: readonly Participant[],
): NounChunk | null {
  const topic = participants.find((p) => p.role === 'topic')?.firstToken ?? -1;
  const played = chunks.find((c) => c.kind === 'noun' && c.first <= topic && topic < c.end);
  if (played?.kind === 'noun') return played;
  const words = type === 'AGREE' ? assenting : opposing;
  const behind = prepositions.find((p) => words.has(p.word))?.nouns ?? [];
  return nounsOf(chunks, object.length > 0 ? object : behind)[0] ?? null;
}

/** "rejected [Iran]'s offer", "protested against the plan by [the ministry]". */
function ofTopic({ chunks, tokens }: Syntax, { prepositions }: Clause, topic: NounChunk, cast: Cast): NounChunk[] {
  if (cast.isNamed(topic) && cast.fits(topic, 'body')) return [topic];
  const ofThing = cast.fits(topic, 'person') ? null : (nationOf(tokens, topic, cast) ?? namedOf(tokens, topic, cast));
  const owner = possessorOf(tokens, topic) ?? ofThing;
  if (owner) return [owner];
  return nounsOf(chunks, prepositions.find((p) => p.word === 'by' || p.word === 'from')?.nouns ?? []);
}
