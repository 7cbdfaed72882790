import { type TaggerModel, tagSentence } from '#pipeline/annotate/tagger/index.ts';
import type { GoldSentence } from './conllu.ts';

/** Tokens seen and tagged rightly. */
export interface PosScore {
  readonly tokens: number;
  readonly pos: number;
  readonly tag: number;
}

/** Counts the words whose tags agree with gold. */
export function scorePos(model: TaggerModel, sentences: readonly GoldSentence[]): PosScore {
  const score = { tokens: 0, pos: 0, tag: 0 };
  for (const sentence of sentences) {
    const found = tagSentence(model, sentence.words);
    for (let at = 0; at < sentence.words.length; at++) {
      score.tokens++;
      if (found.pos[at] === sentence.pos[at]) score.pos++;
      if (found.tag[at] === sentence.tags[at]) score.tag++;
    }
  }
  return score;
}
