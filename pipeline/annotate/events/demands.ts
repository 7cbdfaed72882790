import type { EventLexicon, Trigger } from '../../resources/events.ts';
import { sayingOf } from './attribution.ts';
import type { Cast } from './cast.ts';
import { nounsOf } from './chunks.ts';
import type { Clause, Syntax } from './clauses.ts';
import type { Found } from './verb-triggers.ts';

const trigger: Trigger = { words: [], type: 'REQUEST', mode: '~', slots: [], flags: new Set(), example: '' };

/** A demand by what is said of somebody else: "Chile said Peru must reopen the border". */
export interface Demand {
  readonly found: Found;
  /** Where it is said. */
  readonly host: Clause;
}

/** The demand that a clause under a verb of saying makes, or null; only of bodies, countries and officials, by somebody else. */
export function demandOf(syntax: Syntax, clause: Clause, lexicon: EventLexicon, cast: Cast): Demand | null {
  const { chunks } = syntax;
  const { verb, subject } = clause;
  if (verb.modal === null || lexicon.certainty.get(`modal ${verb.modal}`) !== 'requested') return null;
  const host = sayingOf(syntax, clause);
  const [sayer] = nounsOf(chunks, host?.subject ?? []);
  const asked = nounsOf(chunks, subject);
  if (!host || !sayer || asked.length === 0 || !cast.fits(sayer, 'agent')) return null;
  if (!asked.every((noun) => cast.fits(noun, 'body') && noun.head !== sayer.head)) return null;
  const actor = cast.play('actor', sayer);
  const recipients = asked.flatMap((noun) => cast.play('recipient', noun) ?? []);
  if (!actor || recipients.length === 0) return null;
  const participants = cast.others([actor, ...recipients]);
  if (participants.length === 1) return null;
  const found = { trigger, first: verb.first, end: verb.head + 1, participants, noun: null };
  return { found, host };
}
