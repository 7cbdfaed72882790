import type { WordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { loadTagger, type TaggerModel, tagSentence } from '#pipeline/annotate/tagger/index.ts';
import { titleCase, upperCase } from './casing-noise.ts';
import type { GoldSentence } from './conllu.ts';
import type { Gold } from './gold.ts';
import { trainPos } from './pos.ts';
import { scorePos } from './score-pos.ts';
import { readCorrections, taughtSentences } from './taught.ts';

const settings = { epochs: 8, scale: 32, least: 11, seeds: [2026, 2027, 2028, 2029], known: 10 };

const origin = {
  name: 'part-of-speech tagger',
  method: 'averaged perceptron, left to right; the mean of trainings in several orders',
  features: 'words, affixes, shapes, tag classes and clusters of a window of five words, the two tags before',
  settings,
  learned: {
    'GUM train, permissive genres (treebank)': 'CC BY 4.0; texts CC BY, public domain, CC BY-SA 3.0 (bio, voyage)',
    'UD English EWT train': 'CC BY-SA 4.0',
    'US Senate press releases, Wikinews (plain text, corrected tags)': 'public record; CC BY 2.5',
    'nlp4j-english 1.1.2 (classes of words; corrections of tags)': 'Apache-2.0',
  },
  data_date: 'treebank texts 1947 to 2022, releases 2004 to 2008, Wikinews 2019 to 2021, classes of words 2016',
  measured_on: 'GUM dev and UD English EWT dev, gold tokens, never learned from; percent',
};

/** Trains the part-of-speech tagger. */
export function buildPos(gold: Gold, train: readonly GoldSentence[], words: WordClasses): Uint8Array {
  const first = loadTagger(firstPos(train, words), words);
  const taught = taughtSentences(gold.someArticles(), train, first, readCorrections());
  const about = { ...origin, taught: taught.length, sha256: Object.fromEntries(gold.checksums) };
  return trainPos([...train, ...taught], { ...settings, words, about });
}

/** Trains, in one order, a tagger that knows the treebanks alone. */
export function firstPos(train: readonly GoldSentence[], words: WordClasses): Uint8Array {
  return trainPos(train, { ...settings, seeds: settings.seeds.slice(0, 1), known: null, words, about: {} });
}

/** Agreement with both dev halves, as they are and in the casing of headlines. */
export function posScores(gold: Gold, model: TaggerModel): Record<string, unknown> {
  const dev = gold.treebanks('dev');
  const recased = (change: (words: readonly string[]) => string[]) =>
    dev.map((sentence) => ({ ...sentence, words: change(sentence.words) }));
  const sets: readonly [string, readonly GoldSentence[]][] = [
    ['GUM dev', gold.treebank('gum', 'dev')],
    ['EWT dev', gold.treebank('ud_ewt', 'dev')],
    ['both', dev],
    ['both, Title Case', recased(titleCase)],
    ['both, UPPER CASE', recased(upperCase)],
  ];
  const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(2);
  return Object.fromEntries(
    sets.map(([name, sentences]) => {
      const { tokens, pos, tag } = scorePos(model, sentences);
      return [name, { tokens, pos: percent(pos, tokens), tag: percent(tag, tokens) }];
    }),
  );
}

/** Words tagged in a second, here and now. */
export function posSpeed(sentences: readonly GoldSentence[], model: TaggerModel): number {
  const start = performance.now();
  let words = 0;
  for (const sentence of sentences) words += tagSentence(model, sentence.words).pos.length;
  return Math.round((1000 * words) / (performance.now() - start));
}
