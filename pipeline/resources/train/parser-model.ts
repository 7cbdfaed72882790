import { ByteWriter } from '#pipeline/annotate/linear/bytes.ts';
import { packModel } from '#pipeline/annotate/linear/model.ts';
import { type ParserModel, parseSentence } from '#pipeline/annotate/parser/index.ts';
import type { TaggerModel } from '#pipeline/annotate/tagger/index.ts';
import type { GoldSentence } from './conllu.ts';
import type { Gold } from './gold.ts';
import { jackknifeGuides } from './parser-guides.ts';
import { backwards, examplesOf } from './parser-learn.ts';
import { learnOrders, rowsOf } from './parser-orders.ts';
import { parserRelations, writeParser } from './parser-packing.ts';
import { type ParserCounts, scoreParser } from './parser-score.ts';
import { jackknife, withTags } from './parser-tags.ts';
import { newsSentences } from './plain-news.ts';
import { silverTrees } from './silver-trees.ts';

const shared = { exploration: 0.9, margin: 50, leastUpdates: 15 };

/** How the parser is learned. */
export const parserSettings = {
  tags: { folds: 5, epochs: 4, seed: 2026 },
  guides: { ...shared, folds: 3, epochs: 2, seed: 2026 },
  /** Of either pass: one training for each seed; what they learn is averaged. */
  passes: { ...shared, epochs: 4, seeds: [2026, 2027], least: 14 },
  /** Of the pass that looks at a teacher's trees. */
  teacher: { ...shared, epochs: 6, seeds: [2026, 2027, 2028, 2029], least: 1 },
};

const origin = {
  name: 'dependency parser',
  method:
    'averaged perceptron, greedy arc-hybrid transitions with a dynamic oracle; right to left, then left to right with the first tree in view; the mean of trainings in several orders',
  features:
    'words, tags and clusters of the three top words of the stack and the next four, their dependents, distances',
  tags: 'predicted by taggers that have not learned from the document',
  settings: parserSettings,
  learned: {
    'GUM train, permissive genres (treebank)': 'CC BY 4.0; texts CC BY, public domain, CC BY-SA 3.0 (bio, voyage)',
    'UD English EWT train': 'CC BY-SA 4.0',
    'US Senate press releases, Wikinews (plain text, trees of a teacher)': 'public record; CC BY 2.5',
    'nlp4j-english 1.1.2 (classes of words; trees that the teacher looks at)': 'Apache-2.0',
  },
  data_date: 'treebank texts 1947 to 2022, releases 2004 to 2008, Wikinews 2019 to 2021, classes of words 2016',
  measured_on: 'GUM dev and UD English EWT dev, gold tokens, predicted tags, never learned from; percent',
  figures: 'uas, las: as in CoNLL 2018 (punctuation counts, relations without subtypes); with_subtypes: las with them',
};

/** Trains the dependency parser. */
export function buildParser(gold: Gold, train: readonly GoldSentence[], tagger: TaggerModel): Uint8Array {
  const treebanks = jackknife(train, tagger, parserSettings.tags);
  const names = parserRelations(treebanks);
  const news = silverTrees(newsSentences(gold.someArticles()), tagger);
  const about = { ...origin, taught: news.length, sha256: Object.fromEntries(gold.checksums) };
  return packModel({ kind: 'parser', labels: names, about }, learnBody([...treebanks, ...news], names, tagger));
}

function learnBody(sentences: readonly GoldSentence[], names: readonly string[], tagger: TaggerModel): Uint8Array {
  const classes = tagger.lexicon.words;
  const reversed = examplesOf(sentences.map(backwards), names, classes, null);
  const guides = jackknifeGuides(reversed, names, parserSettings.guides, rowsOf);
  const guided = examplesOf(sentences, names, classes, guides);
  const first = learnOrders(reversed, names, parserSettings.passes, 'backward');
  const second = learnOrders(guided, names, parserSettings.passes, 'forward');
  const writer = new ByteWriter();
  writeParser(writer, [first, second]);
  return writer.finish();
}

/** Attachment scores on both dev halves, with predicted tags. */
export function parserScores(gold: Gold, tagger: TaggerModel, model: ParserModel): Record<string, unknown> {
  const sets = { 'GUM dev': ['gum'], 'EWT dev': ['ud_ewt'], both: ['gum', 'ud_ewt'] };
  const scores = Object.entries(sets).map(([name, banks]) => {
    const sentences = banks.flatMap((bank) => gold.treebank(bank, 'dev'));
    const { all, words } = scoreParser(model, sentences, withTags(sentences, tagger));
    return [name, { ...figuresOf(all), without_punctuation: figuresOf(words) }];
  });
  return Object.fromEntries(scores);
}

function figuresOf({ tokens, heads, relations, subtypes }: ParserCounts): Record<string, unknown> {
  const [uas, las, full] = [heads, relations, subtypes].map((count) => ((100 * count) / tokens).toFixed(2));
  return { tokens, uas, las, with_subtypes: full };
}

/** Words parsed in a second of processor time, here and now. */
export function parserSpeed(sentences: readonly GoldSentence[], model: ParserModel): number {
  const start = process.cpuUsage();
  let words = 0;
  for (const { words: forms, pos, tags } of sentences) words += parseSentence(model, forms, pos, tags).head.length;
  const { user, system } = process.cpuUsage(start);
  return Math.round((1_000_000 * words) / (user + system));
}
