import type { EventType } from '#schemas/vocabulary.ts';
import type { Participant, Token } from '../document.ts';
import type { Draft } from './scheme.ts';

const harmful = new Set<EventType>(['ASSAULT', 'DEATH']);
const leading = new Set(['in', 'with', 'by', 'through', 'via', 'during']);
const modifiers = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM']);
const ofPhrase = new Set([...modifiers, 'PART', 'PRON']);
const furthest = 12;

/** "the U.S. killing of Reyes in an airstrike", "began an offensive with airstrikes": what is done by or in another act has its parties. */
export function withInstruments(tokens: readonly Token[], drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    const { mention, isNoun } = draft;
    if (!isNoun || mention.type !== 'ASSAULT' || mention.participants.some(isActor)) return draft;
    const preposition = leadBefore(tokens, mention.firstToken);
    const host =
      preposition === null ? undefined : drafts.find((d) => d !== draft && leadsUpTo(tokens, d, preposition));
    if (!host) return draft;
    const own = mention.participants;
    const hasRecipient = own.some(({ role }) => role === 'recipient');
    const harmed = hasRecipient ? [] : host.mention.participants.filter(isHarmed).map(asRecipient);
    const added = [...host.mention.participants.filter(isActor), ...harmed];
    const others = own.filter((p) => added.every((a) => a.firstToken !== p.firstToken));
    return { ...draft, mention: { ...mention, participants: [...others, ...added] } };
  });
}

const isActor = ({ role }: Participant): boolean => role === 'actor';
const isHarmed = ({ role }: Participant): boolean => role === 'victim' || role === 'recipient';
const asRecipient = (one: Participant): Participant => ({ ...one, role: 'recipient' });

/** The preposition before the noun phrase that the word at `first` belongs to. */
function leadBefore(tokens: readonly Token[], first: number): number | null {
  let at = first - 1;
  while (at > 0 && modifiers.has(tokens[at]!.pos)) at--;
  return leading.has(tokens[at]?.lower ?? '') ? at : null;
}

/** A harmful act with a party stands right before, nothing but what it is of between. */
function leadsUpTo(tokens: readonly Token[], { mention }: Draft, preposition: number): boolean {
  if (!harmful.has(mention.type) || !mention.participants.some((p) => isActor(p) || isHarmed(p))) return false;
  if (mention.endToken > preposition || preposition - mention.endToken > furthest) return false;
  const between = tokens.slice(mention.endToken, preposition);
  return between.every(({ pos, lower }) => ofPhrase.has(pos) || lower === 'of' || lower === 'by');
}
