import { firstThat, type Span } from '../../span.ts';
import type { EntityMention } from '../document.ts';

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
