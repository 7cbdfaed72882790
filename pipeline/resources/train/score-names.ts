import { findNames, type NameModel, type TaggedName } from '#pipeline/annotate/names/tagger.ts';
import { type TaggerModel, tagSentence } from '#pipeline/annotate/tagger/index.ts';

/** Names counted at one least confidence. */
export interface NameScore {
  gold: number;
  found: number;
  right: number;
}

/** A sentence with gold names; `fits` says whether a found name is the gold one. */
export interface NameTest<G> {
  readonly words: readonly string[];
  readonly gold: readonly G[];
  readonly fits: (found: TaggedName, gold: G) => boolean;
}

const measured = new Set(['person', 'organization', 'place']);

/** Precision and recall of persons, organizations and places for each least confidence. */
export function scoreNames<G>(
  tests: Iterable<NameTest<G>>,
  tagger: TaggerModel,
  model: NameModel,
  least: readonly number[],
): NameScore[] {
  const scores = least.map(() => ({ gold: 0, found: 0, right: 0 }));
  for (const { words, gold, fits } of tests) {
    const names = findNames(model, words, tagSentence(tagger, words).tag).filter((name) => measured.has(name.type));
    for (const [at, score] of scores.entries()) {
      const kept = names.filter((name) => name.confidence >= least[at]!);
      score.gold += gold.length;
      score.found += kept.length;
      score.right += matched(kept, gold, fits);
    }
  }
  return scores;
}

/** Each gold name takes the first free found name that fits it. */
function matched<G>(names: readonly TaggedName[], gold: readonly G[], fits: NameTest<G>['fits']): number {
  const used = new Set<TaggedName>();
  for (const one of gold) {
    const name = names.find((candidate) => !used.has(candidate) && fits(candidate, one));
    if (name !== undefined) used.add(name);
  }
  return used.size;
}
