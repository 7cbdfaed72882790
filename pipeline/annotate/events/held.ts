import type { EventModality } from '#schemas/vocabulary.ts';
import type { Effect } from '../../resources/events.ts';
import type { EventMention } from '../document.ts';

/** How the text holds an event. Null instead where that cannot be told. */
export interface Certainty {
  readonly negative: boolean;
  readonly modality: EventModality;
  readonly tense: EventMention['tense'];
}

/** From what is stated to what is merely thought; of two that meet the later counts. */
const scale: readonly EventModality[] = ['actual', 'alleged', 'planned', 'requested', 'possible', 'conditional'];
/** Stated, as nothing says otherwise. */
export const sure: Certainty = { negative: false, modality: 'actual', tense: 'none' };

/** What one word does to what is stated. */
export const of = (effect: Effect): Certainty =>
  effect === 'negative' ? { ...sure, negative: true } : { ...sure, modality: effect };

/** Of two that meet, what is negated stays so, and the less sure counts: nothing becomes surer by what it hangs on. */
export function combine(a: Certainty, b: Certainty): Certainty {
  const modality = scale[Math.max(scale.indexOf(a.modality), scale.indexOf(b.modality))]!;
  return { negative: a.negative || b.negative, modality, tense: a.tense === 'none' ? b.tense : a.tense };
}
