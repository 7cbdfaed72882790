import { below, type Tree } from '../syntax.ts';
import type { Clause, Syntax } from './clauses.ts';

/** How far a subject is looked for along the verbs that a verb hangs on. */
const deepest = 4;

/** The surface subject by the tree, for a clause in which none is seen from left to right; chunks in text order. */
export function treeSubject(syntax: Syntax, { verb, subject }: Clause): readonly number[] {
  const tree = subject.length === 0 ? syntax.tree() : null;
  if (!tree || (verb.form === 'finite' && tree.relationOf(verb.head) === 'acl')) return subject;
  return chunksWith(syntax, subjectsOf(syntax, tree, nodeOf(tree, verb.head), 0));
}

/** The object by the tree, for an active clause in which none is seen ("those whom they had detained"). */
export function treeObject(syntax: Syntax, { verb, object }: Clause): readonly number[] {
  if (object.length > 0 || verb.voice === 'passive') return object;
  const tree = syntax.tree();
  return tree ? chunksWith(syntax, objectsOf(syntax, tree, nodeOf(tree, verb.head))) : object;
}

/** What a preposition leads in behind the verb or noun at token `word`, by the tree. */
export function treeOblique(syntax: Syntax, word: number, preposition: string): readonly number[] {
  if (!standsBehind(syntax, word, preposition)) return [];
  const tree = syntax.tree();
  if (!tree) return [];
  const found = tree
    .dependentsOf(nodeOf(tree, word))
    .find((d) => isOblique(tree.relationOf(d)) && leads(syntax, tree, d, preposition));
  return found === undefined ? [] : chunksWith(syntax, withConjuncts(tree, found));
}

/** Whose doing a noun is: who stands behind "by" or "from" somewhere below it in the tree. */
export function treeAuthors(syntax: Syntax, noun: number): readonly number[] {
  if (!authorial.some((word) => standsBehind(syntax, noun, word))) return [];
  const tree = syntax.tree();
  const found = tree
    ? below(tree, noun, deepest + 1).find((d) => authorial.some((word) => leads(syntax, tree, d, word)))
    : null;
  return tree && found ? chunksWith(syntax, withConjuncts(tree, found)) : [];
}

/** Who is to act in "demanded that [the government] end the curbs". */
export function treeComplementSubject(syntax: Syntax, word: number): readonly number[] {
  const tree = syntax.tree();
  const complement = tree?.dependentsOf(nodeOf(tree, word)).find((d) => tree.relationOf(d) === 'ccomp');
  if (!tree || complement === undefined) return [];
  const subject = tree.dependentsOf(complement).find((d) => isSubject(tree.relationOf(d)) && !isMarked(tree, d));
  return subject === undefined ? [] : chunksWith(syntax, withConjuncts(tree, subject));
}

const authorial = ['by', 'from'];

/** Spares the sentence's parse where the preposition is nowhere to be seen. */
const standsBehind = ({ chunks, tokens }: Syntax, word: number, preposition: string): boolean =>
  chunks.some((c) => c.kind === 'preposition' && c.head > word && tokens[c.head]!.lower === preposition);

const isOblique = (relation: string): boolean => /^(?:obl|nmod)(?!:(?:poss|tmod|npmod|unmarked))/.test(relation);

const leads = ({ tokens }: Syntax, tree: Tree, noun: number, preposition: string): boolean => {
  const word = tree.dependentsOf(noun).find((d) => tree.relationOf(d) === 'case');
  return word !== undefined && tokens[word]!.lower === preposition;
};

/** A copula hangs on its predicate, an auxiliary on its verb. */
function nodeOf(tree: Tree, token: number): number {
  const relation = tree.relationOf(token);
  return relation === 'cop' || relation.startsWith('aux') ? (tree.headOf(token) ?? token) : token;
}

const isSubject = (relation: string): boolean => relation === 'nsubj' || relation === 'nsubj:pass';

/** The verb's own subject, else that of the verb with which it shares one. */
function subjectsOf(syntax: Syntax, tree: Tree, verb: number, depth: number): readonly number[] {
  const own = tree.dependentsOf(verb).filter((d) => isSubject(tree.relationOf(d)));
  const noun = own.find((d) => !isMarked(tree, d));
  if (noun !== undefined) return withConjuncts(tree, antecedentOf(syntax, tree, noun, verb));
  if (own.length > 0) return [];
  const head = tree.headOf(verb);
  return head === null || depth === deepest ? [] : sharedSubject(syntax, tree, verb, head, depth + 1);
}

function sharedSubject(syntax: Syntax, tree: Tree, verb: number, head: number, depth: number): readonly number[] {
  switch (tree.relationOf(verb)) {
    case 'conj':
    case 'advcl':
      return subjectsOf(syntax, tree, head, depth);
    case 'xcomp': {
      const controller = objectsOf(syntax, tree, head);
      return controller.length > 0 ? controller : subjectsOf(syntax, tree, head, depth);
    }
    case 'acl':
      return isParticiple(syntax, tree, verb) ? withConjuncts(tree, head) : [];
    default:
      return [];
  }
}

/** "people killed", "those calling"; not "plans to sell", "the option of selling". */
const isParticiple = ({ tokens }: Syntax, tree: Tree, verb: number): boolean =>
  tokens[verb]!.tag !== 'VB' && !tree.dependentsOf(verb).some((d) => tree.relationOf(d) === 'mark');

/** A noun with a preposition or a possessive ending is nobody's subject or object, whatever the parser says. */
const isMarked = (tree: Tree, noun: number): boolean =>
  tree.dependentsOf(noun).some((d) => tree.relationOf(d) === 'case');

/** "who" in a relative clause is the noun that the clause hangs on. */
function antecedentOf({ tokens }: Syntax, tree: Tree, noun: number, verb: number): number {
  const { tag } = tokens[noun]!;
  const isRelative = tree.relationOf(verb) === 'acl:relcl' && (tag === 'WDT' || tag === 'WP');
  return isRelative ? (tree.headOf(verb) ?? noun) : noun;
}

function objectsOf(syntax: Syntax, tree: Tree, verb: number): readonly number[] {
  const dependents = tree.dependentsOf(verb);
  const own =
    dependents.find((d) => tree.relationOf(d) === 'iobj') ?? dependents.find((d) => tree.relationOf(d) === 'obj');
  if (own === undefined || isMarked(tree, own)) return [];
  return withConjuncts(tree, antecedentOf(syntax, tree, own, verb));
}

/** A noun and what is coordinated with it. */
const withConjuncts = (tree: Tree, noun: number): readonly number[] => [
  noun,
  ...tree
    .dependentsOf(noun)
    .filter((d) => tree.relationOf(d) === 'conj')
    .flatMap((d) => withConjuncts(tree, d)),
];

/** The noun chunks that hold the tokens, each once. */
function chunksWith({ chunks }: Syntax, tokens: readonly number[]): readonly number[] {
  const found = tokens.map((t) => chunks.findIndex((c) => c.kind === 'noun' && c.first <= t && t < c.end));
  return [...new Set(found.filter((at) => at >= 0))];
}
