import type { Token } from '../document.ts';
import type { Chunk } from './chunks.ts';
import { type Clause, skipAsides } from './clauses.ts';
import { nounsUpTo } from './coordination.ts';

/** What stands left of a verb: its subject, or the clause that it shares one with. */
export interface Left {
  readonly subject: readonly number[];
  readonly isRelative: boolean;
  /** Verb chunk whose subject is shared ("met X and signed Y"). */
  readonly shared: number | null;
  /** Chunk just left of the subject: what the clause may hang on. */
  readonly edge: number;
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly chunks: readonly Chunk[];
  readonly clauseAt: ReadonlyMap<number, Clause>;
  takesClause(verb: Token): boolean;
  /** Does the tree coordinate the verb chunk with the verb before it ("assumed the post and the party named her deputy")? */
  isCoordinate(verb: number): boolean;
}

const none = (edge: number): Left => ({ subject: [], isRelative: false, shared: null, edge });

/** Subject of the finite verb at `at`, by what stands left of it in the same clause; empty where that is unclear. */
export function leftOf(reading: Reading, at: number): Left {
  const { chunks, tokens } = reading;
  let i = at - 1;
  for (let steps = 0; i >= 0 && steps < chunks.length; steps++) {
    const chunk = chunks[i]!;
    switch (chunk.kind) {
      case 'aside':
        i--;
        break;
      case 'relative':
        return antecedent(chunks, i);
      case 'mark':
        return i === at - 1 && tokens[chunk.head]!.lower === 'that' ? antecedent(chunks, i) : none(i);
      case 'comma': {
        const inside = commaBefore(chunks, i);
        if (inside === null) return none(i);
        i = inside - 1;
        break;
      }
      case 'and':
        return sharing(tokens, chunks, i, at);
      case 'noun': {
        const step = fromNoun(reading, i, at);
        if (typeof step !== 'number') return step;
        i = step;
        break;
      }
      case 'verb': {
        const next = pastVerb(reading, i);
        if (next === null) return none(i);
        i = next;
        break;
      }
      default:
        return none(i);
    }
  }
  return none(-1);
}

/** "was", "has": of "Peru and the mayor was …" the mayor alone is the subject. */
const isSingular = (tokens: readonly Token[], verb: Chunk): boolean =>
  tokens[verb.first]!.tag === 'VBZ' || tokens[verb.first]!.lower === 'was';

/** The noun phrase at `i` is the subject, or is inside something to be passed over: then where to go on. */
function fromNoun(reading: Reading, i: number, at: number): Left | number {
  const { chunks, tokens } = reading;
  const nouns = nounsUpTo(chunks, i);
  if (nouns.length > 1 && isSingular(tokens, chunks[at]!))
    return { subject: [i], isRelative: false, shared: null, edge: i - 1 };
  const edge = skipAsides(chunks, nouns[0]! - 1, -1);
  const before = chunks[edge];
  const found = (subject: readonly number[]): Left => ({ subject, isRelative: false, shared: null, edge });
  if (before?.kind === 'preposition') {
    const host = skipAsides(chunks, edge - 1, -1);
    const kind = chunks[host]?.kind;
    return kind === 'noun' || kind === 'verb' || kind === 'comma' ? host : none(edge);
  }
  if (before?.kind === 'verb') {
    const takesClause =
      (before.form === 'finite' || before.form === 'base') && reading.takesClause(tokens[before.head]!);
    if (takesClause && !(nouns.length > 1 && reading.isCoordinate(at))) return found(nouns);
    if (nouns.length > 1) return { subject: [i], isRelative: false, shared: null, edge: i - 1 };
    return pastVerb(reading, edge) ?? none(edge);
  }
  if (before?.kind === 'noun') return none(edge);
  return found(nouns);
}

/** A participle or a relative clause stands between subject and verb: where the subject's search goes on. */
function pastVerb({ chunks, clauseAt }: Reading, i: number): number | null {
  const verb = chunks[i]!;
  if (verb.kind !== 'verb') return null;
  if (verb.form === 'en' || verb.form === 'ing') return chunks[i - 1]?.kind === 'noun' ? i - 1 : null;
  const clause = clauseAt.get(i);
  if (!clause?.isRelative || clause.subject.length === 0) return null;
  return clause.subject.at(-1)!;
}

/** The noun phrase before a relative pronoun. */
function antecedent(chunks: readonly Chunk[], relative: number): Left {
  let i = skipAsides(chunks, relative - 1, -1);
  if (chunks[i]?.kind === 'comma') i = skipAsides(chunks, i - 1, -1);
  if (chunks[i]?.kind !== 'noun') return none(i);
  return { subject: nounsUpTo(chunks, i), isRelative: true, shared: null, edge: relative };
}

/** Index of the comma that opens the apposition, participle or relative clause which the comma at `i` closes. */
function commaBefore(chunks: readonly Chunk[], i: number): number | null {
  for (let j = i - 1; j > 0; j--) {
    const chunk = chunks[j]!;
    if (chunk.kind === 'break') return null;
    if (chunk.kind !== 'comma') continue;
    const first = chunks[skipAsides(chunks, j + 1, 1)];
    const opens =
      first?.kind === 'noun' ||
      first?.kind === 'relative' ||
      first?.kind === 'preposition' ||
      first?.kind === 'mark' ||
      first?.kind === 'comma' ||
      (first?.kind === 'verb' && first.form !== 'finite');
    return opens && chunks[j - 1]?.kind === 'noun' ? j : null;
  }
  return null;
}

/** "met X and signed Y": the nearest finite verb to the left lends its subject; one without ending may continue an infinitive. */
function sharing(tokens: readonly Token[], chunks: readonly Chunk[], and: number, at: number): Left {
  const verb = chunks[at]!;
  const lead = tokens[verb.first]!.tag;
  const isEnded = verb.kind === 'verb' && verb.form === 'finite' && (lead === 'VBZ' || lead === 'VBD');
  for (let j = and - 1; j >= 0; j--) {
    const chunk = chunks[j]!;
    if (chunk.kind === 'break') break;
    if (chunk.kind !== 'verb') continue;
    const isBare = chunk.form === 'infinitive' || chunk.form === 'base';
    if (chunk.form === 'finite' || (isBare && !isEnded)) {
      return { subject: [], isRelative: false, shared: j, edge: and };
    }
  }
  return none(and);
}
