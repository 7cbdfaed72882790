import { readTemplates } from '../linear/templates.ts';
import { atom, between, gap, type Prepared, width } from './features.ts';
import type { State } from './state.ts';
import { move } from './transitions.ts';

/**
 * Places of what the features of an arc look at: d is the dependent, h its head; letters as in state-values.ts. `turn` is the arc's direction, which `dt`
 * and `sideHt` hold as well; `both` are the tags of both, `set` the relations that the head has on this side, `apart` what lies between, `ot` the tag
 * of the other word that could have been the head.
 */
const at = {
  turn: 0,
  dw: 1,
  hw: 2,
  dt: 3,
  ht: 4,
  sideHt: 5,
  both: 6,
  dc: 7,
  hc: 8,
  dg: 9,
  hg: 10,
  dlw: 11,
  dlt: 12,
  dlr: 13,
  dl12: 14,
  drw: 15,
  drr: 16,
  hlw: 17,
  hlr: 18,
  hrr: 19,
  hlrr: 20,
  dls: 21,
  drs: 22,
  hls: 23,
  hrs: 24,
  set: 25,
  apart: 26,
  ot: 27,
  b1t: 28,
  dBefore: 29,
  dAfter: 30,
  said: 31,
} as const;

const unguided = `
  200 turn
  201 dt
  202 dw turn
  203 ht turn
  204 hw turn
  205 both turn
  206 dw sideHt
  207 dw dt ht
  208 hw dt
  209 hw dt ht
  210 hw dw turn
  211 dc both turn
  212 hc both turn
  213 dc hc turn
  214 both apart turn
  215 dt apart
  216 dt dlw ht
  217 dlw hw turn
  218 dlw dw turn
  219 dlw turn
  220 both dl12 turn
  221 both dls turn
  222 both drr turn
  223 dt dls drs
  224 both hls turn
  225 both hrs turn
  226 hw set dt
  227 both hlrr turn
  228 hw hrr dt
  229 hw hlr dt
  230 both ot turn
  231 dw b1t dt
  232 both dBefore turn
  233 both dAfter turn
  234 both drw turn
  235 both hlw turn
  236 both dlt turn
  237 dg hg turn
  238 dw hg turn
  239 hw dg turn
`;
const guided = `
  240 said turn
  241 said dt
  242 said both turn
  243 said dw turn
  244 said hw turn
  245 said dlr set
`;

/** Features of an arc in the first pass. */
export const relationTemplates = readTemplates(at, unguided);

/** Features of an arc in the second pass. */
export const guidedRelationTemplates = [...relationTemplates, ...readTemplates(at, guided)];

/** Writes what the features of the arc look at that a move would make. */
export function readArc({ count, atoms, guide }: Prepared, state: State, chosen: number, values: Int32Array): void {
  const { stack, depth, next, left, left2, right, relations, leftSet, rightSet } = state;
  const d = stack[depth - 1]!;
  const toLeft = chosen === move.left;
  const h = toLeft ? next : stack[depth - 2]!;
  const other = toLeft ? (depth > 1 ? stack[depth - 2]! : count + 1) : next;
  const side = toLeft ? 0 : 256;
  const tag = atoms[d * width + atom.tag]!;
  const ht = atoms[h * width + atom.tag]!;
  const dl = left[d]!;
  const dr = right[d]!;
  const hl = left[h]!;
  const hlr = relations[hl]!;
  const hrr = relations[right[h]!]!;
  const from = Math.min(d, h);
  const to = Math.max(d, h);
  values[at.turn] = side + 1;
  values[at.dw] = atoms[d * width]!;
  values[at.hw] = atoms[h * width]!;
  values[at.dt] = (side << 16) | tag;
  values[at.ht] = ht;
  values[at.sideHt] = (side << 16) | ht;
  values[at.both] = (ht << 16) | tag;
  values[at.dc] = atoms[d * width + atom.cluster]!;
  values[at.hc] = atoms[h * width + atom.cluster]!;
  values[at.dg] = atoms[d * width + atom.group]!;
  values[at.hg] = atoms[h * width + atom.group]!;
  values[at.dlw] = atoms[dl * width]!;
  values[at.dlt] = atoms[dl * width + atom.tag]!;
  values[at.dlr] = relations[dl]!;
  values[at.dl12] = (relations[dl]! << 8) | relations[left2[d]!]!;
  values[at.drw] = atoms[dr * width]!;
  values[at.drr] = relations[dr]!;
  values[at.hlw] = atoms[hl * width]!;
  values[at.hlr] = hlr;
  values[at.hrr] = hrr;
  values[at.hlrr] = (hlr << 8) | hrr;
  values[at.dls] = leftSet[d]!;
  values[at.drs] = rightSet[d]!;
  values[at.hls] = leftSet[h]!;
  values[at.hrs] = rightSet[h]!;
  values[at.set] = toLeft ? leftSet[h]! : rightSet[h]!;
  values[at.apart] = (gap(from, to) << 6) | between(atoms, from, to);
  values[at.ot] = atoms[other * width + atom.tag]!;
  values[at.b1t] = atoms[Math.min(next + 1, count + 1) * width + atom.tag]!;
  values[at.dBefore] = atoms[(d > 0 ? d - 1 : count) * width + atom.tag]!;
  values[at.dAfter] = atoms[Math.min(d + 1, count) * width + atom.tag]!;
  if (guide !== null) values[at.said] = (guide.relations[d]! << 8) | (guide.heads[d] === h ? 1 : 0);
}
