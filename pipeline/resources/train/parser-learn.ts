import { type Template, templateKeys } from '#pipeline/annotate/linear/templates.ts';
import type { WordClasses } from '#pipeline/annotate/linear/word-classes.ts';
import { type Prepared, prepare } from '#pipeline/annotate/parser/features.ts';
import type { Guide } from '#pipeline/annotate/parser/guide.ts';
import { guidedRelationTemplates, readArc, relationTemplates } from '#pipeline/annotate/parser/relation-features.ts';
import { apply, isFinished, isLegal, type State, startState } from '#pipeline/annotate/parser/state.ts';
import { guidedStateTemplates, readState, stateTemplates } from '#pipeline/annotate/parser/state-features.ts';
import { move } from '#pipeline/annotate/parser/transitions.ts';
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
  names: readonly string[],
  classes: WordClasses,
  guides: readonly Guide[] | null,
): Example[] {
  return sentences.map((sentence, index) => {
    const { words, heads, relations } = sentence;
    const prepared = prepare(words, sentence.pos, sentence.tags, classes, guides?.[index] ?? null);
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

/** The weights of one pass while they are learned. */
export interface Learned {
  readonly moves: Perceptron;
  readonly relations: Perceptron;
}

/** Learns the weights of one pass from sentences whose tags are predicted and whose trees are gold. */
export function learnPass(
  examples: readonly Example[],
  names: readonly string[],
  options: ParserOptions,
  afterEpoch: (learned: Learned, epoch: number) => void,
): Learned {
  const learned = {
    moves: new Perceptron(3, options.leastUpdates),
    relations: new Perceptron(names.length, options.leastUpdates),
  };
  const learner = new Learner(learned, options.margin);
  const random = seededRandom(options.seed);
  const order = [...examples];
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const { prepared, gold } of order) {
      learner.learn(prepared, gold, () => epoch > 0 && random() < options.exploration);
    }
    afterEpoch(learned, epoch + 1);
  }
  return learned;
}

/** The relation without its subtype where the parser does not know the subtype. */
export function keptRelation(relation: string, names: { includes(name: string): boolean }): string {
  return names.includes(relation) ? relation : relation.split(':')[0]!;
}

class Learner {
  readonly #moves: Perceptron;
  readonly #relations: Perceptron;
  readonly #margin: number;
  readonly #keys = new Int32Array(256);
  readonly #values = new Int32Array(256);

  constructor({ moves, relations }: Learned, margin: number) {
    this.#moves = moves;
    this.#relations = relations;
    this.#margin = margin;
  }

  learn(prepared: Prepared, gold: GoldTree, explores: () => boolean): void {
    const state = startState(prepared.count);
    while (!isFinished(state)) {
      if (state.depth === 0) {
        apply(state, move.shift, 0);
        continue;
      }
      const taken = this.#learnMove(prepared, state, gold, explores);
      apply(state, taken, taken === move.shift ? 0 : this.#learnRelation(prepared, state, gold, taken));
    }
  }

  /** Corrects the move where it must, and returns the one to go on with. */
  #learnMove(prepared: Prepared, state: State, gold: GoldTree, explores: () => boolean): number {
    readState(prepared, state, this.#values);
    const count = this.#write(prepared.guide === null ? stateTemplates : guidedStateTemplates);
    const scores = this.#moves.scores(this.#keys, count);
    const costs = everyMove.map((each) =>
      isLegal(state, each) ? costOf(state, gold, each) : Number.POSITIVE_INFINITY,
    );
    const least = Math.min(...costs);
    let [right, wrong] = [-1, -1];
    for (const each of everyMove) {
      if (costs[each] === Number.POSITIVE_INFINITY) continue;
      if (costs[each] === least) {
        if (right < 0 || scores[each]! > scores[right]!) right = each;
      } else if (wrong < 0 || scores[each]! > scores[wrong]!) wrong = each;
    }
    if (wrong < 0) return right;
    const lead = scores[right]! - scores[wrong]!;
    if (lead <= this.#margin) this.#moves.correct(this.#keys, count, right, wrong);
    return lead <= 0 && explores() ? wrong : right;
  }

  /** Corrects the relation of the arc that the move makes, where it is a gold one, and returns the one that scored best. */
  #learnRelation(prepared: Prepared, state: State, gold: GoldTree, taken: number): number {
    const { stack, depth, next } = state;
    const child = stack[depth - 1]!;
    const head = taken === move.left ? next : stack[depth - 2]!;
    readArc(prepared, state, taken, this.#values);
    const count = this.#write(prepared.guide === null ? relationTemplates : guidedRelationTemplates);
    const scores = this.#relations.scores(this.#keys, count);
    const right = gold.heads[child] === head ? gold.relations[child]! : -1;
    let [best, rival] = [1, -1];
    for (let name = 1; name < scores.length; name++) {
      if (scores[name]! > scores[best]!) best = name;
      if (name !== right && (rival < 0 || scores[name]! > scores[rival]!)) rival = name;
    }
    if (right > 0 && scores[right]! - scores[rival]! <= this.#margin) {
      this.#relations.correct(this.#keys, count, right, rival);
    }
    return best;
  }

  #write(templates: readonly Template[]): number {
    return templateKeys(templates, this.#values, this.#keys, 0);
  }
}
