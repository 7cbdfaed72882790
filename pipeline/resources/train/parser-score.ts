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

/** A relation without its subtype. */
export const universal = (relation: string): string => relation.split(':')[0]!;

export const noCounts = (): ParserCounts => ({ tokens: 0, heads: 0, relations: 0, subtypes: 0 });

/** Counts a word, and what a parse has right of it. */
export function countWord(counts: ParserCounts, gold: GoldSentence, at: number, head: number, relation: string): void {
  counts.tokens++;
  if (head !== gold.heads[at]) return;
  counts.heads++;
  if (universal(relation) === universal(gold.relations[at]!)) counts.relations++;
  if (relation === gold.relations[at]) counts.subtypes++;
}

/** Compares trees with gold ones; `tagged` are the same sentences with the tags that the parser is to see. */
export function scoreParser(
  model: ParserModel,
  sentences: readonly GoldSentence[],
  tagged: readonly GoldSentence[],
): ParserScore {
  const score = { all: noCounts(), words: noCounts() };
  for (const [index, gold] of sentences.entries()) {
    const { words, pos, tags } = tagged[index]!;
    const found = parseSentence(model, words, pos, tags);
    for (const at of words.keys()) {
      const counts = gold.pos[at] === 'PUNCT' ? [score.all] : [score.all, score.words];
      for (const each of counts) countWord(each, gold, at, found.head[at]!, found.relation[at]!);
    }
  }
  return score;
}
