import { meanRows } from './mean-rows.ts';
import { type Example, type Learned, learnPass, type ParserOptions } from './parser-learn.ts';
import type { PassRows } from './parser-packing.ts';

/** How one pass is learned several times, and what is kept of it. */
export interface OrderOptions extends Omit<ParserOptions, 'seed'> {
  /** One training each; what they learn is averaged. */
  readonly seeds: readonly number[];
  /** Weights below, in absolute value, are left out of the mean. */
  readonly least: number;
}

const scale = 8;

/** One pass, learned in the order of each seed. */
export function learnOrders(
  examples: readonly Example[],
  names: readonly string[],
  { seeds, least, ...options }: OrderOptions,
  pass: string,
): PassRows {
  const orders = seeds.map((seed) =>
    rowsOf(learnPass(examples, names, { ...options, seed }, printEpoch(`${pass}, order ${seed}`))),
  );
  const mean = (which: keyof PassRows) =>
    meanRows(
      orders.map((rows) => rows[which]),
      least,
    );
  return { moves: mean('moves'), relations: mean('relations') };
}

/** The weights of one training, whole. */
export function rowsOf({ moves, relations }: Learned): PassRows {
  return { moves: moves.rows(scale, 1), relations: relations.rows(scale, 1) };
}

function printEpoch(pass: string): (learned: Learned, epoch: number) => void {
  return (_, epoch) => process.stdout.write(`parser: ${pass}, epoch ${epoch}\n`);
}
