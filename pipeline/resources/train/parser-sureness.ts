import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadWordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { mirrored, prepare } from '#pipeline/annotate/parser/features.ts';
import { guideFrom } from '#pipeline/annotate/parser/guide.ts';
import { loadParser, type ParserModel } from '#pipeline/annotate/parser/index.ts';
import { runPass } from '#pipeline/annotate/parser/pass.ts';
import { type Band, bandOf } from '#pipeline/annotate/parser/sureness.ts';
import { loadTagger } from '#pipeline/annotate/tagger/index.ts';
import type { GoldSentence } from './conllu.ts';
import { Gold } from './gold.ts';
import { universal } from './parser-score.ts';
import { withTags } from './parser-tags.ts';

/** How many arcs fall in a band, and how many of them have the right head and relation (without subtype). */
export interface BandCount {
  readonly list: Band['list'];
  readonly step: number;
  arcs: number;
  right: number;
}

/** Counts the arcs of each band over the words that are no punctuation. */
export function countBands(
  model: ParserModel,
  sentences: readonly GoldSentence[],
  tagged: readonly GoldSentence[],
): BandCount[] {
  const counts = new Map<string, BandCount>();
  for (const [index, gold] of sentences.entries()) {
    const { words, pos, tags } = tagged[index]!;
    const prepared = prepare(words, pos, tags, model.classes);
    const guide = guideFrom(runPass(model.backward, mirrored(prepared)));
    const state = runPass(model.forward, { ...prepared, guide });
    for (const at of words.keys()) {
      if (gold.pos[at] === 'PUNCT') continue;
      const { list, step } = bandOf(state, guide, at);
      const key = `${list} ${step}`;
      const count = counts.get(key) ?? { list, step, arcs: 0, right: 0 };
      counts.set(key, count);
      count.arcs++;
      const relation = universal(model.names[state.relations[at]!]!);
      if (state.heads[at] === gold.heads[at] && relation === universal(gold.relations[at]!)) count.right++;
    }
  }
  return [...counts.values()].sort((a, b) => (a.list === b.list ? a.step - b.step : a.list < b.list ? -1 : 1));
}

/** Usage: node --import tsx pipeline/resources/train/parser-sureness.ts [folder of the annotated texts]. Prints the shares of the present weights. */
function main(): void {
  const gold = new Gold(process.argv[2] ?? '../shared/gold');
  const models = new URL('../models/', import.meta.url);
  const classes = loadWordClasses(readFileSync(new URL('words.bin', models)));
  const tagger = loadTagger(readFileSync(new URL('pos.bin', models)), classes);
  const parser = loadParser(readFileSync(new URL('parser.bin', models)), classes);
  const sentences = gold.treebanks('dev');
  const counts = countBands(parser, sentences, withTags(sentences, tagger));
  const all = counts.reduce((sum, { arcs }) => sum + arcs, 0);
  for (const { list, step, arcs, right } of counts)
    process.stdout.write(
      `${list} ${step}: ${((100 * arcs) / all).toFixed(1)} % of arcs, ${(right / arcs).toFixed(2)} right\n`,
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
