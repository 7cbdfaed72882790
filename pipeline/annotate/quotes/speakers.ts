import type { Quote, Token } from '../document.ts';
import { mentionAround } from './mentions.ts';
import { headOf } from './noun-phrases.ts';
import { type Reading, type Run, spanOf } from './reading.ts';
import { restOfName, severalOf, startOfName } from './speaker-names.ts';

export type Speaker = Pick<Quote, 'speaker' | 'speakerMention' | 'speakerBasis'>;

const noSpeaker: Speaker = { speaker: null, speakerMention: null, speakerBasis: 'none' };

/** Who the words of a run are: the mention that is its head, else the words alone. */
export function speakerOf(reading: Reading, run: Run | null): Speaker {
  if (!run) return noSpeaker;
  const { tokens, document } = reading;
  const head = headOf(tokens, run.first, run.end);
  if (!head) return noSpeaker;
  const several = severalOf(reading, run, head);
  if (several) return { speaker: spanOf(reading, several), speakerMention: null, speakerBasis: basisOf(reading, head) };
  const index = mentionAround(document.mentions, head);
  const mention = index === null ? undefined : document.mentions[index]!;
  if (mention?.form === 'name') {
    const end = restOfName(reading, mention, head);
    const first = startOfName(reading, mention);
    const speaker = { start: first === null ? mention.start : tokens[first]!.start, end: end ?? mention.end };
    return { speaker, speakerMention: end === null && first === null ? index : null, speakerBasis: 'name' };
  }
  return { speaker: spanOf(reading, run), speakerMention: index, speakerBasis: basisOf(reading, head) };
}

const basisOf = (reading: Reading, head: Token): Speaker['speakerBasis'] =>
  head.pos === 'PRON' ? 'pronoun' : isName(reading, head) ? 'name' : 'nominal';

/** A proper noun, or a capital letter after another one: `Daily Briefing`. */
function isName({ tokens }: Reading, head: Token): boolean {
  return head.pos === 'PROPN' || (/^\p{Lu}/u.test(head.text) && tokens[head.index - 1]?.pos === 'PROPN');
}
