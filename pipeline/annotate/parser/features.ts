import { hashString, key2 } from '../linear/hash.ts';
import type { WordClasses } from '../linear/word-classes.ts';
import { lowerSign } from '../linear/words.ts';
import type { Guide } from './guide.ts';

/** What the parser sees of a word, as integers. */
export const atom = { word: 0, tag: 1, pos: 2, cluster: 3, commas: 4, verbs: 5, links: 6, group: 7 } as const;
/** Integers per word. */
export const width = 8;

/** A sentence made ready for parsing: the atoms of its words, of the root, and of no word. */
export interface Prepared {
  readonly count: number;
  readonly atoms: Int32Array;
  /** A first parse to look at, if there is one. */
  readonly guide: Guide | null;
}

/** Looks up every word of a sentence once. */
export function prepare(
  words: readonly string[],
  pos: readonly string[],
  tag: readonly string[],
  classes: WordClasses,
  guide: Guide | null = null,
): Prepared {
  const count = words.length;
  const atoms = new Int32Array((count + 2) * width);
  let [commas, verbs, links] = [0, 0, 0];
  for (let index = 0; index < count; index++) {
    const at = index * width;
    const lower = lowerSign(words[index]!);
    const coarse = hashString(pos[index] ?? '');
    atoms[at + atom.word] = lower;
    atoms[at + atom.tag] = key2(1, coarse, hashString(tag[index] ?? '')) & 0xffff;
    atoms[at + atom.pos] = coarse & 0xffff;
    const brown = classes.brown[classes.find(lower)]!;
    atoms[at + atom.cluster] = brown;
    atoms[at + atom.group] = classes.groups[brown]!;
    if (words[index] === ',') commas++;
    if (pos[index] === 'VERB' || pos[index] === 'AUX') verbs++;
    if (pos[index] === 'CCONJ' || pos[index] === 'SCONJ') links++;
    atoms[at + atom.commas] = commas;
    atoms[at + atom.verbs] = verbs;
    atoms[at + atom.links] = links;
  }
  for (const [node, name] of [count, count + 1].entries()) {
    const at = name * width;
    atoms.fill(-1 - node, at, at + 4);
    atoms[at + atom.tag] = node + 1;
    atoms[at + atom.pos] = node + 1;
    atoms[at + atom.cluster] = -1 - node;
    atoms[at + atom.group] = 128 + node;
    atoms[at + atom.commas] = commas;
    atoms[at + atom.verbs] = verbs;
    atoms[at + atom.links] = links;
  }
  return { count, atoms, guide };
}

const counted = [atom.commas, atom.verbs, atom.links];

/** The sentence read from its end. */
export function mirrored({ count, atoms }: Prepared): Prepared {
  const turned = atoms.slice();
  for (let index = 0; index < count; index++) {
    const from = (count - 1 - index) * width;
    const to = index * width;
    turned.set(atoms.subarray(from, from + atom.commas), to);
    turned[to + atom.group] = atoms[from + atom.group]!;
    for (const each of counted) {
      turned[to + each] = atoms[count * width + each]! - (from > 0 ? atoms[from - width + each]! : 0);
    }
  }
  return { count, atoms: turned, guide: null };
}

/** How far apart two words are, in eight steps. */
export function gap(from: number, to: number): number {
  const distance = to - from;
  if (distance < 5) return distance;
  if (distance < 8) return 5;
  return distance < 13 ? 6 : 7;
}

/** Commas, verbs and conjunctions between two words, each up to three. */
export function between(atoms: Int32Array, from: number, to: number): number {
  const a = from * width;
  const b = (to - 1) * width;
  const commas = Math.min(3, atoms[b + atom.commas]! - atoms[a + atom.commas]!);
  const verbs = Math.min(3, atoms[b + atom.verbs]! - atoms[a + atom.verbs]!);
  const links = Math.min(3, atoms[b + atom.links]! - atoms[a + atom.links]!);
  return commas * 16 + verbs * 4 + links;
}

/** Commas, verbs and conjunctions from a word on, each up to three. */
export function remaining(atoms: Int32Array, from: number, count: number): number {
  return between(atoms, Math.max(0, from - 1), count);
}
