import type { IntMap } from '#pipeline/annotate/linear/int-map.ts';
import { maximumKeys, type Prepared, prepare, stateKeys } from '#pipeline/annotate/parser/features.ts';
import { apply, isFinished, isLegal, type State, startState } from '#pipeline/annotate/parser/state.ts';
import { move, readTransitions, type Transitions } from '#pipeline/annotate/parser/transitions.ts';
import type { GoldSentence } from './conllu.ts';
import { costOf, type GoldTree } from './parser-oracle.ts';
import { Perceptron } from './perceptron.ts';
import { seededRandom, shuffle } from './random.ts';

/** What the trainer may vary. */
export interface ParserOptions {
  readonly epochs: number;
  /** How often the parser follows its own mistakes after the first round, to learn the way out. */
  readonly exploration: number;
  readonly seed: number;
}

const everyMove = [move.shift, move.left, move.right];

/** Learns the weights of all moves from sentences whose tags are predicted and whose trees are gold. */
export function learnParser(
  sentences: readonly GoldSentence[],
  labels: readonly string[],
  clusters: IntMap,
  options: ParserOptions,
  afterEpoch: (perceptron: Perceptron, epoch: number) => void,
): Perceptron {
  const transitions = readTransitions(labels);
  const perceptron = new Perceptron(labels.length);
  const learner = new Learner(perceptron, transitions);
  const random = seededRandom(options.seed);
  const order = [...sentences];
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const sentence of order) {
      const prepared = prepare(sentence.words, sentence.pos, sentence.tags, clusters);
      learner.learn(prepared, treeOf(sentence, transitions), () => epoch > 0 && random() < options.exploration);
    }
    afterEpoch(perceptron, epoch + 1);
  }
  return perceptron;
}

function treeOf({ words, heads, relations }: GoldSentence, { names }: Transitions): GoldTree {
  return {
    heads: Int32Array.from(heads, (head) => (head === -1 ? words.length : head)),
    relations: Int32Array.from(relations, (relation) => names.indexOf(keptRelation(relation, names))),
  };
}

/** The relation without its subtype where the parser does not know the subtype. */
export function keptRelation(relation: string, names: { includes(name: string): boolean }): string {
  return names.includes(relation) ? relation : relation.split(':')[0]!;
}

class Learner {
  readonly #perceptron: Perceptron;
  readonly #transitions: Transitions;
  readonly #keys = new Int32Array(maximumKeys);

  constructor(perceptron: Perceptron, transitions: Transitions) {
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
      const [guess, right] = this.#judge(state, gold, this.#perceptron.scores(this.#keys, count));
      let taken = right;
      if (guess !== right) {
        this.#perceptron.correct(this.#keys, count, right, guess);
        if (explores()) taken = guess;
      }
      apply(state, moves[taken]!, relations[taken]!);
    }
  }

  /** The class that scores best, and the one that scores best among those that lose nothing. */
  #judge(state: State, gold: GoldTree, scores: Int32Array): [guess: number, right: number] {
    const { moves, relations } = this.#transitions;
    const costs = everyMove.map((wanted) =>
      isLegal(state, wanted) ? costOf(state, gold, wanted) : Number.POSITIVE_INFINITY,
    );
    const least = Math.min(...costs);
    const wanted = everyMove.map((each) => this.#wantedRelation(state, gold, each));
    let [guess, right] = [-1, -1];
    for (let label = 0; label < scores.length; label++) {
      const made = moves[label]!;
      if (costs[made] === Number.POSITIVE_INFINITY) continue;
      if (guess < 0 || scores[label]! > scores[guess]!) guess = label;
      if (costs[made] !== least || (wanted[made]! > 0 && wanted[made] !== relations[label])) continue;
      if (right < 0 || scores[label]! > scores[right]!) right = label;
    }
    return [guess, right < 0 ? guess : right];
  }

  /** The relation that the move must have, or 0 for any: a wrong arc has no right relation. */
  #wantedRelation({ stack, depth, next }: State, gold: GoldTree, wanted: number): number {
    if (wanted === move.shift) return 0;
    const child = stack[depth - 1]!;
    const head = wanted === move.left ? next : depth > 1 ? stack[depth - 2]! : -1;
    return gold.heads[child] === head ? Math.max(0, gold.relations[child]!) : 0;
  }
}
