import { writeFileSync } from 'node:fs';
import { learnWeights } from './coreference/learn.ts';
import { readClustered } from './coreference/ontogum.ts';
import { questionsOf } from './coreference/questions.ts';
import { seededRandom } from './random.ts';

/** Usage: node --import tsx pipeline/resources/train/pronouns.ts [folder of the annotated texts]. Learns whom pronouns mean. */
const folder = process.argv[2] ?? '../shared/gold';
const documents = [...readClustered(folder, 'ontogum/train.jsonl', true)];
const random = seededRandom(2026);
/** Shares of the persons that are hidden, one reading of all documents each. */
const hidden = [0, 0.3, 0.3, 0.5, 0.5];
const answered = hidden.flatMap((share) => [...questionsOf(documents, () => random() < share)]);
const weights = learnWeights(answered, { rounds: 300, decay: 4, least: 6 });
const head = [
  '# Weights by which pronouns are read: feature, weight in 64ths of the natural logarithm. Written by a script',
  '# (pipeline/resources/train/pronouns.ts); do not edit.',
];
const lines = [...weights].sort(([a], [b]) => (a < b ? -1 : 1)).map(([feature, weight]) => `${feature}\t${weight}`);
writeFileSync(new URL('../models/pronouns.txt', import.meta.url), `${[...head, ...lines].join('\n')}\n`);
const certain = answered.filter(({ right }) => right.size > 0).length;
process.stdout.write(`${answered.length} pronouns, ${certain} with an answer, ${weights.size} weights\n`);
