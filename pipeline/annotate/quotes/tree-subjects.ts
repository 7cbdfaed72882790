import { below, type Tree } from '../syntax.ts';
import { isFiniteVerb, type Reading, type Run } from './reading.ts';

const deepest = 4;

/** The verb's own subject, else that of the verb whose subject it shares; of `who`, the noun before it. Where the tree gives it two, it is wrong. */
export function subjectOf(reading: Reading, tree: Tree, verb: number, depth: number): Run | null {
  const { tokens } = reading;
  const found = tree.dependentsOf(verb).filter((d) => tree.relationOf(d) === 'nsubj' && reading.timeAt[d] === 0);
  const [own, second, third] = found.length === 0 ? hiddenSubject(reading, tree, verb) : found;
  if (second !== undefined) return third === undefined ? joined(reading, tree, own!, second) : null;
  const head = tree.headOf(verb);
  const relation = tree.relationOf(verb);
  if (own === undefined) {
    if (tokens[verb - 1]?.lower === 'as') return null;
    if (relation === 'acl' && head !== null && tokens[verb]!.tag === 'VBG') return phraseOf(reading, tree, head);
    const object = relation === 'advcl' && head !== null ? objectOf(reading, tree, verb, head) : null;
    if (object !== null) return phraseOf(reading, tree, object);
    const isShared = relation === 'conj' || (relation === 'advcl' && tokens[verb]!.tag === 'VBG');
    return isShared && head !== null && depth < deepest ? subjectOf(reading, tree, head, depth + 1) : null;
  }
  if (relation === 'acl:relcl')
    return head !== null && /^W(?:P|DT)$/.test(tokens[own]!.tag) ? phraseOf(reading, tree, head) : null;
  return /^W/.test(tokens[own]!.tag) ? null : phraseOf(reading, tree, own);
}

/** `after a [poll] showed`, `on Monday the [Agency] said`: right before the verb, what the tree takes for part of a circumstance. */
function hiddenSubject({ tokens, timeAt }: Reading, tree: Tree, verb: number): number[] {
  const circumstance = tree.dependentsOf(verb).find((d) => d < verb && tree.relationOf(d) === 'obl');
  if (circumstance === undefined || !isFiniteVerb(tokens[verb])) return [];
  const reachesVerb = (at: number): boolean => Math.max(at, ...below(tree, at)) === verb - 1;
  const parts = tree.dependentsOf(circumstance);
  if (timeAt[circumstance] === 1) return parts.filter((d) => tree.relationOf(d) === 'appos' && reachesVerb(d));
  const isLed = parts.some((d) => tree.relationOf(d) === 'case' && links.has(tokens[d]!.lower));
  return isLed && tree.relationOf(verb) === 'advcl' && reachesVerb(circumstance) ? [circumstance] : [];
}

/** Prepositions that are conjunctions as well. */
const links = new Set(['after', 'before', 'since', 'until']);

/** `news host Ana Kovač`: two subjects side by side, the second a name, are one. */
function joined(reading: Reading, tree: Tree, own: number, second: number): Run | null {
  const [before, after] = [phraseOf(reading, tree, own), phraseOf(reading, tree, second)];
  const isName = reading.tokens[second]!.pos === 'PROPN';
  return isName && before.end === after.first ? { first: before.first, end: after.end } : null;
}

/** `accused her of saying`, `faulted him for saying`: who is accused speaks. */
function objectOf({ tokens }: Reading, tree: Tree, verb: number, head: number): number | null {
  const mark = tree.dependentsOf(verb).find((d) => tree.relationOf(d) === 'mark');
  const isOfObject = mark !== undefined && /^(?:of|for|from)$/.test(tokens[mark]!.lower);
  return isOfObject ? (tree.dependentsOf(head).find((d) => tree.relationOf(d) === 'obj') ?? null) : null;
}

/** A noun with what stands before it, the rest of a name and what it is of. */
export function phraseOf({ tokens }: Reading, tree: Tree, noun: number): Run {
  const beside = tree
    .dependentsOf(noun)
    .filter((d) => /^(?:det|amod|compound|nummod|nmod|flat)/.test(tree.relationOf(d)));
  const before = beside.filter((d) => d < noun);
  let end = noun + 1;
  while (beside.includes(end) && tree.relationOf(end).startsWith('flat')) end++;
  const owner = tree
    .dependentsOf(noun)
    .find((d) => d > end && tokens[end]?.lower === 'of' && tree.relationOf(d) === 'nmod');
  if (owner !== undefined && owner - end < 6) end = owner + 1;
  const first = before.length === 0 ? noun : Math.min(...before.flatMap((d) => [d, ...below(tree, d)]));
  return tokens.slice(first, noun).some(isFiniteVerb) ? { first: noun, end } : { first, end };
}
