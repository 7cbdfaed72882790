import { below, type Tree } from '../syntax.ts';
import { cueAt, isFiniteVerb, type Reading, type Run } from './reading.ts';

const relatives = new Set(['which', 'who', 'whom', 'whose']);
const fewest = 3;
const longest = 40;

/** A reported clause without what the reporter adds at its end: `met Kovač, the mayor of Brest`, `had fled, which he called “a lie”`. */
export function withoutGloss(reading: Reading, clause: Run): Run {
  const { tokens, markedAt } = reading;
  for (let i = clause.end - fewest; i > clause.first + fewest && i > clause.end - longest; i--) {
    if (tokens[i]!.text !== ',' || markedAt[i] !== -1) continue;
    const tail = { first: i + 1, end: clause.end };
    return isToldOf(reading, tail) || isAdded(reading, tail) ? { first: clause.first, end: i } : clause;
  }
  return clause;
}

/** `, which he called …`, `, to which she replied …`: what somebody says of it. */
function isToldOf(reading: Reading, { first, end }: Run): boolean {
  const { tokens } = reading;
  const at = tokens[first]!.pos === 'ADP' ? first + 1 : first;
  if (!relatives.has(tokens[at]!.lower)) return false;
  for (let i = at; i < end; i++) if (isFiniteVerb(tokens[i])) return cueAt(reading, i) !== null;
  return false;
}

/** `, the town's mayor`: the tree hangs the whole tail as an apposition on the name before it. */
function isAdded({ tokens, document, markedAt }: Reading, { first, end }: Run): boolean {
  if (tokens[first]!.pos !== 'DET' || tokens[first - 2]!.pos !== 'PROPN') return false;
  for (let i = first; i < end; i++) if (markedAt[i] !== -1) return false;
  const tree = document.trees.of(tokens[first]!.sentence);
  if (!tree) return false;
  for (let i = first; i < end; i++) if (tree.relationOf(i) === 'appos' && covers(tree, i, first, end)) return true;
  return false;
}

function covers(tree: Tree, head: number, first: number, end: number): boolean {
  const reach = [head, ...below(tree, head)];
  return Math.min(...reach) >= first - 1 && Math.max(...reach) >= end - 1;
}
