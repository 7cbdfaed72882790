import { type ParserModel, parseSentence } from '#pipeline/annotate/parser/index.ts';
import type { GoldSentence } from './conllu.ts';

/** Words seen, and those with the right head, the right head and relation without subtype (CoNLL 2018), with subtype. */
export interface ParserCounts {
  tokens: number;
  heads: number;
  relations: number;
  subtypes: number;
}

/** Counts over all words, and over the words that are no punctuation. */
export interface ParserScore {
  readonly all: ParserCounts;
  readonly words: ParserCounts;
}

const universal = (relation: string): string => relation.split(':')[0]!;

/** Compares trees with gold ones; `tagged` are the same sentences with the tags that the parser is to see. */
export function scoreParser(
  model: ParserModel,
  sentences: readonly GoldSentence[],
  tagged: readonly GoldSentence[],
): ParserScore {
  const none = { tokens: 0, heads: 0, relations: 0, subtypes: 0 };
  const score = { all: { ...none }, words: { ...none } };
  for (const [index, gold] of sentences.entries()) {
    const { words, pos, tags } = tagged[index]!;
    const found = parseSentence(model, words, pos, tags);
    for (const at of words.keys()) {
      const counts = gold.pos[at] === 'PUNCT' ? [score.all] : [score.all, score.words];
      for (const each of counts) {
        each.tokens++;
        if (found.head[at] !== gold.heads[at]) continue;
        each.heads++;
        if (universal(found.relation[at]!) === universal(gold.relations[at]!)) each.relations++;
        if (found.relation[at] === gold.relations[at]) each.subtypes++;
      }
    }
  }
  return score;
}
