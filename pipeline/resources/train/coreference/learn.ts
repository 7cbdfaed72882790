import type { Answered } from './questions.ts';

/** A question with so many options counts in full. */
const hard = 6;

interface Settings {
  readonly rounds: number;
  /** Pull of each weight towards nought. */
  readonly decay: number;
  /** Questions that a feature must stand in. */
  readonly least: number;
}

/** Weights in 64ths of the natural logarithm, by gradient ascent on the likelihood of the right answers. */
export function learnWeights(answered: readonly Answered[], { rounds, decay, least }: Settings): Map<string, number> {
  const rows = answered.map(({ question, right }) => ({
    share: Math.min(question.options.length, hard) / hard,
    outcomes: [question.none, ...question.options.map((o) => o.features)],
    isRight: [right.size === 0, ...question.options.map((o) => right.has(o.entity))],
  }));
  const counts = new Map<string, number>();
  for (const { outcomes } of rows) for (const f of new Set(outcomes.flat())) counts.set(f, (counts.get(f) ?? 0) + 1);
  const weights = new Map([...counts].filter(([, n]) => n >= least).map(([f]) => [f, 0]));
  const squares = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    const slope = new Map<string, number>();
    for (const { outcomes, isRight, share } of rows) {
      const scores = outcomes.map((features) => features.reduce((s, f) => s + (weights.get(f) ?? 0), 0));
      const top = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - top));
      const total = powers.reduce((a, b) => a + b, 0);
      const rightTotal = powers.reduce((sum, p, i) => sum + (isRight[i] ? p : 0), 0);
      outcomes.forEach((features, i) => {
        const pull = share * ((isRight[i] ? powers[i]! / rightTotal : 0) - powers[i]! / total);
        for (const f of features) slope.set(f, (slope.get(f) ?? 0) + pull);
      });
    }
    for (const [f, w] of weights) {
      const g = (slope.get(f) ?? 0) - decay * w;
      const square = (squares.get(f) ?? 0) + g * g;
      squares.set(f, square);
      weights.set(f, w + (0.5 * g) / Math.sqrt(square + 1e-6));
    }
  }
  return new Map([...weights].map(([f, w]) => [f, Math.round(w * 64)] as const).filter(([, w]) => w !== 0));
}
