import type { Quantity } from '../../annotate/document.ts';
import { lastPlace } from '../../rounding.ts';
import type { Change } from './change.ts';
import type { View } from './view.ts';

/** Quantities of a sentence that contradict each other: “rose 20% from 100 to 110”, “rose from 5% to 4%”. */
export function contradictions(views: readonly View[], changes: readonly Change[]): ReadonlySet<Quantity> {
  const out = new Set<Quantity>();
  for (const [i, { quantity }] of views.entries()) {
    const { base, change } = changes[i]!;
    if (base === null || base.value === null || quantity.value === null) continue;
    const difference = quantity.value - base.value;
    if ((change === 'rise' && difference < 0) || (change === 'fall' && difference > 0)) out.add(quantity);
    for (const stated of statedChanges(views, changes, i)) {
      if (agrees(stated, quantity.value, base.value)) continue;
      out.add(quantity).add(stated);
    }
  }
  return out;
}

/** Sizes of the change that are printed beside its two ends. */
function statedChanges(views: readonly View[], changes: readonly Change[], i: number): Quantity[] {
  const [{ quantity }, { base, change }] = [views[i]!, changes[i]!];
  return views.flatMap((view, j) => {
    const own = changes[j]!;
    const isNear = Math.abs(j - i) <= 2 && j !== i && view.quantity !== base;
    if (!isNear || own.change !== change || own.base !== null || change === 'none') return [];
    const isShare = view.quantity.kind === 'percent' && quantity.kind !== 'percent';
    const isStep = view.quantity.kind === 'percentage_point' && quantity.kind === 'percent';
    return (isShare || isStep) && view.quantity.value !== null ? [view.quantity] : [];
  });
}

/** Is the printed size one that the two ends, as rounded, may have? */
function agrees({ kind, value, qualifier }: Quantity, now: number, before: number): boolean {
  const size = (a: number, b: number): number => Math.abs(kind === 'percent' ? ((a - b) / b) * 100 : a - b);
  const [a, b] = [lastPlace(now) / 2, lastPlace(before) / 2];
  const sizes = [
    size(now + a, before - b),
    size(now - a, before + b),
    size(now + a, before + b),
    size(now - a, before - b),
  ];
  // “nearly a fifth more” may be anything near.
  const slack = lastPlace(value!) / 2 + (qualifier === 'exact' ? 0.5 : Math.abs(value!) * 0.1);
  return Math.min(...sizes) - slack <= Math.abs(value!) && Math.abs(value!) <= Math.max(...sizes) + slack;
}
