import { ByteReader } from '../linear/bytes.ts';
import { openModel } from '../linear/model.ts';
import type { WordClasses } from '../linear/word-classes.ts';
import { attachPairs } from './enclosed.ts';
import { mirrored, prepare } from './features.ts';
import { guideFrom } from './guide.ts';
import { type Pass, readPass, runPass } from './pass.ts';
import { surenessOf } from './sureness.ts';

/** Trained weights of the dependency parser. */
export interface ParserModel {
  /** Relations by index; the first is `root`. */
  readonly names: readonly string[];
  readonly classes: WordClasses;
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
  /** How likely head and relation are right, from 0 to 1. */
  readonly sureness: number[];
}

/** Reads the bytes of `resources/models/parser.bin`; throws when they are not a parser's. */
export function loadParser(bytes: Uint8Array, classes: WordClasses): ParserModel {
  const { header, body } = openModel(bytes, 'parser');
  return readParser(new ByteReader(body), header.labels, classes);
}

function readParser(reader: ByteReader, labels: readonly string[], classes: WordClasses): ParserModel {
  const [backward, forward] = [readPass(reader, labels.length, false), readPass(reader, labels.length, true)];
  return { names: labels, classes, backward, forward };
}

/** The tree of one sentence, given its words, universal and Penn parts of speech; it always has one root and spans all words. */
export function parseSentence(
  model: ParserModel,
  words: readonly string[],
  pos: readonly string[],
  tag: readonly string[],
): Parse {
  const prepared = prepare(words, pos, tag, model.classes);
  const guide = guideFrom(runPass(model.backward, mirrored(prepared)));
  const state = runPass(model.forward, { ...prepared, guide });
  const head: number[] = [];
  const relation: string[] = [];
  const sureness: number[] = [];
  for (let index = 0; index < words.length; index++) {
    head.push(state.heads[index]!);
    relation.push(model.names[state.relations[index]!]!);
    sureness.push(surenessOf(state, guide, index));
  }
  attachPairs(words, head, relation);
  return { head, relation, sureness };
}
