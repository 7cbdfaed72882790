import { below, type Tree } from '../syntax.ts';
import { isDash, isFiniteVerb, type Reading, type Run } from './reading.ts';

/** A clause that begins so may be the reporter's: `…, even as he took back his words`. */
const reporters = new Set(['as', 'while', 'though', 'although', 'even', 'despite']);
const fewest = 3;

/** The part of a reported clause before what the tree hangs on the reporting verb itself: `said he stays but did not say why`. */
export function ownPart(reading: Reading, clause: Run, verb: number | undefined): Run {
  if (verb === undefined || !mayEnd(reading, clause)) return clause;
  const tree = reading.document.trees.of(reading.tokens[verb]!.sentence);
  if (!tree) return clause;
  const ends = tree
    .dependentsOf(verb)
    .filter((d) => d > clause.first && isOfReporter(reading, tree, d, clause.first))
    .map((d) => Math.min(d, ...below(tree, d)))
    .filter((start) => start > clause.first + fewest && start < clause.end && isJoint(reading, start));
  return ends.length === 0 ? clause : { first: clause.first, end: Math.min(...ends) };
}

/** Spares the parse where nothing of the kind can begin. */
function mayEnd(reading: Reading, { first, end }: Run): boolean {
  for (let i = first + fewest; i < end - 1; i++) if (isJoint(reading, i) && begins(reading, i)) return true;
  return false;
}

/** A comma or dash before it, or "and", "but" themselves, outside of marks. */
function isJoint({ tokens, markedAt }: Reading, i: number): boolean {
  if (markedAt[i] !== -1) return false;
  return tokens[i]!.pos === 'CCONJ' || tokens[i - 1]!.text === ',' || isDash(tokens[i - 1]!);
}

function begins({ tokens }: Reading, at: number): boolean {
  let i = at;
  while (tokens[i] && (tokens[i]!.pos === 'CCONJ' || tokens[i]!.pos === 'ADV') && i < at + 3) i++;
  const token = tokens[i];
  return (
    token?.tag === 'VBG' || isFiniteVerb(token) || reporters.has(tokens[at]!.lower) || reporters.has(token?.lower ?? '')
  );
}

/** `it would help them [and set a precedent]`: a bare form goes on with the modal of the clause. */
function isBehindModal(tokens: Reading['tokens'], from: number, d: number): boolean {
  if (tokens[d]!.lower !== tokens[d]!.lemma) return false;
  for (let i = from; i < d; i++) if (tokens[i]!.tag === 'MD') return true;
  return false;
}

/** A second verb without a subject of its own, a participle, or a clause that sets the report against something. */
function isOfReporter({ tokens }: Reading, tree: Tree, d: number, from: number): boolean {
  const has = (...names: string[]) => tree.dependentsOf(d).some((x) => names.includes(tree.relationOf(x)));
  const marks = tree.dependentsOf(d).filter((x) => tree.relationOf(x) === 'mark');
  switch (tree.relationOf(d)) {
    case 'conj':
      return isFiniteVerb(tokens[d]) && !has('nsubj', 'nsubj:pass', 'expl') && !isBehindModal(tokens, from, d);
    case 'advcl':
      if (/^(?:than|of)$/.test(tokens[d - 1]!.lower)) return false;
      return marks.length === 0 ? tokens[d]!.tag === 'VBG' : marks.some((m) => reporters.has(tokens[m]!.lower));
    default:
      return false;
  }
}
