import { ByteReader, ByteWriter } from '#pipeline/annotate/linear/bytes.ts';
import { type Row, readWeights, writeWeights } from '#pipeline/annotate/linear/weights.ts';
import { type Guide, guideFrom } from '#pipeline/annotate/parser/guide.ts';
import { type Pass, runPass } from '#pipeline/annotate/parser/pass.ts';
import type { Transitions } from '#pipeline/annotate/parser/transitions.ts';
import { type Example, learnPass, type ParserOptions } from './parser-learn.ts';
import type { Perceptron } from './perceptron.ts';

/** Sentences next to each other are of one document; a block goes into one fold as a whole. */
const block = 20;

/** First opinions on the sentences (given backwards), each by weights that have not learned from it. */
export function jackknifeGuides(
  backward: readonly Example[],
  transitions: Transitions,
  options: ParserOptions & { readonly folds: number },
  rows: (perceptron: Perceptron) => readonly Row[],
): Guide[] {
  const foldOf = (index: number): number => Math.floor(index / block) % options.folds;
  const guides: Guide[] = [];
  for (let fold = 0; fold < options.folds; fold++) {
    const others = backward.filter((_, index) => foldOf(index) !== fold);
    const pass = passOf(rows(learnPass(others, transitions, options, () => {})), transitions);
    for (const [index, { prepared }] of backward.entries()) {
      if (foldOf(index) === fold) guides[index] = guideFrom(runPass(pass, prepared));
    }
    process.stdout.write(`parser: guided fold ${fold + 1} of ${options.folds}\n`);
  }
  return guides;
}

function passOf(rows: readonly Row[], transitions: Transitions): Pass {
  const writer = new ByteWriter();
  writeWeights(writer, rows);
  return { transitions, weights: readWeights(new ByteReader(writer.finish())) };
}
