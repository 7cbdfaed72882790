/** e to the power of minus a 64th. */
const base = 0.984496437005408;
const depth = 1500;

/** Powers of `base`, by multiplication alone: the same bits on any machine, as Math.exp need not be. */
function powers(): Float64Array {
  const table = new Float64Array(depth + 1);
  table[0] = 1;
  for (let index = 1; index <= depth; index++) table[index] = table[index - 1]! * base;
  return table;
}

const falling = powers();

/** e to a score in 64ths, at most e^23 either way. */
export function exponential(score: number): number {
  return score <= 0 ? falling[Math.min(-score, depth)]! : 1 / falling[Math.min(score, depth)]!;
}
