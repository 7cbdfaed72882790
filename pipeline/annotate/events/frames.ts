import type { Slot, Trigger } from '../../resources/events.ts';
import type { Participant } from '../document.ts';
import type { Cast } from './cast.ts';
import type { NounChunk } from './chunks.ts';

/** What stands in a slot: noun phrases by `subj`, `obj` or preposition. */
export interface Standing {
  at(slot: string): readonly NounChunk[];
  /** Slots that may stay empty although the frame requires them: the agent of a passive. */
  readonly waived: ReadonlySet<string>;
}

/** Who plays what where the frame fits; null where it doesn't. */
export function fillFrame(trigger: Trigger, standing: Standing, cast: Cast): Participant[] | null {
  const found: Participant[] = [];
  const met = new Set<string>();
  for (const slot of trigger.slots) {
    const nouns = standing.at(slot.from);
    const fitting = nouns.filter((noun) => cast.fits(noun, slot.filter));
    const isFilled = fitting.length > 0 && (fitting.length === nouns.length || slot.need === 'optional');
    if (!isFilled) {
      if (mustFit(slot, nouns, standing)) return null;
      continue;
    }
    if (slot.role === 'any' || met.has(slot.role)) continue;
    met.add(slot.role);
    for (const noun of fitting) {
      const participant = cast.play(slot.role, noun);
      if (participant) found.push(participant);
    }
  }
  return found;
}

const mustFit = (slot: Slot, nouns: readonly NounChunk[], { waived }: Standing): boolean =>
  (slot.need === 'required' && !(waived.has(slot.from) && nouns.length === 0)) ||
  (slot.need === 'fitting' && nouns.length > 0 && slot.from === 'subj');
