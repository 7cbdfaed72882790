import type { Row } from '#pipeline/annotate/linear/weights.ts';

/**
 * The mean of the weights of several trainings, which saw the same sentences in different orders; a weight that one of them lacks is 0 there.
 * What all learn stays, what an order taught falls under `least` in absolute value and is left out (parameter mixing: McDonald, Hall and
 * Mann 2010).
 */
export function meanRows(trainings: readonly (readonly Row[])[], least: number): Row[] {
  const sums = new Map<number, Map<number, number>>();
  for (const { key, labels, values } of trainings.flat()) {
    const sum = sums.get(key) ?? new Map<number, number>();
    for (const [at, label] of labels.entries()) sum.set(label, (sum.get(label) ?? 0) + values[at]!);
    sums.set(key, sum);
  }
  return [...sums].flatMap(([key, sum]) => {
    const pairs = [...sum]
      .map(([label, value]) => [label, Math.round(value / trainings.length)] as const)
      .filter(([, value]) => Math.abs(value) >= least)
      .sort((a, b) => a[0] - b[0]);
    if (pairs.length === 0) return [];
    return [{ key, labels: pairs.map(([label]) => label), values: pairs.map(([, value]) => value) }];
  });
}
