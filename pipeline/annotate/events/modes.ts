import type { EventLexicon, Trigger } from '../../resources/events.ts';
import type { Token } from '../document.ts';

const reach = 12;

/** A trigger's mode; where the topic decides, by the first word behind the trigger that tells. */
export function modeOf(
  trigger: Trigger,
  tokens: readonly Token[],
  from: number,
  end: number,
  lexicon: EventLexicon,
): string | null {
  if (trigger.mode !== '~') return trigger.mode;
  for (let i = from; i < Math.min(end, from + reach); i++) {
    const { lemma, lower } = tokens[i]!;
    const mode = lexicon.topics.get(`${trigger.type} ${lemma}`) ?? lexicon.topics.get(`${trigger.type} ${lower}`);
    if (mode !== undefined) return mode;
  }
  return null;
}

/** Contexts that the sentence's own words support, sorted. */
export function contextsOf(tokens: readonly Token[], first: number, end: number, lexicon: EventLexicon): string[] {
  const found = new Set<string>();
  for (let i = first; i < end; i++) {
    const context = lexicon.contexts.get(tokens[i]!.lemma.toLowerCase());
    if (context !== undefined) found.add(context);
  }
  return [...found].sort();
}
