import type { EventLexicon, Trigger } from '../../resources/events.ts';
import type { Token } from '../document.ts';
import { antecedentOf } from './antecedents.ts';
import { sayingOf } from './attribution.ts';
import type { Cast } from './cast.ts';
import { type NounChunk, nounsOf, ownerBehind } from './chunks.ts';
import type { Clause, Syntax } from './clauses.ts';
import { treeObject, treeOblique, treeSubject } from './dependents.ts';
import type { Standing } from './frames.ts';
import { possessorOf } from './possessors.ts';
import type { Match } from './verb-triggers.ts';

/** "The company said it had bought …", "rebels said they would …": the pronoun is whoever says so, if that is one body, or several. */
function sayerAsSubject(syntax: Syntax, clause: Clause, cast: Cast): readonly number[] | null {
  const [subject] = clause.subject;
  const { chunks, tokens, clauses } = syntax;
  const noun = chunks[subject ?? -1];
  if (noun?.kind !== 'noun' || clause.subject.length !== 1) return null;
  const pronoun = tokens[noun.head]!.lower;
  if (!thirdPersons.has(pronoun) || (pronoun !== 'it' && cast.play('actor', noun) !== null)) return null;
  let home = clause;
  while (home.governor?.kind === 'verb' && home.governor.via === 'to') home = clauses[home.governor.clause]!;
  const said = sayingOf(syntax, home)?.subject ?? [];
  const sayer = chunks[said[0] ?? -1];
  if (sayer?.kind !== 'noun' || tokens[sayer.head]!.pos === 'PRON') return null;
  if (pronoun === 'they') {
    const isGroup = ['force', 'body', 'company'].some((kind) => cast.fits(sayer, kind));
    return said.length > 1 || tokens[sayer.head]!.tag === 'NNS' || isGroup ? said : null;
  }
  if (said.length !== 1) return null;
  if (pronoun !== 'it') return cast.fits(sayer, 'official') && tokens[sayer.head]!.tag !== 'NNS' ? said : null;
  return cast.fits(sayer, 'body') || cast.fits(sayer, 'company') ? said : null;
}

const thirdPersons = new Set(['it', 'they', 'he', 'she']);

/** "[the mayor]'s offer to resign": whose noun it is acts. */
function ownerOfGovernor({ tokens, chunks }: Syntax, { governor, subject }: Clause): NounChunk | null {
  if (governor?.kind !== 'word' || subject.length > 0) return null;
  const noun = chunks.find((c) => c.kind === 'noun' && c.head === governor.token);
  return noun?.kind === 'noun' ? possessorOf(tokens, noun) : null;
}

/** "held [nine passengers] hostage", "found [Ana Ruiz] guilty": the object where the phrase's own noun ends its noun phrase. */
function beforeWord({ tokens }: Syntax, { first, head }: NounChunk, slots: Trigger['slots']): NounChunk[] {
  const before = tokens[head - 1];
  const isObject = slots.some((s) => s.from === 'obj') && (before?.tag === 'NNS' || before?.pos === 'PROPN');
  return isObject && head > first ? [{ kind: 'noun', first, end: head, head: head - 1 }] : [];
}

/** "gave [Malawi] [2 million dollars]": the first object is who gets the second. */
const isGiving = ({ complements }: EventLexicon, verb: Token): boolean => {
  const how = complements.get(verb.lemma);
  return (how?.includes('two') && how.includes('gives')) ?? false;
};

/** Subject and object as the active voice would have them; what is not seen from left to right is asked of the tree. */
export function standingOf(
  syntax: Syntax,
  clause: Clause,
  match: Match,
  { words, slots }: Trigger,
  { cast, lexicon }: { readonly cast: Cast; readonly lexicon: EventLexicon },
): Standing {
  const { chunks, tokens } = syntax;
  const given = clause.second.length > 0 && isGiving(lexicon, tokens[clause.verb.head]!) ? clause.second : null;
  const { verb, prepositions } = clause;
  const rest = (indices: readonly number[]): NounChunk[] =>
    nounsOf(chunks, indices).flatMap((noun) => (noun.head === match.noun ? beforeWord(syntax, noun, slots) : [noun]));
  const after = (word: string): readonly NounChunk[] => {
    const seen = prepositions.find((p) => p.word === word)?.nouns ?? [];
    if (given && word === 'to' && seen.length === 0) return rest(clause.object);
    return rest(seen.length > 0 ? seen : treeOblique(syntax, verb.head, word));
  };
  const isPassive = verb.voice === 'passive';
  const owner = ownerOfGovernor(syntax, clause);
  const meant = (noun: NounChunk) => antecedentOf(syntax, clause, noun, cast) ?? noun;
  const surface = () =>
    owner ? [owner] : rest(sayerAsSubject(syntax, clause, cast) ?? treeSubject(syntax, clause)).map(meant);
  const object = () => {
    if (isPassive) return surface();
    const withParticle = words.length > 1 && clause.object.length === 0 ? after(words.at(-1)!) : [];
    const seen = rest(given ?? treeObject(syntax, clause));
    return [...seen.map(meant), ...withParticle];
  };
  const subject = () => (isPassive ? after('by') : surface());
  return {
    at: (slot) => (slot === 'subj' ? subject() : slot === 'obj' ? object() : after(slot)),
    ownerBehind: (noun) => ownerBehind(syntax, noun),
    waived: new Set(isPassive && (match.noun !== null || clause.subject.length > 0) ? ['subj'] : []),
  };
}
