import { fileURLToPath } from 'node:url';
import { type GapScore, scoreGap } from './coreference/gap.ts';
import { type ConllScore, scoreOntogum } from './coreference/ontogum.ts';

/** How well references are joined: GAP's ambiguous pronouns and OntoGUM's clusters, on texts that nothing was learned from. */
export function coreferenceScores(folder: string): { gap: GapScore; ontogum: ConllScore } {
  return {
    gap: scoreGap(folder, 'gap/development.jsonl'),
    ontogum: scoreOntogum(folder, 'ontogum/dev.jsonl'),
  };
}

/** Usage: node --import tsx pipeline/resources/train/score-coreference.ts [folder of the annotated texts]. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const scores = coreferenceScores(process.argv[2] ?? '../shared/gold');
  const round = (_key: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toFixed(1)) : value;
  process.stdout.write(`${JSON.stringify({ ...scores, bias: scores.gap.bias.toFixed(2) }, round, 2)}\n`);
}
