import { firstThat, type Span } from '../../span.ts';
import type { EntityMention, Quote, Token } from '../document.ts';
import { type Reading, type Run, spanOf } from './reading.ts';
import { headOf } from './subjects.ts';

export type Speaker = Pick<Quote, 'speaker' | 'speakerMention' | 'speakerBasis'>;

const noSpeaker: Speaker = { speaker: null, speakerMention: null, speakerBasis: 'none' };

/** Who the words of a run are: the mention that is its head, else the words alone. */
export function speakerOf(reading: Reading, run: Run | null): Speaker {
  if (!run) return noSpeaker;
  const { tokens, document } = reading;
  const head = headOf(tokens, run.first, run.end);
  if (!head) return noSpeaker;
  const index = mentionAround(document.mentions, head);
  const mention = index === null ? undefined : document.mentions[index]!;
  if (mention?.form === 'name')
    return { speaker: { start: mention.start, end: mention.end }, speakerMention: index, speakerBasis: 'name' };
  const basis = head.pos === 'PRON' ? 'pronoun' : isName(reading, head) ? 'name' : 'nominal';
  return { speaker: spanOf(reading, run), speakerMention: index, speakerBasis: basis };
}

/** A proper noun, or a capital letter after another one: `Daily Briefing`. */
function isName({ tokens }: Reading, head: Token): boolean {
  return head.pos === 'PROPN' || (/^\p{Lu}/u.test(head.text) && tokens[head.index - 1]?.pos === 'PROPN');
}

/** Index of the shortest mention that holds the span; a name before others. */
export function mentionAround(mentions: readonly EntityMention[], span: Span): number | null {
  const behind = firstThat(mentions, ({ start }) => start > span.start);
  let best: number | null = null;
  for (let i = behind - 1; i >= 0 && i >= behind - 8; i--) {
    const mention = mentions[i]!;
    if (mention.end < span.end) continue;
    if (best === null || (mention.form === 'name' && mentions[best]!.form !== 'name')) best = i;
  }
  return best;
}
