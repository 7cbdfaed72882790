import { ByteWriter } from '#pipeline/annotate/linear/bytes.ts';
import { hashString } from '#pipeline/annotate/linear/hash.ts';
import { type IntMap, intMap, lookUp } from '#pipeline/annotate/linear/int-map.ts';
import { packModel } from '#pipeline/annotate/linear/model.ts';
import { templateKeys } from '#pipeline/annotate/linear/templates.ts';
import { writeMap, writeWeights } from '#pipeline/annotate/linear/weights.ts';
import type { WordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { padding, sign, stride, wordSigns } from '#pipeline/annotate/linear/words.ts';
import {
  contextTemplates,
  type Lexicon,
  type Prepared,
  prepare,
  readContext,
  readWord,
  wordTemplates,
} from '#pipeline/annotate/tagger/features.ts';
import { noisyCasing } from './casing-noise.ts';
import type { GoldSentence } from './conllu.ts';
import { meanRows } from './mean-rows.ts';
import { Perceptron } from './perceptron.ts';
import { seededRandom, shuffle } from './random.ts';

type Entries = Map<number, number>;
type Labels = ReadonlyMap<string, number>;

/** What the trainer may vary. */
export interface PosOptions {
  readonly epochs: number;
  readonly scale: number;
  readonly least: number;
  /** One training each; what they learn is averaged. */
  readonly seeds: readonly number[];
  /** Words seen so often, and always tagged the same, are looked up once the weights are learned; null: only those that learning looks up, too. */
  readonly known: number | null;
  readonly words: WordClasses;
  readonly about: Record<string, unknown>;
}

const rareLabel = 8;

/** Marks that say themselves what the treebanks' straight ones leave to context. */
const curly = new Map([
  ['“', 'PUNCT ``'],
  ['”', "PUNCT ''"],
]);

/** Learns the tagger from gold sentences and returns the bytes of its model. */
export function trainPos(sentences: readonly GoldSentence[], options: PosOptions): Uint8Array {
  const labels = labelsOf(sentences);
  const entries = lexiconOf(sentences, labels, options.known);
  const lexicon: Lexicon = {
    dictionary: toMap(entries.dictionary),
    classes: toMap(entries.classes),
    words: options.words,
  };
  const trainings = options.seeds.map((seed) =>
    learn(sentences, labels, lexicon, options.epochs, seed).rows(options.scale, 1),
  );
  const writer = new ByteWriter();
  for (const map of [entries.known, entries.classes]) writeMap(writer, map);
  const rows = meanRows(trainings, options.least);
  writeWeights(writer, rows);
  const about = { ...options.about, features: rows.length };
  return packModel({ kind: 'pos', labels: [...labels.keys()], about }, writer.finish());
}

function learn(
  sentences: readonly GoldSentence[],
  labels: Labels,
  lexicon: Lexicon,
  epochs: number,
  seed: number,
): Perceptron {
  const perceptron = new Perceptron(labels.size);
  const random = seededRandom(seed);
  const order = [...sentences];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const sentence of order) {
      const gold = sentence.words.map((_, at) => labels.get(labelOf(sentence, at)) ?? -1);
      learnSentence(perceptron, prepare(noisyCasing(sentence.words, random), lexicon), gold, lexicon);
    }
    process.stdout.write(`pos: order ${seed}, epoch ${epoch + 1} of ${epochs}\n`);
  }
  return perceptron;
}

function learnSentence(perceptron: Perceptron, prepared: Prepared, gold: readonly number[], lexicon: Lexicon): void {
  const [keys, values] = [new Int32Array(256), new Int32Array(256)];
  let [previous, earlier] = [-1, -1];
  for (let index = 0; index < gold.length; index++) {
    let guess = lookUp(lexicon.dictionary, prepared.signs[(index + padding) * stride + sign.exact]!) - 1;
    if (guess < 0) {
      readContext(prepared, index, previous, earlier, values);
      readWord(prepared, index, values);
      const count = templateKeys(contextTemplates, values, keys, templateKeys(wordTemplates, values, keys, 0));
      guess = perceptron.decide(keys, count);
      if (gold[index]! >= 0 && guess !== gold[index]) perceptron.correct(keys, count, gold[index]!, guess);
    }
    earlier = previous;
    previous = guess;
  }
}

function labelOf(sentence: GoldSentence, at: number): string {
  return `${sentence.pos[at]} ${sentence.tags[at]}`;
}

/** Labels often enough seen, by frequency. */
function labelsOf(sentences: readonly GoldSentence[]): Labels {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (let at = 0; at < sentence.words.length; at++) add(counts, labelOf(sentence, at));
  }
  const kept = [...counts]
    .filter(([, count]) => count >= rareLabel)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(kept.map(([label], index) => [label, index]));
}

interface LexiconEntries {
  /** What learning looks up. */
  readonly dictionary: Entries;
  /** What tagging looks up: “grew” is a verb of the past wherever it stands; in odd surroundings the weights alone forget it. */
  readonly known: Entries;
  readonly classes: Entries;
}

function lexiconOf(sentences: readonly GoldSentence[], labels: Labels, least: number | null): LexiconEntries {
  const exact = new Map<string, Map<string, number>>();
  const lower = new Map<number, Map<string, number>>();
  for (const sentence of sentences) {
    const signs = wordSigns(sentence.words);
    for (const [at, word] of sentence.words.entries()) {
      const key = signs[(at + padding) * stride + sign.lower]!;
      add(nested(exact, word), labelOf(sentence, at));
      add(nested(lower, key), labelOf(sentence, at));
    }
  }
  const dictionary: Entries = new Map();
  const known: Entries = new Map();
  for (const [word, counts] of exact) {
    const [label, share] = usual(counts);
    if (curly.has(word) || !labels.has(label)) continue;
    const entry = [hashString(word), labels.get(label)! + 1] as const;
    if (sum(counts) >= 40 && share >= 0.998) dictionary.set(...entry);
    if (least !== null && share === 1 && sum(counts) >= least) known.set(...entry);
  }
  for (const [mark, label] of curly) if (labels.has(label)) dictionary.set(hashString(mark), labels.get(label)! + 1);
  return {
    dictionary: dictionary,
    known: new Map([...dictionary, ...known]),
    classes: classesOf(lower),
  };
}

/** Words seen at least five times, by the labels they take in more than a tenth of cases, most frequent first. */
function classesOf(lower: ReadonlyMap<number, ReadonlyMap<string, number>>): Entries {
  const numbers = new Map<string, number>();
  const classes: Entries = new Map();
  for (const [key, counts] of lower) {
    const all = sum(counts);
    if (all < 5) continue;
    const often = [...counts]
      .filter(([, count]) => count * 10 > all)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const name = often.map(([label]) => label).join('|');
    if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
    classes.set(key, numbers.get(name)!);
  }
  return classes;
}

function usual(counts: ReadonlyMap<string, number>): [string, number] {
  let best: [string, number] = ['', 0];
  for (const entry of counts) if (entry[1] > best[1]) best = entry;
  return [best[0], best[1] / sum(counts)];
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

function add(counts: Map<string, number>, item: string): void {
  counts.set(item, (counts.get(item) ?? 0) + 1);
}

function nested<K>(map: Map<K, Map<string, number>>, key: K): Map<string, number> {
  const found = map.get(key) ?? new Map<string, number>();
  map.set(key, found);
  return found;
}

function toMap(entries: Entries): IntMap {
  return intMap([...entries.keys()], [...entries.values()]);
}
