import { readFileSync, writeFileSync } from 'node:fs';
import { ByteWriter } from '#pipeline/annotate/linear/bytes.ts';
import { openModel, packModel } from '#pipeline/annotate/linear/model.ts';
import { loadParser, type ParserModel } from '#pipeline/annotate/parser/index.ts';
import { loadTagger } from '#pipeline/annotate/tagger/index.ts';
import { Gold } from './gold.ts';
import { jackknifeGuides } from './parser-guides.ts';
import { backwards, examplesOf, type Learned, learnPass } from './parser-learn.ts';
import { clusterEntries, clusterMap, type PassRows, parserRelations, writeParser } from './parser-model.ts';
import { type ParserCounts, scoreParser } from './parser-score.ts';
import { jackknife, withTags } from './parser-tags.ts';

const gold = new Gold(process.argv[2] ?? '../shared/gold');
const models = new URL('../models/', import.meta.url);
const tagger = loadTagger(readFileSync(new URL('pos.bin', models)));
const shared = { exploration: 0.9, margin: 50, leastUpdates: 15, seed: 2026 };
const settings = {
  tags: { folds: 5, epochs: 4, seed: 2026 },
  guides: { ...shared, folds: 3, epochs: 3 },
  backward: { ...shared, epochs: 6 },
  forward: { ...shared, epochs: 6 },
  scale: 8,
  least: { moves: 8, relations: 8 },
};

const about = {
  name: 'dependency parser',
  method:
    'averaged perceptron, greedy arc-hybrid transitions with a dynamic oracle; right to left, then left to right with the first tree in view',
  features: 'words, tags, clusters of the three top words of the stack and the next four, their dependents, distances',
  tags: 'predicted by taggers that have not learned from the document',
  settings,
  learned: {
    'GUM train, permissive genres (treebank)': 'CC BY 4.0; texts CC BY, public domain, CC BY-SA 3.0 (bio, voyage)',
    'UD English EWT train': 'CC BY-SA 4.0',
    'US Senate press releases (plain text, clusters)': 'public record',
    'Wikinews (plain text, clusters)': 'CC BY 2.5',
  },
  data_date: 'treebank texts 1947 to 2022, releases 2004 to 2008, Wikinews 2019 to 2021',
  measured_on: 'GUM dev and UD English EWT dev, gold tokens, predicted tags, never learned from; percent',
  figures: 'UAS, LAS: CoNLL 2018 (punctuation counts, relations without subtypes); with_subtypes: LAS with them',
};

const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(2);

function figuresOf({ tokens, heads, relations, subtypes }: ParserCounts): Record<string, unknown> {
  const [uas, las, full] = [heads, relations, subtypes].map((count) => percent(count, tokens));
  return { tokens, uas, las, with_subtypes: full };
}

function scoresOf(model: ParserModel): Record<string, unknown> {
  const sets = { 'GUM dev': ['gum'], 'EWT dev': ['ud_ewt'], both: ['gum', 'ud_ewt'] };
  const scores = Object.entries(sets).map(([name, banks]) => {
    const sentences = banks.flatMap((bank) => gold.treebank(bank, 'dev'));
    const { all, words } = scoreParser(model, sentences, withTags(sentences, tagger));
    return [name, { ...figuresOf(all), without_punctuation: figuresOf(words) }];
  });
  return Object.fromEntries(scores);
}

function train(): Uint8Array {
  const sentences = jackknife(gold.treebanks('train'), tagger, settings.tags);
  const names = parserRelations(sentences);
  const clusters = clusterEntries(tagger);
  const map = clusterMap(clusters);
  const reversed = examplesOf(sentences.map(backwards), names, map, null);
  const guides = jackknifeGuides(reversed, names, settings.guides, rowsOf);
  const first = rowsOf(learnPass(reversed, names, settings.backward, printEpoch('backward')));
  const guided = examplesOf(sentences, names, map, guides);
  const second = rowsOf(learnPass(guided, names, settings.forward, printEpoch('forward')));
  const writer = new ByteWriter();
  writeParser(writer, clusters, [first, second]);
  return packModel({ kind: 'parser', labels: names, about }, writer.finish());
}

function rowsOf({ moves, relations }: Learned): PassRows {
  const { scale, least } = settings;
  return { moves: moves.rows(scale, least.moves), relations: relations.rows(scale, least.relations) };
}

function printEpoch(pass: string): (learned: Learned, epoch: number) => void {
  return (_, epoch) => process.stdout.write(`parser: ${pass}, epoch ${epoch}\n`);
}

const bytes = train();
const scores = scoresOf(loadParser(bytes));
writeFileSync(new URL('parser.bin', models), bytes);
const header = { ...openModel(bytes, 'parser').header.about, bytes: bytes.length, scores };
writeFileSync(new URL('parser.json', models), `${JSON.stringify(header, null, 2)}\n`);
process.stdout.write(`${JSON.stringify(header, null, 2)}\n`);
