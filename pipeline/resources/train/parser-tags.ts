import { loadTagger, type TaggerModel, tagSentence } from '#pipeline/annotate/tagger/index.ts';
import type { GoldSentence } from './conllu.ts';
import { trainPos } from './pos.ts';

/** How the tags that a parser learns from are made. */
export interface JackknifeOptions {
  readonly folds: number;
  readonly epochs: number;
  readonly seed: number;
}

/** The sentences with the tags of a tagger in place of the gold ones. */
export function withTags(sentences: readonly GoldSentence[], tagger: TaggerModel): GoldSentence[] {
  return sentences.map((sentence) => {
    const { pos, tag } = tagSentence(tagger, sentence.words);
    return { ...sentence, pos, tags: tag };
  });
}

/** The sentences as taggers see them that have not learned from the same document, so that the parser meets real mistakes. */
export function jackknife(
  sentences: readonly GoldSentence[],
  tagger: TaggerModel,
  options: JackknifeOptions,
): GoldSentence[] {
  const folds = foldsOf(sentences, options.folds);
  const { words } = tagger.lexicon;
  const tagged: GoldSentence[] = [...sentences];
  for (let fold = 0; fold < options.folds; fold++) {
    const others = sentences.filter((_, index) => folds[index] !== fold);
    const settings = { scale: 32, least: 5, epochs: options.epochs, seeds: [options.seed], known: null };
    const model = loadTagger(trainPos(others, { ...settings, words, about: {} }), words);
    for (const [index, sentence] of sentences.entries()) {
      if (folds[index] === fold) tagged[index] = withTags([sentence], model)[0]!;
    }
    process.stdout.write(`parser: tagged fold ${fold + 1} of ${options.folds}\n`);
  }
  return tagged;
}

/** Fold of each sentence; a document is never cut. */
function foldsOf(sentences: readonly GoldSentence[], folds: number): number[] {
  const numbers = new Map<string, number>();
  return sentences.map(({ document }) => {
    if (!numbers.has(document)) numbers.set(document, numbers.size);
    return numbers.get(document)! % folds;
  });
}
