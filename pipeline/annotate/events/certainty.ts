import type { EventType } from '#schemas/vocabulary.ts';
import type { Effect, EventLexicon } from '../../resources/events.ts';
import type { Token } from '../document.ts';
import { isSaying } from './attribution.ts';
import type { NounChunk } from './chunks.ts';
import { type Clause, type Syntax, skipAsides } from './clauses.ts';
import { type Certainty, combine, of, sure } from './held.ts';
import type { FoundNoun } from './noun-triggers.ts';
import type { VerbGroup } from './verb-groups.ts';

const deepest = 4;
const unplanned = new Set<EventType>(['DEATH', 'HAZARD', 'ACCIDENT', 'ASSAULT', 'CRIME']);
/** "Two witnesses are required to convict": nobody is told to. */
const needs = new Set(['require', 'need']);
const listing = new Set(['include', 'contain', 'list']);
const ahead = new Set(['into', 'for', 'to', 'toward', 'towards']);
/** "stayed empty until he was appointed": in the past it came to that. */
const timely = new Set(['until', 'till']);
const over = new Set(['after', 'following', 'since']);
const definite = new Set(['the', 'this', 'that', 'these', 'those']);

/** Reads certainty off one sentence. */
export class CertaintyReader {
  readonly #syntax: Syntax;
  readonly #lexicon: EventLexicon;
  readonly #hasCondition: boolean;

  constructor(syntax: Syntax, lexicon: EventLexicon) {
    this.#syntax = syntax;
    this.#lexicon = lexicon;
    const { chunks, tokens } = syntax;
    this.#hasCondition = chunks.some(
      (c) => c.kind === 'mark' && lexicon.certainty.get(`mark ${tokens[c.head]!.lower}`) === 'conditional',
    );
  }

  /** Of an event that a clause's verb reports. */
  ofClause(clause: Clause, depth = 0): Certainty | null {
    if (depth > deepest) return null;
    const own = this.#own(clause);
    const above = this.#above(clause, depth);
    return above && combine(own, above);
  }

  /** Of an event that a noun reports. */
  ofNoun(
    { chunk: noun, trigger: { type }, place: { clause, as }, isBorne, isScheduled }: FoundNoun,
    at: number,
  ): Certainty | null {
    if (isScheduled) return { ...of('planned'), tense: 'future' };
    const own = this.#before(noun);
    const behind = this.#behindNoun(at);
    let found = behind ? combine(own, behind) : own;
    if (!clause || as === 'none') return found;
    const above = this.ofClause(clause);
    if (!above) return null;
    const isDoubtful = above.negative || above.modality !== 'actual';
    if (!isBorne && isDoubtful && !behind)
      return as === 'preposition' && (this.#isPast(at) || this.#isKnown(noun, type)) ? found : null;
    const verb = this.#syntax.tokens[clause.verb.head]!;
    if (as === 'preposition') {
      if (this.#isAhead(at) && this.#effect('verb', verb) === 'planned') found = combine(found, of('planned'));
      if (this.#isAskedFor(at, verb) && !unplanned.has(type)) found = combine(found, of('requested'));
      return isBorne ? { ...combine(found, above), tense: above.tense } : found;
    }
    const isSubject = as === 'subject' && clause.verb.voice === 'active';
    const effect = isSubject || behind || verb.lemma === 'be' ? undefined : this.#effect('verb', verb);
    const isTaken = !(effect === 'planned' && unplanned.has(type)) && !(effect === 'requested' && !this.#asksFor(verb));
    if (effect && isTaken) found = combine(found, of(effect));
    const list = as === 'object' && listing.has(verb.lemma) ? this.#listed(clause) : undefined;
    if (list) found = combine(found, of(list));
    return { ...combine(found, above), tense: above.tense };
  }

  /** Is the verb's object what is asked for ("demanded talks"), not what is called something ("called the inquiry a farce")? */
  #asksFor({ lemma }: Token): boolean {
    const entries = this.#lexicon.verbs.get(lemma) ?? [];
    return entries.some((t) => t.type === 'REQUEST' && t.words.length === 1 && t.slots.some((s) => s.from === 'obj'));
  }

  /** "called for the minister's resignation". */
  #isAskedFor(at: number, { lemma }: Token): boolean {
    const { chunks, tokens } = this.#syntax;
    const before = chunks[at - 1];
    if (before?.kind !== 'preposition' || tokens[before.head]!.lower !== 'for') return false;
    const entries = this.#lexicon.verbs.get(lemma) ?? [];
    return entries.some((t) => t.type === 'REQUEST' && t.words[1] === 'for');
  }

  /** "The demands include the release of prisoners": what is listed is held as the list is. */
  #listed({ subject }: Clause): Effect | undefined {
    const noun = this.#syntax.chunks[subject[0] ?? -1];
    return noun?.kind === 'noun' ? this.#effect('noun', this.#syntax.tokens[noun.head]!) : undefined;
  }

  /** "heads into a runoff", "prepares for talks": the preposition leads to what is to come. */
  #isAhead(at: number): boolean {
    const { chunks, tokens } = this.#syntax;
    const before = chunks[at - 1];
    return before?.kind === 'preposition' && ahead.has(tokens[before.head]!.lower);
  }

  /** "will vote after the resignation of the mayor": what something follows has happened. */
  #isPast(at: number): boolean {
    const { chunks, tokens } = this.#syntax;
    const before = chunks[at - 1];
    return before?.kind === 'preposition' && over.has(tokens[before.head]!.lower);
  }

  /** "affected by Sunday's earthquake": what nobody plans and the reader is held to know of has happened. */
  #isKnown({ first, head }: NounChunk, type: EventType): boolean {
    const { tokens } = this.#syntax;
    return unplanned.has(type) && tokens.slice(first, head).some((t) => t.tag === 'POS' || definite.has(t.lower));
  }

  /** Negation, modal and adverbs of the verb group, `no` before its subject or object. */
  #own(clause: Clause): Certainty {
    const { verb, subject, object } = clause;
    const { tokens, chunks } = this.#syntax;
    let found: Certainty = { negative: false, modality: 'actual', tense: verb.tense };
    const add = (effect: Effect | undefined) => {
      if (effect) found = combine(found, of(effect));
    };
    const adverbs = this.#adverbs(clause).map((token) => this.#effect('adv', tokens[token]!));
    const hasFailed = verb.modal === 'could' && adverbs.includes('negative');
    if (!hasFailed) add(this.#modal(clause));
    for (const effect of adverbs) add(effect);
    add(this.#predicate(clause));
    for (const noun of subject) {
      const before = tokens[(chunks[noun]?.first ?? 0) - 1];
      if (before?.pos === 'CCONJ' || before?.pos === 'ADV') add(this.#effect('adv', before));
    }
    for (const noun of subject) add(this.#determiner(chunks[noun]?.first ?? -1, chunks[noun]?.end ?? 0));
    for (const noun of object) {
      const effect = this.#determiner(chunks[noun]?.first ?? -1, chunks[noun]?.end ?? 0);
      if (effect === 'negative') add(effect);
    }
    return found;
  }

  /** "said it would send" tells of a plan, "would send if" does not. */
  #modal({ verb, governor, coordinated }: Clause): Effect | undefined {
    if (verb.modal === null) {
      const host = coordinated === null ? undefined : this.#syntax.clauses[coordinated];
      return verb.form === 'base' && host ? this.#modal(host) : undefined;
    }
    const effect = this.#lexicon.certainty.get(`modal ${verb.modal.replace('’', "'")}`);
    if (effect === 'conditional' && this.#isPerfect(verb)) return effect;
    if (this.#hasCondition && effect !== 'requested') return 'conditional';
    const isReported = governor?.kind === 'verb';
    return effect === 'conditional' && isReported ? 'planned' : effect;
  }

  /** "would have died", "to have died". */
  #isPerfect({ first, head }: VerbGroup): boolean {
    return this.#syntax.tokens.slice(first, head).some((t) => t.lemma === 'have');
  }

  /** "is possible". */
  #predicate({ verb, at }: Clause): Effect | undefined {
    const { chunks, tokens } = this.#syntax;
    const next = chunks[skipAsides(chunks, at + 1, 1)];
    const isPredicate = tokens[verb.head]!.lemma === 'be' && next?.kind === 'adjective';
    return isPredicate && !this.#isReport(tokens[next.head]!.lower)
      ? this.#effect('adj', tokens[next.head]!)
      : undefined;
  }

  /** "is willing to help" is itself reported: a promise. */
  #isReport(adjective: string): boolean {
    return this.#lexicon.verbs.get('be')?.some(({ words }) => words[1] === adjective) ?? false;
  }

  #adverbs({ verb, at }: Clause): number[] {
    const { chunks } = this.#syntax;
    const found = [...verb.adverbs];
    for (const step of [1, -1] as const) {
      for (let i = at + step; chunks[i]?.kind === 'aside'; i += step)
        if (step < 0 || !this.#isOfNext(verb, i)) found.push(chunks[i]!.head);
    }
    const first = skipAsides(chunks, 0, 1);
    for (let i = 0; i < first; i++) found.push(chunks[i]!.head);
    return found.filter((token) => !this.#isBeforeNumber(token));
  }

  /** "pleaded not guilty": behind a verb of its own "not" denies what follows it, not the verb. */
  #isOfNext({ head }: VerbGroup, at: number): boolean {
    const { tokens, chunks } = this.#syntax;
    return tokens[head]!.pos === 'VERB' && tokens[chunks[at]!.head]!.lower === 'not';
  }

  /** "for almost 20 years", "almost all the banks". */
  #isBeforeNumber(token: number): boolean {
    const next = this.#syntax.tokens[token + 1]?.pos;
    return this.#syntax.tokens[token]!.lower === 'almost' && (next === 'NUM' || next === 'DET');
  }

  #determiner(first: number, end: number): Effect | undefined {
    const token = this.#syntax.tokens[first];
    // A "no deal" vote: what stands in marks denies nothing.
    if (!token || first >= end || this.#isNamed(first)) return undefined;
    const word = token.lower === 'no' && this.#syntax.tokens[first + 1]?.lower === 'one' ? 'nobody' : token.lower;
    return this.#lexicon.certainty.get(`determiner ${word}`);
  }

  #isNamed(first: number): boolean {
    const { tokens } = this.#syntax;
    return isMark(tokens[first - 1]) && tokens[first - 2]?.pos === 'DET';
  }

  /** What the clause hangs on says of it. */
  #above(clause: Clause, depth: number): Certainty | null {
    const { governor, coordinated } = clause;
    const { clauses, tokens } = this.#syntax;
    if (coordinated !== null) return this.#sharedWith(clauses[coordinated]!, clause, depth);
    if (governor === null) return sure;
    if (governor.kind === 'unclear') return null;
    const host = governor.clause === null ? sure : this.ofClause(clauses[governor.clause]!, depth + 1);
    if (!host) return null;
    if (governor.kind === 'mark') {
      const effect = this.#lexicon.certainty.get(`mark ${governor.word}`);
      if (timely.has(governor.word) && clause.verb.tense === 'past') return sure;
      return effect ? of(effect) : sure;
    }
    if (governor.kind === 'word') {
      const token = tokens[governor.token]!;
      const effect = this.#effect(token.pos === 'ADJ' ? 'adj' : 'noun', token);
      const verb = governor.clause === null ? undefined : tokens[clauses[governor.clause]!.verb.head]!;
      if (verb && this.#effect('verb', verb) === 'negative') return of('negative');
      const noun = this.#syntax.chunks.find((c) => c.kind === 'noun' && c.head === token.index);
      return effect ? combine(of(effect), noun?.kind === 'noun' ? combine(host, this.#before(noun)) : host) : null;
    }
    return this.#underVerb(clause, clauses[governor.clause]!, governor.via, host);
  }

  #sharedWith(host: Clause, clause: Clause, depth: number): Certainty | null {
    const above = this.#above(host, depth + 1);
    const isBare = clause.verb.form === 'base' || clause.verb.form === 'infinitive';
    return isBare && above
      ? combine(above, { ...this.#own(host), negative: false })
      : above && { ...above, negative: false };
  }

  #underVerb(clause: Clause, governing: Clause, via: string | null, host: Certainty): Certainty | null {
    const verb = this.#syntax.tokens[governing.verb.head]!;
    // “[Reports] that the mayor had resigned”: no verb in the third person begins a sentence without a subject.
    const isNoun = verb.tag === 'VBZ' && governing.subject.length === 0 && governing.at === 0;
    const effect = this.#effect(isNoun ? 'noun' : 'verb', verb);
    if (via === 'to' && effect === 'planned' && isSaying(verb.lemma) && this.#isPerfect(clause.verb)) return host;
    if (via === 'in' && verb.lemma === 'be') return host;
    if (via === 'ing' && isSaying(verb.lemma)) return null;
    if (via === 'to' && governing.verb.voice === 'passive' && needs.has(verb.lemma)) return null;
    if (via === ',' || via === 'by' || via === 'after' || via === 'while' || via === 'when') return host;
    const marked = via === null ? undefined : this.#lexicon.certainty.get(`mark ${via}`);
    if (marked) return combine(of(marked), host);
    const isSubjunctive = effect === 'requested' && clause.verb.tense !== 'past';
    if (via === null && clause.verb.form !== 'base' && !isSubjunctive) {
      const isTelling = effect === 'negative' || effect === 'alleged' || effect === 'possible';
      return isTelling ? combine(of(effect), host) : { ...host, negative: false };
    }
    if (via === 'for' && !effect) return { ...host, negative: false };
    return effect ? combine(of(effect), host) : null;
  }

  /** Determiner and adjectives before an event noun. */
  #before(noun: NounChunk): Certainty {
    let found = sure;
    const add = (effect: Effect | undefined) => {
      if (effect) found = combine(found, of(effect));
    };
    add(this.#determiner(noun.first, noun.end));
    for (let i = noun.first; i < noun.head; i++) add(this.#effect('adj', this.#syntax.tokens[i]!));
    return found;
  }

  /** "threat of an attack", "calls for talks". */
  #behindNoun(at: number): Certainty | null {
    const { chunks, tokens } = this.#syntax;
    const preposition = chunks[skipAsides(chunks, at - 1, -1)];
    if (preposition?.kind !== 'preposition') return null;
    const host = chunks[skipAsides(chunks, chunks.indexOf(preposition) - 1, -1)];
    if (host?.kind !== 'noun') return null;
    const effect = this.#effect('noun', tokens[host.head]!);
    return effect ? of(effect) : null;
  }

  #effect(pos: string, token: Token): Effect | undefined {
    return (
      this.#lexicon.certainty.get(`${pos} ${token.lemma.toLowerCase()}`) ??
      this.#lexicon.certainty.get(`${pos} ${token.lower.replace('’', "'")}`)
    );
  }
}

const isMark = (before: Token | undefined): boolean => before?.tag === '``' || before?.tag === "''";
