import { readTemplates } from '../linear/templates.ts';
import { atom, between, gap, type Prepared, remaining, width } from './features.ts';
import { readGuide } from './guide.ts';
import type { State } from './state.ts';
import { at } from './state-values.ts';

const words = `
  0 none
  1 s0w s0t
  2 s0w
  3 s0t
  5 s1w
  6 s1t
  7 b0w b0t
  8 b0w
  9 b0t
  11 b1w
  12 b1t
  15 s2t
  16 b2t
  17 s0c s0t
  18 s1c s1t
  19 b0c b0t
  20 b1c b1t
`;
const pairs = `
  23 s0w s0b0t
  24 b0w s0b0t
  25 s0b0t
  27 s1w s0w
  28 s1w s1s0t
  29 s0w s1s0t
  30 s1s0t
  32 s1w s1b0t
  33 b0w s1b0t
  34 s1b0t
  35 b01t
  39 s1c s0c s1s0t
  40 s0c s0b0t
  41 b0c s0b0t
  42 s1c s1s0t
  43 s0c s1s0t
`;
const groups = `
  102 s0g b0g
  103 s1g s0g
  104 s1g b0g
  105 s0g b0g s0b0t
  106 s1g s0g s1s0t
  107 s0w b0g
  108 b0w s0g
  109 s1w s0g
  110 s0w s1g
`;
const threes = `
  45 s0t b01t
  47 s1s0t b0t
`;
const dependents = `
  60 s0b0t s0lt
  61 s0b0t s0rt
  62 s0b0t b0lt
  63 s1s0t s1lt
  64 s1s0t s1rt
  65 s1s0t s0lt
  66 s1s0t s0rt
  69 s0w s0lt
  71 s0t s0lt s0l2
  72 s0t s0rt s0r2
  73 s1t s1rt s1r2
  74 b0t b0lt b0l2
  75 s0rw s0b0t
  76 s0lw s1s0t
  77 s1rw s1s0t
  78 b0lw s0b0t
  79 s0t s0ls
  80 s0t s0rs
  81 s1t s1rs
  82 b0t b0ls
`;
const distances = `
  86 s0t near
  87 b0t near
  88 s0b0t near
  89 s1t far
  90 s0t far
  91 s1s0t far
  96 s0t s0n
  97 s1t s1n
  98 b0t b0n
`;
const wider = `
  46 b01t b2t
  48 s2t s1s0t
  13 b2w b2t
  14 s2w s2t
  100 s0b0t rest
  101 s1s0t rest
  95 s1b0t near
  50 s0t b01t b2t
  55 b01t b2t b3t
  49 s1s0t b01t
  84 s1w s1rs
  83 s0w s0rs
  67 s1w s1rt
  68 s0w s0rt
  54 s2t s1s0t b0t
`;
const guided = `
  85 s1w s1ls
  70 b0w b0lt
  37 s0w b1t
  92 s0w nearGap
  93 b0w nearGap
  94 s1w farGap
  99 s1s0t s1n s0n
  38 s0c b0c s0b0t
  44 s1c b0c s1b0t
  120 top isWhole
  121 topSaid
  122 aheadSaid
  123 topSaid aheadSaid
  124 all
  125 topSaid s0t
  126 topSaid s0b0t ahead
  127 topSaid s1s0t ahead
  128 topSaid s0w
  129 aheadSaid b0w
  132 aheadSaid top s0b0t
  133 topSaid s0ls s0rs
  134 topSaid s1s0t s1rs
  135 topSaid near s0t
  136 topSaid far s0t
  137 all s0t s1said
`;

/** Features of a state of the first pass. */
export const stateTemplates = readTemplates(
  at,
  [words, pairs, groups, threes, dependents, distances, wider].join('\n'),
);

/** Features of a state of the second pass. */
export const guidedStateTemplates = [...stateTemplates, ...readTemplates(at, guided)];

/** Writes what the features of a state look at. */
export function readState(prepared: Prepared, state: State, values: Int32Array): void {
  const { count, atoms, guide } = prepared;
  const none = count + 1;
  const { stack, depth, next, left, left2, right, right2, relations, leftSet, rightSet } = state;
  const s0 = depth > 0 ? stack[depth - 1]! : none;
  const s1 = depth > 1 ? stack[depth - 2]! : none;
  const s2 = depth > 2 ? stack[depth - 3]! : none;
  const b1 = Math.min(next + 1, none);
  const b2 = Math.min(next + 2, none);
  const s0t = atoms[s0 * width + atom.tag]!;
  const s1t = atoms[s1 * width + atom.tag]!;
  const b0t = atoms[next * width + atom.tag]!;
  const b1t = atoms[b1 * width + atom.tag]!;
  const s0l = left[s0]!;
  const s0r = right[s0]!;
  const s1l = left[s1]!;
  const s1r = right[s1]!;
  const b0l = left[next]!;
  const near = s0 === none ? 0 : (gap(s0, next) << 6) | between(atoms, s0, next);
  const far = s1 === none ? 0 : (gap(s1, s0) << 6) | between(atoms, s1, s0);
  values[at.none] = 0;
  values[at.s0w] = atoms[s0 * width]!;
  values[at.s1w] = atoms[s1 * width]!;
  values[at.s2w] = atoms[s2 * width]!;
  values[at.b0w] = atoms[next * width]!;
  values[at.b1w] = atoms[b1 * width]!;
  values[at.b2w] = atoms[b2 * width]!;
  values[at.s0t] = s0t;
  values[at.s1t] = s1t;
  values[at.s2t] = atoms[s2 * width + atom.tag]!;
  values[at.b0t] = b0t;
  values[at.b1t] = b1t;
  values[at.b2t] = atoms[b2 * width + atom.tag]!;
  values[at.b3t] = atoms[Math.min(next + 3, none) * width + atom.tag]!;
  values[at.s0b0t] = (s0t << 16) | b0t;
  values[at.s1s0t] = (s1t << 16) | s0t;
  values[at.s1b0t] = (s1t << 16) | b0t;
  values[at.b01t] = (b0t << 16) | b1t;
  values[at.s0c] = atoms[s0 * width + atom.cluster]!;
  values[at.s1c] = atoms[s1 * width + atom.cluster]!;
  values[at.b0c] = atoms[next * width + atom.cluster]!;
  values[at.b1c] = atoms[b1 * width + atom.cluster]!;
  values[at.s0g] = atoms[s0 * width + atom.group]!;
  values[at.s1g] = atoms[s1 * width + atom.group]!;
  values[at.b0g] = atoms[next * width + atom.group]!;
  values[at.s0lt] = (relations[s0l]! << 16) | atoms[s0l * width + atom.tag]!;
  values[at.s0rt] = (relations[s0r]! << 16) | atoms[s0r * width + atom.tag]!;
  values[at.s1lt] = (relations[s1l]! << 16) | atoms[s1l * width + atom.tag]!;
  values[at.s1rt] = (relations[s1r]! << 16) | atoms[s1r * width + atom.tag]!;
  values[at.b0lt] = (relations[b0l]! << 16) | atoms[b0l * width + atom.tag]!;
  values[at.s0l2] = relations[left2[s0]!]!;
  values[at.s0r2] = relations[right2[s0]!]!;
  values[at.s1r2] = relations[right2[s1]!]!;
  values[at.b0l2] = relations[left2[next]!]!;
  values[at.s0lw] = atoms[s0l * width]!;
  values[at.s0rw] = atoms[s0r * width]!;
  values[at.s1rw] = atoms[s1r * width]!;
  values[at.b0lw] = atoms[b0l * width]!;
  values[at.s0ls] = leftSet[s0]!;
  values[at.s0rs] = rightSet[s0]!;
  values[at.s1ls] = leftSet[s1]!;
  values[at.s1rs] = rightSet[s1]!;
  values[at.b0ls] = leftSet[next]!;
  values[at.s0n] = (state.leftCount[s0]! << 8) | state.rightCount[s0]!;
  values[at.s1n] = (state.leftCount[s1]! << 8) | state.rightCount[s1]!;
  values[at.b0n] = state.leftCount[next]!;
  values[at.near] = near;
  values[at.far] = far;
  values[at.nearGap] = near & 0x1c0;
  values[at.farGap] = far & 0x1c0;
  values[at.rest] = remaining(atoms, next, count);
  if (guide !== null) readGuide(guide, state, s0, s1, values);
}
