import { ByteReader } from '../linear/bytes.ts';
import type { IntMap } from '../linear/int-map.ts';
import { openModel } from '../linear/model.ts';
import { readMap, readWeights } from '../linear/weights.ts';
import { prepare } from './features.ts';
import { type Guide, guideFrom } from './guide.ts';
import { type Pass, runPass } from './pass.ts';
import { mirrored, readTransitions } from './transitions.ts';

/** Trained weights of the dependency parser. */
export interface ParserModel {
  /** Exact or lower-case word to its cluster. */
  readonly clusters: IntMap;
  /** From right to left: a first opinion. */
  readonly backward: Pass;
  /** From left to right, with the first opinion in view. */
  readonly forward: Pass;
}

/** A dependency tree by Universal Dependencies. */
export interface Parse {
  /** Index in the sentence of each word's head, -1 for the root. */
  readonly head: number[];
  readonly relation: string[];
}

/** Reads the bytes of `resources/models/parser.bin`; throws when they are not a parser's. */
export function loadParser(bytes: Uint8Array): ParserModel {
  const { header, body } = openModel(bytes, 'parser');
  return readParser(new ByteReader(body), header.labels);
}

/** Reads the body of a model. */
export function readParser(reader: ByteReader, labels: readonly string[]): ParserModel {
  const transitions = readTransitions(labels);
  return {
    clusters: readMap(reader),
    backward: { transitions: mirrored(transitions), weights: readWeights(reader) },
    forward: { transitions, weights: readWeights(reader) },
  };
}

/** The tree of one sentence, given its words, universal and Penn parts of speech; it always has one root and spans all words. */
export function parseSentence(
  model: ParserModel,
  words: readonly string[],
  pos: readonly string[],
  tag: readonly string[],
): Parse {
  const guide = guideOf(model.backward, words, pos, tag, model.clusters);
  const state = runPass(model.forward, prepare(words, pos, tag, model.clusters, guide));
  const { names } = model.forward.transitions;
  const head: number[] = [];
  const relation: string[] = [];
  for (let index = 0; index < words.length; index++) {
    head.push(state.heads[index]!);
    relation.push(names[state.relations[index]!]!);
  }
  return { head, relation };
}

/** The first opinion on a sentence. */
export function guideOf(
  backward: Pass,
  words: readonly string[],
  pos: readonly string[],
  tag: readonly string[],
  clusters: IntMap,
): Guide {
  const reversed = (column: readonly string[]): string[] =>
    Array.from(words, (_, index) => column[words.length - 1 - index] ?? '');
  return guideFrom(runPass(backward, prepare(reversed(words), reversed(pos), reversed(tag), clusters)));
}
