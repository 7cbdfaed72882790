import type { Guide } from './guide.ts';
import type { State } from './state.ts';

/** Width of a band of margins. */
const width = 100;

/** Shares of arcs that are right, by band of the least margin of both passes; the last holds for all beyond. */
export const shares = {
  /** Where both passes hang the word on the same head. */
  agreed: [0.48, 0.59, 0.64, 0.68, 0.72, 0.78, 0.81, 0.87, 0.92, 0.94, 0.97],
  /** Where they differ. */
  disputed: [0.37, 0.43, 0.53],
} as const;

/** The list and band of `shares` that a word's arc falls in. */
export interface Band {
  readonly list: keyof typeof shares;
  readonly step: number;
}

/** Weighs by how much the decisions about a word were won, and whether both passes came to the same head. */
export function bandOf({ heads, margins, count }: State, guide: Guide, word: number): Band {
  // The root is -1 in a parse, `count` in a guide.
  const head = heads[word]! < 0 ? count : heads[word]!;
  const list = head === guide.heads[word] ? 'agreed' : 'disputed';
  const step = Math.floor(Math.min(margins[word]!, guide.margins[word]!) / width);
  return { list, step: Math.min(step, shares[list].length - 1) };
}

/**
 * How likely a word's head and relation are right. Margins are no chances: the shares are counted on treebanks that the weights have not learned
 * from, by `resources/train/parser-sureness.ts`.
 */
export function surenessOf(state: State, guide: Guide, word: number): number {
  const { list, step } = bandOf(state, guide, word);
  return shares[list][step]!;
}
