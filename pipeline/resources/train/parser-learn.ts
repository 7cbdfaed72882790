import type { IntMap } from '#pipeline/annotate/linear/int-map.ts';
import { maximumKeys, type Prepared, prepare, stateKeys } from '#pipeline/annotate/parser/features.ts';
import type { Guide } from '#pipeline/annotate/parser/guide.ts';
import { apply, isFinished, isLegal, type State, startState } from '#pipeline/annotate/parser/state.ts';
import { move, type Transitions } from '#pipeline/annotate/parser/transitions.ts';
import type { GoldSentence } from './conllu.ts';
import { costOf, type GoldTree } from './parser-oracle.ts';
import { Perceptron } from './perceptron.ts';
import { seededRandom, shuffle } from './random.ts';

/** What the trainer may vary. */
export interface ParserOptions {
  readonly epochs: number;
  /** How often the parser follows its own mistakes after the first round, to learn the way out. */
  readonly exploration: number;
  /** By how much the right class must win, or it is corrected. */
  readonly margin: number;
  /** Features corrected less often count for nothing. */
  readonly leastUpdates: number;
  readonly seed: number;
}

const everyMove = [move.shift, move.left, move.right];

/** A sentence to learn from: as the parser sees it, and its tree. */
export interface Example {
  readonly prepared: Prepared;
  readonly gold: GoldTree;
}

/** Sentences made ready, in their order or backwards. */
export function examplesOf(
  sentences: readonly GoldSentence[],
  { names }: Transitions,
  clusters: IntMap,
  guides: readonly Guide[] | null,
): Example[] {
  return sentences.map((sentence, index) => {
    const { words, heads, relations } = sentence;
    const prepared = prepare(words, sentence.pos, sentence.tags, clusters, guides?.[index] ?? null);
    const gold = {
      heads: Int32Array.from(heads, (head) => (head === -1 ? words.length : head)),
      relations: Int32Array.from(relations, (relation) => names.indexOf(keptRelation(relation, names))),
    };
    return { prepared, gold };
  });
}

/** The sentence from its last word to its first. */
export function backwards(sentence: GoldSentence): GoldSentence {
  const last = sentence.words.length - 1;
  return {
    ...sentence,
    words: sentence.words.toReversed(),
    pos: sentence.pos.toReversed(),
    tags: sentence.tags.toReversed(),
    heads: sentence.heads.map((head) => (head === -1 ? -1 : last - head)).toReversed(),
    relations: sentence.relations.toReversed(),
  };
}

/** Learns the weights of all moves from sentences whose tags are predicted and whose trees are gold. */
export function learnPass(
  examples: readonly Example[],
  transitions: Transitions,
  options: ParserOptions,
  afterEpoch: (perceptron: Perceptron, epoch: number) => void,
): Perceptron {
  const perceptron = new Perceptron(transitions.moves.length, options.leastUpdates);
  const learner = new Learner(perceptron, transitions, options.margin);
  const random = seededRandom(options.seed);
  const order = [...examples];
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const { prepared, gold } of order) {
      learner.learn(prepared, gold, () => epoch > 0 && random() < options.exploration);
    }
    afterEpoch(perceptron, epoch + 1);
  }
  return perceptron;
}

/** The relation without its subtype where the parser does not know the subtype. */
export function keptRelation(relation: string, names: { includes(name: string): boolean }): string {
  return names.includes(relation) ? relation : relation.split(':')[0]!;
}

class Learner {
  readonly #perceptron: Perceptron;
  readonly #transitions: Transitions;
  readonly #margin: number;
  readonly #keys = new Int32Array(maximumKeys);

  constructor(perceptron: Perceptron, transitions: Transitions, margin: number) {
    this.#margin = margin;
    this.#perceptron = perceptron;
    this.#transitions = transitions;
  }

  learn(prepared: Prepared, gold: GoldTree, explores: () => boolean): void {
    const state = startState(prepared.count);
    const { moves, relations } = this.#transitions;
    while (!isFinished(state)) {
      if (state.depth === 0) {
        apply(state, move.shift, 0);
        continue;
      }
      const count = stateKeys(prepared, state, this.#keys);
      const scores = this.#perceptron.scores(this.#keys, count);
      const [right, wrong] = this.#judge(state, gold, scores);
      let taken = right;
      if (wrong >= 0) {
        const lead = scores[right]! - scores[wrong]!;
        if (lead <= this.#margin) this.#perceptron.correct(this.#keys, count, right, wrong);
        if (lead <= 0 && explores()) taken = wrong;
      }
      apply(state, moves[taken]!, relations[taken]!);
    }
  }

  /** The class that scores best among those that lose nothing, and the best of the others, -1 where all are right. */
  #judge(state: State, gold: GoldTree, scores: Int32Array): [right: number, wrong: number] {
    const { moves, relations } = this.#transitions;
    const costs = everyMove.map((wanted) =>
      isLegal(state, wanted) ? costOf(state, gold, wanted) : Number.POSITIVE_INFINITY,
    );
    const least = Math.min(...costs);
    const wanted = everyMove.map((each) => this.#wantedRelation(state, gold, each));
    let [right, wrong] = [-1, -1];
    for (let label = 0; label < scores.length; label++) {
      const made = moves[label]!;
      if (costs[made] === Number.POSITIVE_INFINITY) continue;
      const isRight = costs[made] === least && (wanted[made] === 0 || wanted[made] === relations[label]);
      if (isRight && (right < 0 || scores[label]! > scores[right]!)) right = label;
      if (!isRight && (wrong < 0 || scores[label]! > scores[wrong]!)) wrong = label;
    }
    return right < 0 ? [wrong, -1] : [right, wrong];
  }

  /** The relation that the move must have, or 0 for any: a wrong arc has no right relation. */
  #wantedRelation({ stack, depth, next }: State, gold: GoldTree, wanted: number): number {
    if (wanted === move.shift) return 0;
    const child = stack[depth - 1]!;
    const head = wanted === move.left ? next : depth > 1 ? stack[depth - 2]! : -1;
    return gold.heads[child] === head ? Math.max(0, gold.relations[child]!) : 0;
  }
}
