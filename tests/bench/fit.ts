/** The name tagger learned from so many annotated tokens, and its F1 in percent by set. */
export interface CurvePoint {
  readonly part: number;
  readonly tokens: number;
  readonly f1: Readonly<Record<string, number>>;
}

/** F1 = at + slope · ln(tokens), by least squares; `error` is the root mean square of what the line misses. */
export interface Fit {
  readonly at: number;
  readonly slope: number;
  readonly slopeError: number;
  readonly error: number;
}

/** Fits the F1 of one set against the logarithm of the tokens learned from. */
export function fitCurve(points: readonly CurvePoint[], set: string): Fit {
  const xs = points.map((point) => Math.log(point.tokens));
  const ys = points.map((point) => point.f1[set]!);
  const [meanX, meanY] = [mean(xs), mean(ys)];
  const spread = xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0);
  const slope = xs.reduce((sum, x, i) => sum + (x - meanX) * (ys[i]! - meanY), 0) / spread;
  const at = meanY - slope * meanX;
  const squares = xs.reduce((sum, x, i) => sum + (ys[i]! - at - slope * x) ** 2, 0);
  const slopeError = xs.length > 2 ? Math.sqrt(squares / (xs.length - 2) / spread) : 0;
  return { at, slope, slopeError, error: Math.sqrt(squares / xs.length) };
}

/** What more tokens would add to F1 by the fit, with the standard error of the slope carried over. */
export function gainOf(fit: Fit, tokens: number, more: number): { gain: number; error: number } {
  const step = Math.log((tokens + more) / tokens);
  return { gain: fit.slope * step, error: fit.slopeError * step };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
