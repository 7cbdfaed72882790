import { isVerbless } from './circumstances.ts';
import { mentionAround } from './mentions.ts';
import type { Reading, Run } from './reading.ts';
import type { Report } from './reported.ts';
import { speakerOf } from './speakers.ts';

const longestSpeaker = 4;
const longest = 24;

/** `Kovač: The bridge is safe` as the first line of an article. */
export function findHeadline(reading: Reading, { first, end }: Run): Report | null {
  const { tokens, markedAt, document } = reading;
  if (first !== 0 || end > longest) return null;
  let colon = first;
  while (colon < end && colon <= longestSpeaker && tokens[colon]!.text !== ':') colon++;
  if (colon === first || tokens[colon]?.text !== ':' || end - colon < 4 || markedAt[colon] !== -1) return null;
  const speaker = { first, end: colon };
  const head = tokens[colon - 1]!;
  const mention = document.mentions[mentionAround(document.mentions, head) ?? -1];
  const isPerson = mention?.type === 'person' && mention.start === tokens[first]!.start;
  if (!isPerson && !reading.lexicon.nouns.get(head.lower)?.frames.has('headline')) return null;
  const clause = { first: colon + 1, end };
  if (isVerbless(reading, clause)) return null;
  return { ...speakerOf(reading, speaker), cue: null, medium: null, addressee: null, confidence: 0.75, clause };
}
