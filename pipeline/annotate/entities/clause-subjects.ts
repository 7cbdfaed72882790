import type { Sentence } from '../document.ts';
import type { Tree } from '../syntax.ts';
import type { Read } from './index.ts';

/** A verb's subject outside quotation marks. */
export interface Subject {
  /** Its head, the words of its name, its appositions. */
  readonly heads: readonly number[];
  /** The last of several, where it is the first of them; it is one of the others. */
  readonly joined: number | null;
  readonly isJoined: boolean;
  /** The objects of its verb. */
  readonly others: readonly number[];
  /** Its verb stands in the main clause, or beside it, or reports what stands before: not in what is said, not in a relative clause. */
  readonly isTop: boolean;
  /** Its verb reports something. */
  readonly speaks: boolean;
}

/** What is asked about tokens. */
export interface Told {
  isQuoted(token: number): boolean;
  /** A form of a reporting verb. */
  isCue(token: number): boolean;
}

/** Clauses that go on with the one above them. */
const coordinate = /^(?:conj|parataxis|advcl)$/;
const object = /^i?obj$/;
const beside = /^(?:flat|appos)$/;
/** Clauses between a verb and the main one; more is a tree gone wrong. */
const deepest = 8;

/** The subjects of a sentence's verbs, each of several by itself; a relative "who" stands for its noun. */
export function clauseSubjects(
  { tokens, trees }: Read,
  { index, firstToken, endToken }: Sentence,
  told: Told,
): Subject[] {
  const tree = trees.of(index);
  const out: Subject[] = [];
  for (let i = firstToken; tree !== null && i < endToken; i++) {
    const verb = tree.headOf(i);
    if (told.isQuoted(i) || !/^nsubj/.test(tree.relationOf(i)) || verb === null || told.isQuoted(verb)) continue;
    if (isDoubled(tree, tokens, i, verb)) continue;
    const noun = tokens[i]!.tag === 'WP' ? nounBefore(tree, tokens, i, verb) : null;
    const speaks = told.isCue(verb);
    const isTop = noun === null ? isTopClause(tree, verb, told) : speaks;
    const others = tree
      .dependentsOf(verb)
      .filter((d) => object.test(tree.relationOf(d)))
      .flatMap((d) => namesAt(tree, d));
    const several = tree.dependentsOf(i).filter((d) => tree.relationOf(d) === 'conj');
    const clause = { isTop, speaks, others };
    const heads = noun === null ? namesAt(tree, i) : [i, ...namesAt(tree, noun)];
    out.push({ ...clause, heads, joined: several.at(-1) ?? null, isJoined: false });
    for (const other of several) out.push({ ...clause, heads: namesAt(tree, other), joined: null, isJoined: true });
  }
  return out;
}

/** A head with the rest of its name and its appositions. */
const namesAt = (tree: Tree, head: number): number[] => [
  head,
  ...tree.dependentsOf(head).filter((d) => beside.test(tree.relationOf(d))),
];

/** Of two subjects of one verb with a comma between, the one that is not its: the first ("Many left, the report said"), or what is set beside it. */
function isDoubled(tree: Tree, tokens: Read['tokens'], subject: number, verb: number): boolean {
  const all = tree.dependentsOf(verb).filter((d) => d < verb && /^nsubj/.test(tree.relationOf(d)));
  const isApart = all.length > 1 && tokens.slice(all[0]!, all.at(-1)!).some(({ text }) => text === ',');
  const own = isApart && tokens[verb - 1]!.pos !== 'PUNCT' ? all.at(-1) : all[0];
  return subject < verb && subject !== own;
}

/** What a relative "who" stands for: what its clause hangs on, else the word before it. */
function nounBefore(tree: Tree, tokens: Read['tokens'], who: number, verb: number): number | null {
  if (/^acl/.test(tree.relationOf(verb))) return tree.headOf(verb);
  const before = tokens[who - 1]?.text === ',' ? who - 2 : who - 1;
  return /^(?:NOUN|PROPN)$/.test(tokens[before]?.pos ?? '') ? before : null;
}

function isTopClause(tree: Tree, verb: number, { isQuoted, isCue }: Told): boolean {
  let at = verb;
  for (let steps = 0; steps < deepest; steps++) {
    const above = tree.headOf(at);
    if (above === null) return true;
    if (isQuoted(above)) return isCue(verb);
    if (tree.relationOf(at) === 'advcl' && at < above) return false;
    if (!coordinate.test(tree.relationOf(at))) return above > at && isCue(verb);
    at = above;
  }
  return false;
}
