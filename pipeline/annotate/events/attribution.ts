import { contains, type Span } from '../../span.ts';
import type { Document } from '../document.ts';
import type { Cast } from './cast.ts';
import type { Clause, Syntax } from './clauses.ts';

/** Who says that an event happened. */
export interface Attribution {
  readonly attributedTo: Span | null;
  readonly attributedMention: number | null;
}

const nobody: Attribution = { attributedTo: null, attributedMention: null };
const sayings = new Set([
  'say',
  'report',
  'announce',
  'state',
  'tell',
  'confirm',
  'claim',
  'deny',
  'allege',
  'add',
  'write',
]);

/** Does the verb tell of something said? */
export const isSaying = (lemma: string): boolean => sayings.has(lemma);

type Read = Pick<Document, 'quotes' | 'tokens' | 'mentions'>;

/** The speaker of the quotation around the trigger, else who "said" it in the sentence, else whom it is "according to". */
export function attributionOf(
  document: Read,
  syntax: Syntax,
  trigger: Span,
  clause: number | null,
  cast: Cast,
): Attribution {
  const quote = document.quotes.find((q) => q.parts.some((part) => contains(part, trigger)));
  if (quote?.speaker && (quote.speakerMention !== null || quote.speakerBasis !== 'pronoun'))
    return { attributedTo: quote.speaker, attributedMention: quote.speakerMention };
  const speaker = saidBy(syntax, clause) ?? trailing(syntax, trigger) ?? accordingTo(syntax);
  const noun = speaker === null ? undefined : syntax.chunks[speaker];
  if (noun?.kind !== 'noun') return nobody;
  const played = cast.play('actor', noun);
  if (!played || !cast.fits(noun, 'agent')) return nobody;
  return { attributedTo: { start: played.start, end: played.end }, attributedMention: played.mention };
}

/** "police said (that) X": the subject of the saying that the clause hangs on. */
function saidBy({ clauses, tokens }: Syntax, clause: number | null): number | null {
  let at = clause;
  for (let depth = 0; at !== null && depth < 5; depth++) {
    const here = clauses[at]!;
    const governor = here.coordinated === null ? here.governor : clauses[here.coordinated]!.governor;
    if (!governor || governor.kind === 'unclear' || governor.clause === null) return null;
    const host = clauses[governor.clause]!;
    if (sayings.has(tokens[host.verb.head]!.lemma)) return sayerOf(host);
    at = governor.clause;
  }
  return null;
}

/** The clause of saying that this one is what is said of, or null. */
export function sayingOf({ clauses, tokens }: Syntax, { governor }: Clause): Clause | null {
  if (governor?.kind !== 'verb' || governor.via !== null) return null;
  const host = clauses[governor.clause]!;
  return sayings.has(tokens[host.verb.head]!.lemma) && host.verb.voice === 'active' ? host : null;
}

/** "is reported by Reuters to …": in a passive the agent speaks. */
const sayerOf = ({ verb, subject, prepositions }: Clause): number | null =>
  (verb.voice === 'passive' ? prepositions.find((p) => p.word === 'by')?.nouns[0] : subject[0]) ?? null;

/** "X, police said" and "X, said police" at the sentence's end. */
function trailing({ chunks, clauses, tokens }: Syntax, trigger: Span): number | null {
  const last = clauses.findLast((c) => sayings.has(tokens[c.verb.head]!.lemma) && c.verb.form === 'finite');
  if (!last || tokens[last.verb.head]!.start < trigger.end) return null;
  const next = chunks[last.at + 1];
  const ends = next === undefined || next.kind === 'break' || next.kind === 'aside' || next.kind === 'preposition';
  const before = chunks[last.at - 1];
  if (ends && before?.kind === 'noun' && chunks[last.at - 2]?.kind === 'comma') return last.at - 1;
  if (next?.kind === 'noun' && (before?.kind === 'comma' || before?.kind === 'break')) return last.at + 1;
  const first = last.subject[0];
  return ends && first !== undefined && chunks[first - 1]?.kind === 'comma' ? first : null;
}

function accordingTo({ chunks, tokens }: Syntax): number | null {
  for (const [at, chunk] of chunks.entries()) {
    if (
      chunk.kind === 'noun' &&
      tokens[chunk.first - 1]?.lower === 'to' &&
      tokens[chunk.first - 2]?.lower === 'according'
    )
      return at;
  }
  return null;
}
