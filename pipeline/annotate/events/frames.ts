import type { Slot, Trigger } from '../../resources/events.ts';
import type { Participant } from '../document.ts';
import type { Cast } from './cast.ts';
import type { NounChunk } from './chunks.ts';

/** What stands in a slot: noun phrases by `subj`, `obj` or preposition. */
export interface Standing {
  at(slot: string): readonly NounChunk[];
  /** "the officers" in "the computers of the officers". */
  ownerBehind(noun: NounChunk): NounChunk | null;
  /** Slots that may stay empty although the frame requires them: the agent of a passive. */
  readonly waived: ReadonlySet<string>;
}

/** Who plays what where the frame fits; null where it doesn't. */
export function fillFrame(trigger: Trigger, standing: Standing, cast: Cast): Participant[] | null {
  const found: Participant[] = [];
  const met = new Set<string>();
  const missing = new Set<string>();
  const filled = new Set<string>();
  for (const slot of trigger.slots) {
    const nouns = standing.at(slot.from);
    const fitting = nouns.filter((noun) => cast.fits(noun, slot.filter));
    if (nouns.length === 0) {
      if (slot.need === 'required' && !isWaived(slot, standing)) missing.add(slot.role);
    } else if (isRefused(slot, nouns.length, fitting.length)) return null;
    else if (slot.role === 'actor' && fitting.some(cast.isUntold)) return null;
    else if (fitting.length > 0 && !met.has(slot.role) && !filled.has(slot.from)) {
      met.add(slot.role);
      filled.add(slot.from);
      const known = people.has(slot.filter) ? fitting : fitting.filter((noun) => !cast.isCount(noun));
      if (slot.role !== 'any') found.push(...played(slot.role, known, cast, standing));
    }
  }
  return [...missing].every((role) => met.has(role)) ? found : null;
}

/** The agent of a passive may stay unsaid, unless the word means this only of some agents ("the team was beaten"). */
const isWaived = ({ from, filter }: Slot, { waived }: Standing): boolean => waived.has(from) && !telling.has(filter);

const telling = new Set(['force', 'armed', 'street', 'crowd', 'voter', 'troops', 'strikers', 'police']);

/** Of what is nobody ("condemned Iran's attack") the owner is meant; without one nobody is. */
const played = (
  role: Exclude<Slot['role'], 'any'>,
  nouns: readonly NounChunk[],
  cast: Cast,
  standing: Standing,
): Participant[] =>
  nouns.flatMap((noun) => {
    if (!parties.has(role) || cast.fits(noun, 'party')) return cast.play(role, noun) ?? [];
    const behind = cast.ownerOf(noun) ?? (cast.fits(noun, 'deed') ? null : standing.ownerBehind(noun));
    const owner = behind && !cast.fits(behind, 'party') ? cast.ownerOf(behind) : behind;
    return owner && cast.fits(owner, 'party') ? (cast.play(role, owner) ?? []) : [];
  });

/** Of these a bare number is somebody ("killed 35"); who phones 911 phones no party. */
const people = new Set(['person', 'victim']);
const parties = new Set(['actor', 'recipient']);

/** Something stands there that cannot play the role. A preposition may mean something else, unless it is required. */
function isRefused({ need, from }: Slot, standing: number, fitting: number): boolean {
  if (need === 'optional' || fitting === standing) return false;
  return need === 'required' || from === 'subj' || from === 'obj';
}
