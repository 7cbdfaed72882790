import { readFileSync, writeFileSync } from 'node:fs';
import { loadWordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { loadTagger, tagSentence } from '#pipeline/annotate/tagger/index.ts';
import { Gold } from '../gold.ts';
import { firstPos } from '../pos-model.ts';
import { correctionsOf, plainSentences, writeCorrections } from '../taught.ts';

/**
 * Usage: npm run teacher -- ask [folder of the annotated texts] > sentences.tsv prints sentences of plain news, a line each, its words between
 * tabs. After `java Teach tags` has read them, npm run teacher -- learn sentences.tsv tags.tsv [folder] writes `corrections.tsv`: where the teacher
 * says otherwise than a tagger that knows the treebanks alone.
 */
const [task, ...rest] = process.argv.slice(2);
if (task === 'ask') ask(rest[0]);
else if (task === 'learn' && rest[0] !== undefined && rest[1] !== undefined) learn(rest[0], rest[1], rest[2]);
else throw new Error('teacher: say `ask`, or `learn SENTENCES TAGS`');

function ask(folder = '../shared/gold'): void {
  for (const words of plainSentences(new Gold(folder).someArticles())) process.stdout.write(`${words.join('\t')}\n`);
}

function learn(sentences: string, tags: string, folder = '../shared/gold'): void {
  const words = loadWordClasses(readFileSync(new URL('../../models/words.bin', import.meta.url)));
  const tagger = loadTagger(firstPos(new Gold(folder).treebanks('train'), words), words);
  const lines = (path: string): string[][] =>
    readFileSync(path, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split('\t'));
  const teacher = lines(tags);
  const found = lines(sentences).flatMap((each, at) => [
    ...correctionsOf(each, tagSentence(tagger, each).tag, teacher[at] ?? []),
  ]);
  writeFileSync(new URL('corrections.tsv', import.meta.url), writeCorrections(new Map(found)));
}
