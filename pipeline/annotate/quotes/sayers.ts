import type { Token } from '../document.ts';
import { mentionAround } from './mentions.ts';
import { headOf } from './noun-phrases.ts';
import type { CueUse, Reading, Run } from './reading.ts';

/** Something written or spoken: `a poll`, `the statement`. */
export const isMedium = ({ lexicon: { media } }: Reading, { lower, lemma }: Token): boolean =>
  media.has(lower) || media.has(lemma.toLowerCase());

/** `an average of polls`, `dozens of recent studies`: what the head is of is written. */
export function isOfMedia(reading: Reading, { index }: Token): boolean {
  const { tokens } = reading;
  if (tokens[index + 1]?.lower !== 'of') return false;
  let noun = index + 2;
  while (/^(?:DET|ADJ|NUM|PROPN)$/.test(tokens[noun]?.pos ?? '')) noun++;
  return tokens[noun]?.pos === 'NOUN' && isMedium(reading, tokens[noun]!);
}

/** May the subject of this verb say something? A poll or a company shows and finds; a person who finds something says nothing, nor do results that suggest something. */
export function maySay(reading: Reading, use: CueUse, { first, end }: Run): boolean {
  const { cue } = use;
  if (cue.frames.has('voice'))
    return !isMute(reading, headOf(reading.tokens, first, end), use) && !isWake(reading, use, { first, end });
  if (!cue.frames.has('paper')) return true;
  const head = headOf(reading.tokens, first, end);
  if (!head) return false;
  if (isMedium(reading, head) || isOfMedia(reading, head)) return true;
  return reading.document.mentions[mentionAround(reading.document.mentions, head) ?? -1]?.type === 'organization';
}

/** `Prices rose, suggesting …`: what a thing that nobody named and nobody wrote brings about. */
function isWake(reading: Reading, { isParticiple, group }: CueUse, { first, end }: Run): boolean {
  const { tokens, document } = reading;
  const head = headOf(tokens, first, end);
  if (!isParticiple || tokens[group - 1]?.text !== ',' || !head || head.pos === 'PRON') return false;
  return mentionAround(document.mentions, head) === null && !isMedium(reading, head) && !isOfMedia(reading, head);
}

/** `the results`, `it`, `this`: what cannot speak. Of a verb that names whom it tells, "it" may be a body, save where it tells us. */
function isMute({ lexicon, tokens }: Reading, head: Token | undefined, { cue, end }: CueUse): boolean {
  if (head === undefined) return true;
  const isBody = head.lower === 'it' && cue.frames.has('to') && !/^(?:us|you)$/.test(tokens[end]?.lower ?? '');
  if (/^(?:it|this|that)$/.test(head.lower)) return !isBody;
  return lexicon.nouns.get(head.lower)?.frames.has('mute') === true;
}
