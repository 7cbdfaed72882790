import { readFileSync, writeFileSync } from 'node:fs';
import { ByteReader, ByteWriter } from '#pipeline/annotate/linear/bytes.ts';
import { loadWordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { attachPairs } from '#pipeline/annotate/parser/enclosed.ts';
import { type Pass, readPass, runPass } from '#pipeline/annotate/parser/pass.ts';
import { loadTagger } from '#pipeline/annotate/tagger/index.ts';
import type { GoldSentence } from '../conllu.ts';
import { Gold } from '../gold.ts';
import { type Example, examplesOf } from '../parser-learn.ts';
import { parserSettings } from '../parser-model.ts';
import { learnOrders } from '../parser-orders.ts';
import { parserRelations, writeParser } from '../parser-packing.ts';
import { countWord, noCounts, type ParserCounts } from '../parser-score.ts';
import { jackknife, withTags } from '../parser-tags.ts';
import { newsSentences } from '../plain-news.ts';
import { packTrees, type SilverTree } from '../silver-trees.ts';
import { readGuides } from './guides.ts';

/**
 * Usage: npm run teacher-trees -- ask [folder of the annotated texts] > sentences.tsv prints the sentences of the treebanks and of plain news, a
 * line each, its words between tabs. After `java Teach trees` has read them, npm run teacher-trees -- learn trees.tsv [folder] learns from the treebanks
 * what the teacher's trees mean in Universal Dependencies, and writes `trees.gz`: the trees of plain news.
 */
const [task, ...rest] = process.argv.slice(2);
if (task === 'ask') ask(rest[0]);
else if (task === 'learn' && rest[0] !== undefined) learn(rest[0], rest[1]);
else throw new Error('teacher: say `ask`, or `learn TREES`');

/** Sentences of the train halves, of the dev halves, of plain news. */
function textsOf(gold: Gold): [GoldSentence[], GoldSentence[], string[][]] {
  return [gold.treebanks('train'), gold.treebanks('dev'), newsSentences(gold.someArticles())];
}

function ask(folder = '../shared/gold'): void {
  const [train, dev, news] = textsOf(new Gold(folder));
  const sentences = [...[...train, ...dev].map(({ words }) => words), ...news];
  for (const words of sentences) process.stdout.write(`${words.join('\t')}\n`);
}

function learn(file: string, folder = '../shared/gold'): void {
  const models = new URL('../../models/', import.meta.url);
  const classes = loadWordClasses(readFileSync(new URL('words.bin', models)));
  const tagger = loadTagger(readFileSync(new URL('pos.bin', models)), classes);
  const [train, dev, news] = textsOf(new Gold(folder));
  const guides = readGuides(readFileSync(file, 'utf8').split('\n').slice(0, -1));
  const tagged = jackknife(train, tagger, parserSettings.tags);
  const names = parserRelations(tagged);
  const pass = passOver(examplesOf(tagged, names, classes, guides.slice(0, train.length)), names);
  const heard = (sentences: readonly GoldSentence[], from: number): SilverTree[] => {
    const examples = examplesOf(withTags(sentences, tagger), names, classes, guides.slice(from));
    return examples.map(({ prepared }, at) => treeOf(pass, sentences[at]!.words, prepared, names));
  };
  print(dev, heard(dev, train.length));
  const plain = news.map((words) => ({ document: '', words, lemmas: [], pos: [], tags: [], heads: [], relations: [] }));
  writeFileSync(new URL('trees.gz', import.meta.url), packTrees(news, heard(plain, train.length + dev.length)));
}

/** One pass that looks at the teacher's trees. */
function passOver(examples: readonly Example[], names: readonly string[]): Pass {
  const writer = new ByteWriter();
  writeParser(writer, [learnOrders(examples, names, parserSettings.teacher, 'teacher')]);
  return readPass(new ByteReader(writer.finish()), names.length, true);
}

function treeOf(
  pass: Pass,
  words: readonly string[],
  prepared: Example['prepared'],
  names: readonly string[],
): SilverTree {
  const state = runPass(pass, prepared);
  const heads = [...state.heads.subarray(0, words.length)];
  const relations = Array.from(state.relations.subarray(0, words.length), (relation) => names[relation]!);
  attachPairs(words, heads, relations);
  return { heads, relations };
}

/** Attachment scores of the teacher's trees, punctuation included, relations without subtypes. */
function print(gold: readonly GoldSentence[], trees: readonly SilverTree[]): void {
  const counts = new Map<string, ParserCounts>();
  for (const [index, sentence] of gold.entries()) {
    const { heads, relations } = trees[index]!;
    const { document } = sentence;
    const bank = document.startsWith('GUM_') ? document.split('_')[1]! : 'EWT';
    for (const name of bank === 'EWT' ? [bank] : ['GUM', `GUM ${bank}`]) {
      const count = counts.get(name) ?? noCounts();
      counts.set(name, count);
      for (const at of heads.keys()) countWord(count, sentence, at, heads[at]!, relations[at]!);
    }
  }
  const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(2);
  for (const [name, { tokens, heads, relations }] of counts) {
    process.stdout.write(`teacher: ${name}: UAS ${percent(heads, tokens)}, LAS ${percent(relations, tokens)}\n`);
  }
}
