import { findNames, loadNameTagger, type NameModel } from '#pipeline/annotate/names/tagger.ts';
import { type TaggerModel, tagSentence } from '#pipeline/annotate/tagger/index.ts';
import type { GoldSentence } from './conllu.ts';
import type { Gold } from './gold.ts';
import { flatNames, gumNames, type NameReading, reportNames } from './name-gold.ts';
import { nameLists, phraseBits } from './name-lists.ts';
import type { NameSentence } from './name-sentence.ts';
import { flatTests, phraseTests } from './name-tests.ts';
import { trainNames } from './names.ts';
import { scoreNames } from './score-names.ts';
import { silverNames } from './silver.ts';
import { treebankNames } from './treebank-names.ts';

/** What learned from its own names is too sure of them: with 85 hundredths of each score it is less so. */
const settings = {
  epochs: 10,
  rate: 0.1,
  decay: 0.00002,
  dropout: 0.15,
  seed: 2026,
  leastSeen: 2,
  least: 3,
  calm: 0.85,
};
/** Every so many-th release is read for silver names: more add little but senators. */
const everyRelease = 20;
const thresholds = [0, 0.5, 0.6, 0.7, 0.8, 0.9];

const origin = {
  name: 'name tagger',
  method:
    'conditional random field over begin, inside, last, unit, outside; words that an annotation leaves open are summed over; trained twice, the second time also on names that the first model is sure of in plain articles',
  features:
    'words, affixes, shapes, Penn tags, clusters, listed phrases in a window of five words; ends of the capitalised run',
  settings,
  learned: {
    'GUM train, permissive genres (named entities)':
      'CC BY 4.0; texts CC BY, public domain, CC BY-SA 3.0 (bio, voyage)',
    WikiGold: 'CC BY 4.0',
    'Universal NER English EWT, dev': 'CC BY-SA 4.0',
    'UD English EWT train (where proper nouns are)': 'CC BY-SA 4.0',
    're3d, without BBC Online': 'per source: public domain, OGL, CC BY, CC BY-SA, EU notice',
    'US Senate press releases (names that a first model is sure of)': 'public record',
    'Wikinews (names that a first model is sure of)': 'CC BY 2.5',
    'nlp4j-english 1.1.2 (classes of words)': 'Apache-2.0',
    'lists below pipeline/resources/lexicons and gazetteers': 'see their sections',
  },
  data_date: 'as of the treebanks, WikiGold 2009, re3d 2017, releases 2004 to 2008, Wikinews 2019 to 2021',
  measured_on:
    'Universal NER English EWT test (exact words and type), GUM dev (head and type): neither learned from; percent',
};

/** Trains the name tagger: first on annotated names, then also on silver ones. `choose` takes a part of the annotated ones. */
export function buildNames(
  gold: Gold,
  tagger: TaggerModel,
  articles: readonly string[],
  choose: (annotated: readonly NameSentence[]) => readonly NameSentence[] = (annotated) => annotated,
): Uint8Array {
  const reading = { lists: nameLists(), tagsOf: (words: readonly string[]) => tagSentence(tagger, words).tag };
  const { words } = tagger.lexicon;
  const annotated = [...choose(goldNames(gold, reading)), ...treebankNames(gold.treebank('ud_ewt', 'train'), reading)];
  const about = { ...origin, sha256: Object.fromEntries(gold.checksums) };
  const options = { ...settings, lists: phraseBits(), words, about };
  const first = loadNameTagger(trainNames(annotated, tagger, { ...options, calm: 1 }), words);
  const silver = silverNames(sample(gold, articles), first, reading);
  return trainNames([...annotated, ...silver], tagger, { ...options, calm: settings.calm });
}

function goldNames(gold: Gold, reading: NameReading): NameSentence[] {
  const sets = [
    gumNames(gold, reading),
    flatNames(gold.records('wikigold/all.jsonl'), reading),
    flatNames(gold.records('uner_en_ewt/dev.jsonl'), reading),
    reportNames(gold.records('re3d/open.jsonl'), reading),
  ];
  return sets.flat().filter((sentence) => sentence.words.length > 0);
}

function sample(gold: Gold, articles: readonly string[]): string[] {
  const news = gold.records('bulk/wikinews.jsonl').length;
  return articles.filter((_, index) => index < news || index % everyRelease === 0);
}

/** Precision and recall of persons, organizations and places by least confidence. */
export function nameScores(gold: Gold, tagger: TaggerModel, model: NameModel): Record<string, unknown> {
  const dev = gold.records('gum/dev.jsonl');
  const sets = {
    'EWT test': scoreNames(flatTests(gold.records('uner_en_ewt/test.jsonl')), tagger, model, thresholds),
    'GUM dev': scoreNames(phraseTests(dev), tagger, model, thresholds),
    'GUM dev, news': scoreNames(phraseTests(dev, 'news'), tagger, model, thresholds),
  };
  const percent = (part: number, whole: number) => ((100 * part) / Math.max(whole, 1)).toFixed(1);
  return Object.fromEntries(
    Object.entries(sets).map(([name, scores]) => [
      name,
      scores.map(({ gold, found, right }, at) => ({
        least_confidence: thresholds[at],
        precision: percent(right, found),
        recall: percent(right, gold),
        f1: percent(2 * right, found + gold),
      })),
    ]),
  );
}

/** Words searched for names in a second, here and now; their tags are given. */
export function nameSpeed(sentences: readonly GoldSentence[], tagger: TaggerModel, model: NameModel): number {
  const tagged = sentences.map(({ words }) => ({ words, tags: tagSentence(tagger, words).tag }));
  const start = performance.now();
  let count = 0;
  for (const { words, tags } of tagged) {
    findNames(model, words, tags);
    count += words.length;
  }
  return Math.round((1000 * count) / (performance.now() - start));
}
