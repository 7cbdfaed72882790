import type { EventLexicon } from '../../resources/events.ts';
import type { Token } from '../document.ts';
import { isSaying } from './attribution.ts';
import type { Chunk } from './chunks.ts';
import { type Clause, type Governor, type Syntax, skipAsides } from './clauses.ts';
import { rightOf } from './complements.ts';
import { possessorOf } from './possessors.ts';
import { leftOf } from './subjects.ts';
import type { VerbGroup } from './verb-groups.ts';

interface Work extends Syntax {
  readonly clauses: Clause[];
  readonly clauseAt: Map<number, Clause>;
  readonly lexicon: EventLexicon;
}

type Attachment = Pick<Clause, 'subject' | 'isRelative' | 'governor' | 'coordinated'>;

const loose: Attachment = { subject: [], isRelative: false, governor: { kind: 'unclear' }, coordinated: null };

/** Finds each verb's subject, object, prepositional phrases and what it hangs on, from left to right. */
export function readClauses(
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  tree: Syntax['tree'],
  lexicon: EventLexicon,
): Syntax {
  const work: Work = { tokens, chunks, tree, clauses: [], clauseAt: new Map(), lexicon };
  for (const [at, chunk] of chunks.entries()) {
    if (chunk.kind !== 'verb') continue;
    const verb = settleForm(work, at, chunk);
    const clause = { index: work.clauses.length, at, verb, ...attach(work, at, verb), ...rightOf(tokens, chunks, at) };
    work.clauses.push(clause);
    work.clauseAt.set(at, clause);
  }
  return work;
}

/** A bare form between subject and object is a finite verb that the tagger took for something else. */
function settleForm({ chunks, tokens, clauses, lexicon }: Work, at: number, verb: VerbGroup): VerbGroup {
  const before = chunks[skipAsides(chunks, at - 1, -1)]?.kind;
  const next = chunks[skipAsides(chunks, at + 1, 1)];
  if (verb.form !== 'en' || verb.first !== verb.head || (before !== 'noun' && before !== 'comma')) return verb;
  const isLast = chunks.every((c, i) => i <= at || c.kind !== 'verb' || c.form !== 'finite');
  const isMain = isLast && clauses.every((c) => c.verb.form !== 'finite' || c.isRelative);
  const { lemma, lower } = tokens[verb.head]!;
  const takesObject = lexicon.verbs
    .get(lemma)
    ?.some((t) => t.words.length === 1 && t.slots.some((s) => s.from === 'obj'));
  const isByAgent = next?.kind === 'preposition' && tokens[next.head]!.lower === 'by';
  const isPhrase =
    next?.kind === 'preposition' &&
    takesObject !== true &&
    lexicon.verbs.get(lemma)?.some((t) => t.words.length === 2 && t.words[1] === tokens[next.head]!.lower);
  const isFirst = clauses.every((c) => c.verb.form !== 'finite' || c.isRelative);
  const isActive =
    (isPhrase === true && isFirst && !isByAgent && before === 'noun') ||
    (next?.kind === 'noun' ? isLast || lower.endsWith('ed') : isMain && takesObject !== true && !isByAgent);
  return isActive ? { ...verb, form: 'finite', voice: 'active', tense: 'past' } : verb;
}

function attach(work: Work, at: number, verb: VerbGroup): Attachment {
  switch (verb.form) {
    case 'infinitive':
      return attachInfinitive(work, at);
    case 'ing':
      return attachGerund(work, at);
    case 'en':
      return attachParticiple(work, at);
    default:
      return attachFinite(work, at);
  }
}

function attachFinite(work: Work, at: number): Attachment {
  const isCoordinate = (verb: number) => {
    const { head } = work.chunks[verb]!;
    return work.lexicon.verbs.has(work.tokens[head]!.lemma) && work.tree()?.relationOf(head) === 'conj';
  };
  const left = leftOf({ ...work, takesClause: (verb) => mayHold(work, verb), isCoordinate }, at);
  if (left.shared !== null) {
    const host = work.clauseAt.get(left.shared);
    if (!host) return loose;
    return { subject: host.subject, isRelative: host.isRelative, governor: null, coordinated: host.index };
  }
  const governor = left.isRelative ? null : finiteGovernor(work, left.edge, left.subject.length > 0);
  return { subject: left.subject, isRelative: left.isRelative, governor, coordinated: null };
}

const mayHold = ({ lexicon }: Work, verb: Token): boolean =>
  lexicon.complements.get(verb.lemma)?.includes('clause') ?? false;
const takesClause = (work: Work, { head }: VerbGroup): boolean => mayHold(work, work.tokens[head]!);

/** "said (that) X …", "if X …", "the claim that X …". */
function finiteGovernor(work: Work, edge: number, hasSubject: boolean): Governor | null {
  const chunk = work.chunks[edge];
  const isThat = hasSubject && chunk?.kind === 'relative' && work.tokens[chunk.head]!.lower === 'that';
  if (isThat) return rumour(work, edge);
  // "A man said to have sold the gun to Paz was arrested": a verb that takes no clause holds nothing behind it.
  if (chunk?.kind === 'verb' && !hasSubject && !takesClause(work, chunk)) return null;
  if (chunk?.kind === 'verb') return { kind: 'verb', clause: work.clauseAt.get(edge)!.index, via: null };
  if (chunk?.kind !== 'mark') return null;
  const word = work.tokens[chunk.head]!.lower;
  const host = hostOf(work, edge - 1);
  if (word !== 'that' || host === null) return { kind: 'mark', word, clause: host?.clause ?? null };
  if (host.noun !== null && work.lexicon.certainty.has(`noun ${work.tokens[host.noun]!.lemma}`)) {
    return { kind: 'word', token: host.noun, clause: host.clause };
  }
  return host.clause === null ? { kind: 'unclear' } : { kind: 'verb', clause: host.clause, via: null };
}

/** "the rumour that rebels stormed …", where "that" looks like a relative pronoun: the word, if it says how sure this is. */
function rumour(work: Work, edge: number): Governor | null {
  const host = hostOf(work, edge - 1);
  const word = host?.noun ?? null;
  const isHeld = word !== null && work.lexicon.certainty.has(`noun ${work.tokens[word]!.lemma}`);
  return host && isHeld ? { kind: 'word', token: word, clause: host.clause } : null;
}

interface Host {
  /** Head of the nearest noun phrase, or adjective, that the phrase may belong to. */
  readonly noun: number | null;
  /** The noun phrases between the verb and the place, first one first. */
  readonly first: number | null;
  readonly clause: number | null;
  readonly preposition: string | null;
}

/** What stands left of `at` back to the verb: "[asked] [Oslo] [for help]". Null at a comma or other boundary. */
function hostOf({ chunks, tokens, clauseAt }: Work, at: number): Host | null {
  let noun: number | null = null;
  let first: number | null = null;
  let preposition: string | null = null;
  for (let i = at; i >= 0; i--) {
    const chunk = chunks[i]!;
    if (chunk.kind === 'verb') return { noun, first, preposition, clause: clauseAt.get(i)?.index ?? null };
    if (chunk.kind === 'noun' || chunk.kind === 'adjective') {
      noun ??= chunk.head;
      if (chunk.kind === 'noun') first = i;
    } else if (chunk.kind === 'preposition') preposition = tokens[chunk.head]!.lower;
    else if (chunk.kind !== 'aside' && chunk.kind !== 'and') break;
  }
  return noun === null ? null : { noun, first, preposition: null, clause: null };
}

function attachInfinitive(work: Work, at: number): Attachment {
  const { chunks, tokens, clauses, lexicon } = work;
  const beforeAnd = chunks[at - 1]?.kind === 'and' ? at - 2 : at - 1;
  const host = hostOf(work, beforeAnd);
  if (!host) return loose;
  const clause = host.clause === null ? undefined : clauses[host.clause];
  const subject = clause?.subject ?? [];
  if (host.noun === null) {
    if (!clause) return loose;
    return { ...loose, subject, governor: { kind: 'verb', clause: clause.index, via: 'to' } };
  }
  const pos = tokens[host.noun]!.pos === 'ADJ' ? 'adj' : 'noun';
  if (lexicon.certainty.has(`${pos} ${tokens[host.noun]!.lemma.toLowerCase()}`)) {
    const isOwned = chunks.some((c) => c.head === host.noun && possessorOf(tokens, c) !== null);
    const governor: Governor = { kind: 'word', token: host.noun, clause: host.clause };
    return { ...loose, subject: isOwned ? [] : subject, governor };
  }
  const verb = clause && tokens[clause.verb.head]!;
  if (verb && host.preposition !== null && clause.object.length === 0 && !controls(lexicon, verb)) {
    return { ...loose, subject, governor: { kind: 'verb', clause: clause.index, via: 'to' } };
  }
  if (!clause || !verb || !controls(lexicon, verb) || host.first === null) {
    return { ...loose, subject };
  }
  const controlled = clause.object.length > 0 ? clause.object : (clause.prepositions[0]?.nouns ?? [host.first]);
  return { ...loose, subject: controlled, governor: { kind: 'verb', clause: clause.index, via: 'to' } };
}

/** Object control: "urged Oslo to act". */
const controls = ({ complements }: EventLexicon, verb: Token): boolean =>
  complements.get(verb.lemma)?.includes('object') ?? false;

function attachGerund(work: Work, at: number): Attachment {
  const { chunks, tokens, clauses, clauseAt } = work;
  const edge = skipAsides(chunks, at - 1, -1);
  const before = chunks[edge];
  if (before?.kind === 'verb') {
    const host = clauseAt.get(edge)!;
    return { ...loose, subject: host.subject, governor: { kind: 'verb', clause: host.index, via: 'ing' } };
  }
  if (before?.kind === 'noun') {
    const held = heldNoun(work, edge);
    const governor: Governor | null = held === null ? null : { kind: 'word', token: held, clause: null };
    return { ...loose, subject: held === null && isAdverbial(work, at, edge) ? [] : [edge], governor };
  }
  if (before?.kind === 'comma') {
    const host = lastMain(work);
    return host ? { ...loose, subject: host.subject, governor: { kind: 'verb', clause: host.index, via: ',' } } : loose;
  }
  if (before?.kind !== 'preposition' && before?.kind !== 'mark') return loose;
  const via = tokens[before.head]!.lower;
  const host = hostOf(work, edge - 1);
  if (!host) return { ...loose, governor: { kind: 'mark', word: via, clause: null } };
  if (host.noun !== null && work.lexicon.certainty.has(`noun ${tokens[host.noun]!.lemma}`)) {
    return { ...loose, governor: { kind: 'word', token: host.noun, clause: host.clause } };
  }
  const clause = host.clause === null ? undefined : clauses[host.clause];
  if (!clause) return loose;
  const accused = clause.verb.voice === 'active' && clause.object.length > 0 && (via === 'of' || via === 'for');
  const subject = accused ? clause.object : clause.subject;
  return { ...loose, subject, governor: { kind: 'verb', clause: clause.index, via } };
}

/** "the possibility of Peru winning": the noun that says how sure this is, or null. */
function heldNoun({ chunks, tokens, lexicon }: Work, noun: number): number | null {
  const [host, of] = [chunks[noun - 2], chunks[noun - 1]];
  if (host?.kind !== 'noun' || of?.kind !== 'preposition' || tokens[of.head]!.lower !== 'of') return null;
  return lexicon.certainty.has(`noun ${tokens[host.head]!.lemma}`) ? host.head : null;
}

/** "cleared the square of marchers using tear gas": behind a prepositional phrase the tree tells whether the verb's subject acts. */
function isAdverbial({ chunks, tokens, lexicon, tree }: Work, at: number, noun: number): boolean {
  const { head } = chunks[at]!;
  const before = chunks[skipAsides(chunks, noun - 1, -1)];
  return before?.kind === 'preposition' && lexicon.verbs.has(tokens[head]!.lemma) && !isOf(tree(), chunks[noun]!, head);
}

/** Does the tree hang the participle on the noun ("a row with miners striking in Brest")? */
const isOf = (tree: ReturnType<Syntax['tree']>, { first, end }: Chunk, verb: number): boolean => {
  const holder = tree?.relationOf(verb) === 'acl' ? tree.headOf(verb) : null;
  return tree === null || (holder !== null && holder >= first && holder < end);
};

/** "people killed in the flood"; not "tried to have the editor released". */
function attachParticiple(work: Work, at: number): Attachment {
  const before = skipAsides(work.chunks, at - 1, -1);
  const edge = work.chunks[before]?.kind === 'comma' ? before - 1 : before;
  const host = work.clauseAt.get(edge - 1);
  const isCaused = edge === before && host?.verb.form === 'infinitive' && work.tokens[host.verb.head]!.lemma === 'have';
  if (isCaused) return { ...loose, subject: [edge] };
  return work.chunks[edge]?.kind === 'noun' ? { ...loose, subject: [edge], governor: null } : loose;
}

/** The last finite clause so far that is not relative, nor "…, officials said, …". */
const lastMain = ({ clauses, chunks, tokens }: Work): Clause | undefined =>
  clauses.findLast(({ verb, isRelative, subject, object }) => {
    const isAside =
      isSaying(tokens[verb.head]!.lemma) && object.length === 0 && chunks[(subject[0] ?? 0) - 1]?.kind === 'comma';
    return verb.form === 'finite' && !isRelative && !isAside;
  });
