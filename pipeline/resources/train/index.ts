import { readFileSync, writeFileSync } from 'node:fs';
import { parseLemmaLexicon } from '#pipeline/annotate/lemma.ts';
import { openModel } from '#pipeline/annotate/linear/model.ts';
import { loadTagger, type TaggerModel, tagSentence } from '#pipeline/annotate/tagger/index.ts';
import { titleCase, upperCase } from './casing-noise.ts';
import { clusterWords, roughWords } from './clusters.ts';
import type { GoldSentence } from './conllu.ts';
import { Gold } from './gold.ts';
import { basesOf, derivedLine, deriveLemmas } from './lemmas.ts';
import { trainPos } from './pos.ts';
import { scorePos } from './score-pos.ts';

const gold = new Gold(process.argv[2] ?? '../shared/gold');
const models = new URL('../models/', import.meta.url);
const lemmaFile = new URL('../lexicons/lemma-exceptions.txt', import.meta.url);

const data = {
  learned: {
    'GUM train, permissive genres (treebank)': 'CC BY 4.0; texts CC BY, public domain, CC BY-SA 3.0 (bio, voyage)',
    'UD English EWT train': 'CC BY-SA 4.0',
    'US Senate press releases (plain text, clusters)': 'public record',
    'Wikinews (plain text, clusters)': 'CC BY 2.5',
  },
  data_date: 'treebank texts 1947 to 2022, releases 2004 to 2008, Wikinews 2019 to 2021',
  measured_on: 'GUM dev and UD English EWT dev, gold tokens, never learned from; percent',
};

function clusters(sentences: readonly GoldSentence[]): Map<string, number> {
  const lines = [...gold.paragraphs().map(roughWords), ...sentences.map((sentence) => [...sentence.words])];
  return clusterWords(lines, { least: 8, words: 30_000, contexts: 1000, clusters: 300, rounds: 10, seed: 2026 });
}

function trainTagger(train: readonly GoldSentence[]): TaggerModel {
  const settings = { epochs: 8, scale: 32, least: 5, seed: 2026 };
  const words = clusters(train);
  const features = 'words, affixes, shapes, tag classes and clusters of a window of five words, the two tags before';
  const about = {
    name: 'part-of-speech tagger',
    method: 'averaged perceptron, left to right',
    features,
    settings,
    ...data,
  };
  const bytes = trainPos(train, { ...settings, clusters: words, about });
  const model = loadTagger(bytes);
  const scores = Object.fromEntries([...posScores(model)]);
  writeFileSync(new URL('pos.bin', models), bytes);
  const header = { ...openModel(bytes, 'pos').header.about, bytes: bytes.length, scores };
  writeFileSync(new URL('pos.json', models), `${JSON.stringify(header, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(header, null, 2)}\n`);
  return model;
}

function* posScores(model: TaggerModel): Generator<[string, { tokens: number; pos: string; tag: string }]> {
  const dev = gold.treebanks('dev');
  const recased = (change: (words: readonly string[]) => string[]) =>
    dev.map((sentence) => ({ ...sentence, words: change(sentence.words) }));
  const sets: [string, readonly GoldSentence[]][] = [
    ['GUM dev', gold.treebank('gum', 'dev')],
    ['EWT dev', gold.treebank('ud_ewt', 'dev')],
    ['both', dev],
    ['both, Title Case', recased(titleCase)],
    ['both, UPPER CASE', recased(upperCase)],
  ];
  for (const [name, sentences] of sets) {
    const { tokens, pos, tag } = scorePos(model, sentences);
    yield [name, { tokens, pos: ((100 * pos) / tokens).toFixed(2), tag: ((100 * tag) / tokens).toFixed(2) }];
  }
}

function writeLemmas(train: readonly GoldSentence[], model: TaggerModel): void {
  const own = readFileSync(lemmaFile, 'utf8').split(derivedLine)[0]!.trimEnd();
  const bases = basesOf(train, gold.paragraphs().map(roughWords), model);
  const lines = deriveLemmas(train, bases, parseLemmaLexicon(own));
  writeFileSync(lemmaFile, `${own}\n\n${derivedLine}\n${lines.join('\n')}\n`);
  process.stdout.write(`lemmas: ${lines.length} derived lines\n`);
}

function timeTagger(sentences: readonly GoldSentence[], model: TaggerModel): void {
  const start = performance.now();
  let words = 0;
  for (const sentence of sentences) words += tagSentence(model, sentence.words).pos.length;
  process.stdout.write(`pos: ${Math.round((1000 * words) / (performance.now() - start))} tokens a second\n`);
}

const train = gold.treebanks('train');
const tagger = trainTagger(train);
timeTagger(train, tagger);
writeLemmas(train, tagger);
