import type { EventType } from '#schemas/vocabulary.ts';
import type { Participant } from '../document.ts';
import type { Cast } from './cast.ts';
import { type NounChunk, nounsOf } from './chunks.ts';
import type { Clause, Syntax } from './clauses.ts';
import { nationOf, possessorOf } from './possessors.ts';

/** Verbal acts are aimed at somebody whom the verb itself need not name. */
const aimed = new Set<EventType>(['AGREE', 'REQUEST', 'REJECT', 'THREATEN', 'ACCUSE', 'PROTEST']);
const towards = new Set(['to', 'with', 'against', 'from', 'by', 'for']);
/** Where an object stands before them, the others may belong to it ("the highway to Santa Cruz"). */
const hostile = new Set(['with', 'against']);

/** Whom a demand, refusal or threat is aimed at where its verb has no recipient: read off what is demanded, refused, threatened. */
export function aimOf(
  syntax: Syntax,
  clause: Clause,
  type: EventType,
  participants: readonly Participant[],
  cast: Cast,
): Participant[] {
  if (!aimed.has(type) || participants.some((p) => p.role === 'recipient')) return [];
  const embedded = syntax.clauses.find((c) => c.governor?.kind === 'verb' && c.governor.clause === clause.index);
  const nouns = embedded ? ofClause(syntax, embedded, type) : ofTopic(syntax, clause, cast);
  const actors = new Set(participants.filter((p) => p.role === 'actor').map((p) => p.firstToken));
  return nouns
    .filter((noun) => cast.fits(noun, 'agent') && !actors.has(noun.first))
    .flatMap((noun) => cast.play('recipient', noun) ?? []);
}

/** "demanded that [the governor] resign", "threatened to attack [Israel]". */
function ofClause({ chunks }: Syntax, clause: Clause, type: EventType): NounChunk[] {
  if (type === 'REQUEST') return nounsOf(chunks, clause.subject);
  if (clause.verb.form !== 'infinitive') return [];
  const mayMean = type === 'AGREE' || clause.object.length === 0 ? towards : hostile;
  const behind = clause.prepositions.find((p) => mayMean.has(p.word))?.nouns ?? [];
  return nounsOf(chunks, clause.object.length > 0 && behind.length === 0 ? clause.object : behind);
}

/** "rejected [Iran]'s offer", "protested against the plan by [the ministry]". */
function ofTopic({ chunks, tokens }: Syntax, clause: Clause, cast: Cast): NounChunk[] {
  const against = clause.prepositions.find((p) => p.word === 'against' || p.word === 'over')?.nouns ?? [];
  const topic = nounsOf(chunks, clause.object.length > 0 ? clause.object : against)[0];
  if (!topic) return [];
  const owner = possessorOf(tokens, topic) ?? nationOf(tokens, topic, cast);
  if (owner) return [owner];
  return nounsOf(chunks, clause.prepositions.find((p) => p.word === 'by' || p.word === 'from')?.nouns ?? []);
}
