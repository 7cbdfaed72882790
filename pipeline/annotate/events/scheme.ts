import type { EventType } from '#schemas/vocabulary.ts';
import type { EventMention, Participant } from '../document.ts';
import type { Cast } from './cast.ts';
import type { Clause, Syntax } from './clauses.ts';

/** An event as first read, with what PLOVER's rules look at. */
export interface Draft {
  readonly mention: EventMention;
  /** The clause whose verb reports it, or to which its noun belongs. */
  readonly clause: number | null;
  readonly isNoun: boolean;
  /** Is it the demand that its whole clause makes ("Peru must …")? */
  readonly isDemand?: true;
}

type Participants = readonly Participant[];

const verbal = new Set<EventType>([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
]);
const material = new Set<EventType>([
  'COOPERATE',
  'AID',
  'RETREAT',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
]);
/** What one may agree to do or refuse to do, with the mode of the refusal. */
const givings: ReadonlyMap<EventType, string> = new Map([
  ['AID', 'assist'],
  ['COOPERATE', 'assist'],
  ['CONSULT', 'meet'],
  ['RETREAT', 'yield'],
  ['CONCEDE', 'yield'],
  ['SUPPORT', 'change'],
  ['AGREE', 'change'],
]);
/** What one may threaten with, with the mode of the threat. */
const harms: ReadonlyMap<EventType, string | null> = new Map([
  ['PROTEST', null],
  ['SANCTION', 'relations'],
  ['MOBILIZE', 'violence'],
  ['COERCE', 'restrict'],
  ['ASSAULT', 'violence'],
]);
const threatsOfMode: ReadonlyMap<string, string> = new Map([
  ['arrest', 'arrest'],
  ['expel', 'expel'],
  ['deport', 'expel'],
]);
const promises = new Set(['will', "'ll", '’ll', 'wo', 'shall', 'would', "'d", '’d']);
const deepest = 5;

/** PLOVER's rules on several reports in one sentence: what is only demanded, refused, promised or threatened is no second event. */
export function byScheme(drafts: readonly Draft[], syntax: Syntax, cast: Cast): EventMention[] {
  const folded = new Map<Draft, Draft[]>();
  const rest: Draft[] = [];
  for (const draft of drafts) {
    const act = isContent(draft) ? actAround(draft, drafts, syntax) : undefined;
    if (act) folded.set(act, [...(folded.get(act) ?? []), draft]);
    else rest.push(draft);
  }
  return rest.map((draft) => {
    const contents = folded.get(draft);
    return contents ? withContent(draft.mention, contents[0]!, syntax, cast) : declared(draft, syntax);
  });
}

/** Did it not happen, as far as the sentence goes? What is alleged stays an event beside the allegation. */
const isContent = ({ mention: { type, modality, polarity } }: Draft): boolean =>
  (material.has(type) || verbal.has(type)) &&
  modality !== 'alleged' &&
  (modality !== 'actual' || polarity === 'negative');

/** The verbal act on which a report hangs ("refused [to lift the curfew]", "called for [talks]"). */
function actAround(draft: Draft, drafts: readonly Draft[], { clauses }: Syntax): Draft | undefined {
  const demand = drafts.find((d) => d !== draft && d.isDemand && d.clause === draft.clause);
  if (demand && !draft.isDemand) return demand;
  let at = draft.isNoun ? draft.clause : hostOf(clauses[draft.clause ?? -1]);
  for (let depth = 0; at !== null && depth < deepest; depth++) {
    const act = drafts.find((d) => d !== draft && !d.isNoun && d.clause === at && verbal.has(d.mention.type));
    if (act) return act;
    at = hostOf(clauses[at]);
  }
  return undefined;
}

/** The clause that a clause is the content of, or shares its subject with. */
function hostOf(clause: Clause | undefined): number | null {
  if (!clause) return null;
  if (clause.coordinated !== null)
    return clause.verb.form === 'finite' && !clause.verb.modal ? null : clause.coordinated;
  const { governor } = clause;
  return governor?.kind === 'verb' || governor?.kind === 'word' ? governor.clause : null;
}

/** The act with whom its content is aimed at, where it names nobody itself; readiness to harm is a threat. */
function withContent(act: EventMention, held: Draft, syntax: Syntax, cast: Cast): EventMention {
  const content = held.mention;
  const has = (role: Participant['role']) => act.participants.some((p) => p.role === role);
  const aimed = has('recipient') ? [] : aimOf(act, content.participants);
  const topic = has('topic') || content.firstToken < act.endToken ? [] : [topicOf(held, syntax)];
  const participants = cast.others([...act.participants, ...aimed, ...topic]);
  const isThreat = act.type === 'AGREE' && act.mode === 'ready' && harms.has(content.type);
  const plain = { ...act, mode: act.mode === 'ready' ? null : act.mode, participants };
  return isThreat ? { ...plain, type: 'THREATEN', mode: threatOf(content) } : plain;
}

/** "release the prisoners" in "called on the mayor to release the prisoners". */
function topicOf({ mention, clause, isNoun }: Draft, { tokens, chunks, clauses }: Syntax): Participant {
  const { firstToken, endToken, participants } = mention;
  const object = isNoun || clause === null ? [] : clauses[clause]!.object.map((at) => chunks[at]!.end);
  const last = Math.max(endToken, ...participants.map((p) => p.endToken), ...object);
  const span = { start: tokens[firstToken]!.start, end: tokens[last - 1]!.end };
  return { role: 'topic', mention: null, ...span, firstToken, endToken: last };
}

/** A demand is aimed at whoever is to act, else, as the rest, at those whom the act concerns. */
function aimOf({ type, participants }: EventMention, content: Participants): Participants {
  const actors = new Set(participants.filter((p) => p.role === 'actor').map((p) => p.start));
  const of = (role: Participant['role']) => content.filter((p) => p.role === role && !actors.has(p.start));
  const doers = type === 'REQUEST' ? of('actor') : [];
  const aimed = doers.length > 0 ? doers : of('recipient');
  return aimed.map((p) => ({ ...p, role: 'recipient' }));
}

const threatOf = ({ type, mode }: EventMention): string | null =>
  threatsOfMode.get(mode ?? '') ?? harms.get(type) ?? null;

/** "will send aid" promises, "will impose sanctions" threatens, "will not meet" refuses. */
function declared({ mention, clause, isNoun }: Draft, { clauses, tokens }: Syntax): EventMention {
  const settled = mention.mode === 'ready' ? { ...mention, mode: null } : mention;
  const { type, participants, polarity } = mention;
  const own = clauses[clause ?? -1];
  const host = own?.coordinated != null && own.verb.form === 'base' ? clauses[own.coordinated] : own;
  const modal = host?.verb.modal ?? null;
  if (!host || modal === null || !promises.has(modal) || !participants.some((p) => p.role === 'actor')) return settled;
  if (polarity === 'positive') {
    if (givings.has(type) && type !== 'AGREE' && mention.mode !== 'resign')
      return { ...mention, type: 'AGREE', mode: null };
    return harms.has(type) ? { ...mention, type: 'THREATEN', mode: threatOf(mention) } : settled;
  }
  const isRefused = !isNoun && host.verb.adverbs.some((a) => /^n[o’']t$/.test(tokens[a]!.lower));
  if (!isRefused || !givings.has(type)) return settled;
  return { ...mention, type: 'REJECT', mode: givings.get(type)!, polarity: 'positive', modality: 'actual' };
}
