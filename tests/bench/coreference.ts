import type { GapScore } from '#pipeline/resources/train/coreference/gap.ts';
import { coreferenceScores } from '#pipeline/resources/train/score-coreference.ts';
import type { Measured } from './measured.ts';

/** How well pronouns and other references are joined, in percent to a tenth. */
export function measureCoreference(gold: string): Omit<NonNullable<Measured['coreference']>, 'date'> {
  const { gap, ontogum } = coreferenceScores(gold);
  const rates = ({ precision, recall, f1 }: GapScore['overall']): [number, number, number] => [
    tenth(precision),
    tenth(recall),
    tenth(f1),
  ];
  const { muc, b3, ceafe, conll } = ontogum;
  return {
    gap: { overall: rates(gap.overall), masculine: rates(gap.masculine), feminine: rates(gap.feminine) },
    ontogum: { muc: tenth(muc), b3: tenth(b3), ceafe: tenth(ceafe), conll: tenth(conll) },
  };
}

const tenth = (value: number): number => Math.round(10 * value) / 10;
