import type { Lexical } from './document.ts';
import { type Parse, type ParserModel, parseSentence } from './parser/index.ts';

/** The dependency tree of a sentence by Universal Dependencies; tokens are the document's. */
export interface Tree {
  /** The token's head, or null for the root. */
  headOf(token: number): number | null;
  /** `nsubj`, `obl`, `acl:relcl` … */
  relationOf(token: number): string;
  /** In text order. */
  dependentsOf(token: number): readonly number[];
  /** How likely the token's head and relation are right, from 0 to 1. */
  sureOf(token: number): number;
}

/** How likely the arcs above all these tokens are right. */
export const sureOfAll = (tree: Tree, tokens: readonly number[]): number =>
  tokens.reduce((sure, token) => sure * tree.sureOf(token), 1);

/** The trees of a document's sentences, each parsed when it is first asked for. */
export interface Trees {
  /** Null where the sentence is too long to be one. */
  of(sentence: number): Tree | null;
}

/** Dependents and their dependents, nearer ones first, down to a depth. */
export function below(tree: Tree, token: number, depth = Number.POSITIVE_INFINITY): readonly number[] {
  const direct = tree.dependentsOf(token);
  return depth <= 1 ? direct : [...direct, ...direct.flatMap((d) => below(tree, d, depth - 1))];
}

/** Sentences with more tokens are lists or noise, and are not parsed. */
const longest = 200;

/** The layer of trees over words; it does nothing before it is asked. */
export function treesOf({ sentences, tokens }: Pick<Lexical, 'sentences' | 'tokens'>, model: ParserModel): Trees {
  const known = new Map<number, Tree | null>();
  const parsed = (sentence: number): Tree | null => {
    const { firstToken, endToken } = sentences[sentence]!;
    if (endToken - firstToken > longest) return null;
    const words = tokens.slice(firstToken, endToken);
    const column = (name: 'text' | 'pos' | 'tag') => words.map((word) => word[name]);
    const { head, relation, sureness } = parseSentence(model, column('text'), column('pos'), column('tag'));
    return treeFrom(firstToken, { head, relation, sureness });
  };
  return {
    of(sentence) {
      const before = known.get(sentence);
      if (before !== undefined) return before;
      const tree = parsed(sentence);
      known.set(sentence, tree);
      return tree;
    },
  };
}

/** A tree over the tokens from `first`, of heads that count from there. */
function treeFrom(first: number, { head, relation, sureness }: Parse): Tree {
  const dependents = head.map((): number[] => []);
  head.forEach((at, index) => {
    if (at >= 0) dependents[at]!.push(first + index);
  });
  return {
    headOf: (token) => (head[token - first]! < 0 ? null : first + head[token - first]!),
    relationOf: (token) => relation[token - first]!,
    dependentsOf: (token) => dependents[token - first]!,
    sureOf: (token) => sureness[token - first]!,
  };
}
