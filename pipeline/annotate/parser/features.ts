import { hashString, key1, key2, key3 } from '../linear/hash.ts';
import type { WordClasses } from '../linear/word-classes.ts';
import { padding, sign, stride, wordSigns } from '../linear/words.ts';
import { type Guide, guideKeys, seen } from './guide.ts';
import type { State } from './state.ts';

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
  /** Room for what the guide's features take from the others. */
  readonly facts: Int32Array;
}

/** Room for the keys of one step. */
export const maximumKeys = 160;

/** Looks up every word of a sentence once. */
export function prepare(
  words: readonly string[],
  pos: readonly string[],
  tag: readonly string[],
  classes: WordClasses,
  guide: Guide | null = null,
): Prepared {
  const count = words.length;
  const signs = wordSigns(words);
  const atoms = new Int32Array((count + 2) * width);
  let [commas, verbs, links] = [0, 0, 0];
  for (let index = 0; index < count; index++) {
    const at = index * width;
    const from = (index + padding) * stride;
    const lower = signs[from + sign.lower]!;
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
  return { count, atoms, guide, facts: new Int32Array(16) };
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
function remaining(atoms: Int32Array, from: number, count: number): number {
  return between(atoms, Math.max(0, from - 1), count);
}

/** Writes the feature keys of a state and returns how many: s is the stack from its top, b the words to come. */
export function stateKeys({ count, atoms, guide, facts }: Prepared, state: State, keys: Int32Array): number {
  const none = count + 1;
  const { stack, depth, next, left, left2, right, right2, relations } = state;
  const s0 = depth > 0 ? stack[depth - 1]! : none;
  const s1 = depth > 1 ? stack[depth - 2]! : none;
  const s2 = depth > 2 ? stack[depth - 3]! : none;
  const b1 = Math.min(next + 1, none);
  const b2 = Math.min(next + 2, none);
  const s0w = atoms[s0 * width]!;
  const s1w = atoms[s1 * width]!;
  const b0w = atoms[next * width]!;
  const b1w = atoms[b1 * width]!;
  const s0t = atoms[s0 * width + atom.tag]!;
  const s1t = atoms[s1 * width + atom.tag]!;
  const s2t = atoms[s2 * width + atom.tag]!;
  const b0t = atoms[next * width + atom.tag]!;
  const b1t = atoms[b1 * width + atom.tag]!;
  const b2t = atoms[b2 * width + atom.tag]!;
  const b3t = atoms[Math.min(next + 3, none) * width + atom.tag]!;
  const s0c = atoms[s0 * width + atom.cluster]!;
  const s1c = atoms[s1 * width + atom.cluster]!;
  const b0c = atoms[next * width + atom.cluster]!;
  const b1c = atoms[b1 * width + atom.cluster]!;
  const s0g = atoms[s0 * width + atom.group]!;
  const s1g = atoms[s1 * width + atom.group]!;
  const b0g = atoms[next * width + atom.group]!;
  const s0l = left[s0]!;
  const s0r = right[s0]!;
  const s1l = left[s1]!;
  const s1r = right[s1]!;
  const b0l = left[next]!;
  const s0lt = (relations[s0l]! << 16) | atoms[s0l * width + atom.tag]!;
  const s0rt = (relations[s0r]! << 16) | atoms[s0r * width + atom.tag]!;
  const s1lt = (relations[s1l]! << 16) | atoms[s1l * width + atom.tag]!;
  const s1rt = (relations[s1r]! << 16) | atoms[s1r * width + atom.tag]!;
  const b0lt = (relations[b0l]! << 16) | atoms[b0l * width + atom.tag]!;
  const s0b0t = (s0t << 16) | b0t;
  const s1s0t = (s1t << 16) | s0t;
  const s1b0t = (s1t << 16) | b0t;
  const b01t = (b0t << 16) | b1t;
  const near = s0 === none ? 0 : (gap(s0, next) << 6) | between(atoms, s0, next);
  const far = s1 === none ? 0 : (gap(s1, s0) << 6) | between(atoms, s1, s0);
  const s0n = (state.leftCount[s0]! << 8) | state.rightCount[s0]!;
  const s1n = (state.leftCount[s1]! << 8) | state.rightCount[s1]!;
  const b0n = state.leftCount[next]!;
  const rest = remaining(atoms, next, count);
  let n = 0;
  keys[n++] = key1(0, 0);
  // single words
  keys[n++] = key2(1, s0w, s0t);
  keys[n++] = key1(2, s0w);
  keys[n++] = key1(3, s0t);
  keys[n++] = key1(5, s1w);
  keys[n++] = key1(6, s1t);
  keys[n++] = key2(7, b0w, b0t);
  keys[n++] = key1(8, b0w);
  keys[n++] = key1(9, b0t);
  keys[n++] = key1(11, b1w);
  keys[n++] = key1(12, b1t);
  keys[n++] = key1(15, s2t);
  keys[n++] = key1(16, b2t);
  keys[n++] = key2(17, s0c, s0t);
  keys[n++] = key2(18, s1c, s1t);
  keys[n++] = key2(19, b0c, b0t);
  keys[n++] = key2(20, b1c, b1t);
  // pairs
  keys[n++] = key2(23, s0w, s0b0t);
  keys[n++] = key2(24, b0w, s0b0t);
  keys[n++] = key1(25, s0b0t);
  keys[n++] = key2(27, s1w, s0w);
  keys[n++] = key2(28, s1w, s1s0t);
  keys[n++] = key2(29, s0w, s1s0t);
  keys[n++] = key1(30, s1s0t);
  keys[n++] = key2(32, s1w, s1b0t);
  keys[n++] = key2(33, b0w, s1b0t);
  keys[n++] = key1(34, s1b0t);
  keys[n++] = key1(35, b01t);
  keys[n++] = key3(39, s1c, s0c, s1s0t);
  keys[n++] = key2(40, s0c, s0b0t);
  keys[n++] = key2(41, b0c, s0b0t);
  keys[n++] = key2(42, s1c, s1s0t);
  keys[n++] = key2(43, s0c, s1s0t);
  // groups of clusters in place of words
  keys[n++] = key2(102, s0g, b0g);
  keys[n++] = key2(103, s1g, s0g);
  keys[n++] = key2(104, s1g, b0g);
  keys[n++] = key3(105, s0g, b0g, s0b0t);
  keys[n++] = key3(106, s1g, s0g, s1s0t);
  keys[n++] = key2(107, s0w, b0g);
  keys[n++] = key2(108, b0w, s0g);
  keys[n++] = key2(109, s1w, s0g);
  keys[n++] = key2(110, s0w, s1g);
  // three and more words
  keys[n++] = key2(45, s0t, b01t);
  keys[n++] = key2(47, s1s0t, b0t);
  // dependents
  keys[n++] = key2(60, s0b0t, s0lt);
  keys[n++] = key2(61, s0b0t, s0rt);
  keys[n++] = key2(62, s0b0t, b0lt);
  keys[n++] = key2(63, s1s0t, s1lt);
  keys[n++] = key2(64, s1s0t, s1rt);
  keys[n++] = key2(65, s1s0t, s0lt);
  keys[n++] = key2(66, s1s0t, s0rt);
  keys[n++] = key2(69, s0w, s0lt);
  keys[n++] = key3(71, s0t, s0lt, relations[left2[s0]!]!);
  keys[n++] = key3(72, s0t, s0rt, relations[right2[s0]!]!);
  keys[n++] = key3(73, s1t, s1rt, relations[right2[s1]!]!);
  keys[n++] = key3(74, b0t, b0lt, relations[left2[next]!]!);
  keys[n++] = key2(75, atoms[s0r * width]!, s0b0t);
  keys[n++] = key2(76, atoms[s0l * width]!, s1s0t);
  keys[n++] = key2(77, atoms[s1r * width]!, s1s0t);
  keys[n++] = key2(78, atoms[b0l * width]!, s0b0t);
  keys[n++] = key2(79, s0t, state.leftSet[s0]!);
  keys[n++] = key2(80, s0t, state.rightSet[s0]!);
  keys[n++] = key2(81, s1t, state.rightSet[s1]!);
  keys[n++] = key2(82, b0t, state.leftSet[next]!);
  // distances and numbers of dependents
  keys[n++] = key2(86, s0t, near);
  keys[n++] = key2(87, b0t, near);
  keys[n++] = key2(88, s0b0t, near);
  keys[n++] = key2(89, s1t, far);
  keys[n++] = key2(90, s0t, far);
  keys[n++] = key2(91, s1s0t, far);
  keys[n++] = key2(96, s0t, s0n);
  keys[n++] = key2(97, s1t, s1n);
  keys[n++] = key2(98, b0t, b0n);
  // wider contexts
  keys[n++] = key2(46, b01t, b2t);
  keys[n++] = key2(48, s2t, s1s0t);
  keys[n++] = key2(13, atoms[b2 * width]!, b2t);
  keys[n++] = key2(14, atoms[s2 * width]!, s2t);
  keys[n++] = key2(100, s0b0t, rest);
  keys[n++] = key2(101, s1s0t, rest);
  keys[n++] = key2(95, s1b0t, near);
  keys[n++] = key3(50, s0t, b01t, b2t);
  keys[n++] = key3(55, b01t, b2t, b3t);
  keys[n++] = key2(49, s1s0t, b01t);
  keys[n++] = key2(84, s1w, state.rightSet[s1]!);
  keys[n++] = key2(83, s0w, state.rightSet[s0]!);
  keys[n++] = key2(67, s1w, s1rt);
  keys[n++] = key2(68, s0w, s0rt);
  keys[n++] = key3(54, s2t, s1s0t, b0t);
  if (guide === null) return n;
  // for the second pass alone
  keys[n++] = key2(85, s1w, state.leftSet[s1]!);
  keys[n++] = key2(70, b0w, b0lt);
  keys[n++] = key2(37, s0w, b1t);
  keys[n++] = key2(92, s0w, near & 0x1c0);
  keys[n++] = key2(93, b0w, near & 0x1c0);
  keys[n++] = key2(94, s1w, far & 0x1c0);
  keys[n++] = key3(99, s1s0t, s1n, s0n);
  keys[n++] = key3(38, s0c, b0c, s0b0t);
  keys[n++] = key3(44, s1c, b0c, s1b0t);
  facts[seen.s0] = s0;
  facts[seen.s1] = s1;
  facts[seen.s0w] = s0w;
  facts[seen.s1w] = s1w;
  facts[seen.b0w] = b0w;
  facts[seen.s0t] = s0t;
  facts[seen.s0b0t] = s0b0t;
  facts[seen.s1s0t] = s1s0t;
  facts[seen.near] = near;
  facts[seen.far] = far;
  return guideKeys(guide, state, facts, keys, n);
}
