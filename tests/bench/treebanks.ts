import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadWordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { loadParser } from '#pipeline/annotate/parser/index.ts';
import { loadTagger } from '#pipeline/annotate/tagger/index.ts';
import { type GoldSentence, parseConllu } from '#pipeline/resources/train/conllu.ts';
import { scoreParser } from '#pipeline/resources/train/parser-score.ts';
import { withTags } from '#pipeline/resources/train/parser-tags.ts';
import { type CompromiseTagger, shareOfPeer } from './compromise-tags.ts';
import type { TreebankRow } from './measured.ts';
import { plainSentences } from './plain-sentences.ts';
import { treebanks } from './sets.ts';

const classes = loadWordClasses(readFileSync('pipeline/resources/models/words.bin'));

/** Shares of right tags and trees on gold tokens, with and without punctuation; tags for the parser are predicted. */
export function measureTreebanks(folder: string, peer: CompromiseTagger | null): TreebankRow[] {
  const tagger = loadTagger(readFileSync('pipeline/resources/models/pos.bin'), classes);
  const parser = loadParser(readFileSync('pipeline/resources/models/parser.bin'), classes);
  return treebanks.flatMap(({ data, file }) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const gold = parseConllu(text);
    const tagged = withTags(gold, tagger);
    const trees = scoreParser(parser, gold, tagged);
    return (['all', 'words'] as const).map((words) => {
      const { tokens, heads, relations } = trees[words];
      const counts = (sentence: GoldSentence, at: number) => words === 'all' || sentence.pos[at] !== 'PUNCT';
      const figures: Record<string, number> = {
        UPOS: shareOf(gold, tagged, 'pos', counts),
        XPOS: shareOf(gold, tagged, 'tags', counts),
        UAS: heads / tokens,
        LAS: relations / tokens,
      };
      if (peer !== null && words === 'words') figures['UPOS of compromise'] = shareOfPeer(peer, plainSentences(text));
      return { set: data, words, tokens, figures };
    });
  });
}

function shareOf(
  gold: readonly GoldSentence[],
  found: readonly GoldSentence[],
  layer: 'pos' | 'tags',
  counts: (sentence: GoldSentence, at: number) => boolean,
): number {
  let [right, all] = [0, 0];
  for (const [index, sentence] of gold.entries()) {
    for (const at of sentence.words.keys()) {
      if (!counts(sentence, at)) continue;
      all++;
      if (found[index]![layer][at] === sentence[layer][at]) right++;
    }
  }
  return right / all;
}
