import { key1, key2, key3 } from '../linear/hash.ts';
import { atom, between, gap, type Prepared, width } from './features.ts';
import type { State } from './state.ts';
import { move } from './transitions.ts';

/** Writes the feature keys of the arc that a move would make and returns how many: d is the dependent, h its head. */
export function relationKeys(
  { count, atoms, guide }: Prepared,
  state: State,
  chosen: number,
  keys: Int32Array,
): number {
  const { stack, depth, next, left, left2, right, relations, leftSet, rightSet } = state;
  const d = stack[depth - 1]!;
  const toLeft = chosen === move.left;
  const h = toLeft ? next : stack[depth - 2]!;
  const other = toLeft ? (depth > 1 ? stack[depth - 2]! : count + 1) : next;
  const side = toLeft ? 0 : 256;
  const dw = atoms[d * width]!;
  const hw = atoms[h * width]!;
  const dt = (side << 16) | atoms[d * width + atom.tag]!;
  const ht = atoms[h * width + atom.tag]!;
  const dc = atoms[d * width + atom.cluster]!;
  const hc = atoms[h * width + atom.cluster]!;
  const dg = atoms[d * width + atom.group]!;
  const hg = atoms[h * width + atom.group]!;
  const dl = left[d]!;
  const dr = right[d]!;
  const hl = left[h]!;
  const hr = right[h]!;
  const dlw = atoms[dl * width]!;
  const hlr = relations[hl]!;
  const hrr = relations[hr]!;
  const from = Math.min(d, h);
  const to = Math.max(d, h);
  const apart = (gap(from, to) << 6) | between(atoms, from, to);
  const ot = atoms[other * width + atom.tag]!;
  const both = (ht << 16) | (dt & 0xffff);
  const turn = side + 1;
  const set = toLeft ? leftSet[h]! : rightSet[h]!;
  let n = 0;
  keys[n++] = key1(200, turn);
  keys[n++] = key1(201, dt);
  keys[n++] = key2(202, dw, turn);
  keys[n++] = key2(203, ht, turn);
  keys[n++] = key2(204, hw, turn);
  keys[n++] = key2(205, both, turn);
  keys[n++] = key2(206, dw, (side << 16) | ht);
  keys[n++] = key3(207, dw, dt, ht);
  keys[n++] = key2(208, hw, dt);
  keys[n++] = key3(209, hw, dt, ht);
  keys[n++] = key3(210, hw, dw, turn);
  keys[n++] = key3(211, dc, both, turn);
  keys[n++] = key3(212, hc, both, turn);
  keys[n++] = key3(213, dc, hc, turn);
  keys[n++] = key3(214, both, apart, turn);
  keys[n++] = key2(215, dt, apart);
  keys[n++] = key3(216, dt, dlw, ht);
  keys[n++] = key3(217, dlw, hw, turn);
  keys[n++] = key3(218, dlw, dw, turn);
  keys[n++] = key2(219, dlw, turn);
  keys[n++] = key3(220, both, (relations[dl]! << 8) | relations[left2[d]!]!, turn);
  keys[n++] = key3(221, both, leftSet[d]!, turn);
  keys[n++] = key3(222, both, relations[dr]!, turn);
  keys[n++] = key3(223, dt, leftSet[d]!, rightSet[d]!);
  keys[n++] = key3(224, both, leftSet[h]!, turn);
  keys[n++] = key3(225, both, rightSet[h]!, turn);
  keys[n++] = key3(226, hw, set, dt);
  keys[n++] = key3(227, both, (hlr << 8) | hrr, turn);
  keys[n++] = key3(228, hw, hrr, dt);
  keys[n++] = key3(229, hw, hlr, dt);
  keys[n++] = key3(230, both, ot, turn);
  keys[n++] = key3(231, dw, atoms[Math.min(next + 1, count + 1) * width + atom.tag]!, dt);
  keys[n++] = key3(232, both, atoms[(d > 0 ? d - 1 : count) * width + atom.tag]!, turn);
  keys[n++] = key3(233, both, atoms[Math.min(d + 1, count) * width + atom.tag]!, turn);
  keys[n++] = key3(234, both, atoms[dr * width]!, turn);
  keys[n++] = key3(235, both, atoms[hl * width]!, turn);
  keys[n++] = key3(236, both, atoms[dl * width + atom.tag]!, turn);
  keys[n++] = key3(237, dg, hg, turn);
  keys[n++] = key3(238, dw, hg, turn);
  keys[n++] = key3(239, hw, dg, turn);
  if (guide === null) return n;
  const said = (guide.relations[d]! << 8) | (guide.heads[d] === h ? 1 : 0);
  keys[n++] = key2(240, said, turn);
  keys[n++] = key2(241, said, dt);
  keys[n++] = key3(242, said, both, turn);
  keys[n++] = key3(243, said, dw, turn);
  keys[n++] = key3(244, said, hw, turn);
  keys[n++] = key3(245, said, relations[dl]!, set);
  return n;
}
