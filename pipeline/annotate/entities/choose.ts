import { exponential } from '../linear/exponential.ts';
import type { Question } from './pronouns.ts';

/** The option that a pronoun most likely means, with its probability; `entity` is null where it is none of them. */
export interface Choice {
  readonly entity: number | null;
  readonly probability: number;
}

/** Weighs the options against each other; a weight of 64 makes one e times as likely. */
export function choose({ options, none }: Question, weights: ReadonlyMap<string, number>): Choice {
  const sum = (features: readonly string[]): number => features.reduce((s, f) => s + (weights.get(f) ?? 0), 0);
  const scores = [sum(none), ...options.map(({ features }) => sum(features))];
  const best = scores.reduce((b, score, i) => (score > scores[b]! ? i : b), 0);
  const total = scores.reduce((t, score) => t + exponential(score - scores[best]!), 0);
  return { entity: options[best - 1]?.entity ?? null, probability: Math.round(100 / total) / 100 };
}
