import { type Guide, guideFrom } from '#pipeline/annotate/parser/guide.ts';
import { runPass } from '#pipeline/annotate/parser/pass.ts';
import { type Example, type Learned, learnPass, type ParserOptions } from './parser-learn.ts';
import { type PassRows, passOf } from './parser-packing.ts';

/** Sentences next to each other are of one document; a block goes into one fold as a whole. */
const block = 20;

/** First opinions on the sentences (given backwards), each by weights that have not learned from it. */
export function jackknifeGuides(
  backward: readonly Example[],
  names: readonly string[],
  options: ParserOptions & { readonly folds: number },
  rows: (learned: Learned) => PassRows,
): Guide[] {
  const foldOf = (index: number): number => Math.floor(index / block) % options.folds;
  const guides: Guide[] = [];
  for (let fold = 0; fold < options.folds; fold++) {
    const others = backward.filter((_, index) => foldOf(index) !== fold);
    const pass = passOf(rows(learnPass(others, names, options, () => {})), names.length);
    for (const [index, { prepared }] of backward.entries()) {
      if (foldOf(index) === fold) guides[index] = guideFrom(runPass(pass, prepared));
    }
    process.stdout.write(`parser: guided fold ${fold + 1} of ${options.folds}\n`);
  }
  return guides;
}
