import type { Question } from './pronouns.ts';

/** The option that a pronoun most likely means, with its probability; `entity` is null where it is none of them. */
export interface Choice {
  readonly entity: number | null;
  readonly probability: number;
}

/** A weight of 64 makes something e times as likely. */
const step = 1.0157477085866857;
/** Beyond this no hundredth changes. */
const most = 640;

/** Weighs the options against each other. Multiplications alone, so that every machine gives the same hundredths. */
export function choose({ options, none }: Question, weights: ReadonlyMap<string, number>): Choice {
  const sum = (features: readonly string[]): number => features.reduce((s, f) => s + (weights.get(f) ?? 0), 0);
  const scores = [sum(none), ...options.map(({ features }) => sum(features))];
  const best = scores.reduce((b, score, i) => (score > scores[b]! ? i : b), 0);
  const total = scores.reduce((t, score) => t + 1 / power(Math.min(most, scores[best]! - score)), 0);
  return { entity: options[best - 1]?.entity ?? null, probability: Math.round(100 / total) / 100 };
}

function power(exponent: number): number {
  let [out, factor] = [1, step];
  for (let rest = Math.round(exponent); rest > 0; rest >>= 1) {
    if (rest & 1) out *= factor;
    factor *= factor;
  }
  return out;
}
