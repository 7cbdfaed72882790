import type { Draft, Scan } from './scan.ts';

/** Says that what looks like a quantity is none. */
export type Trap = (scan: Scan, draft: Draft) => boolean;

/** Is the head of the counted noun a plural? */
export const isPlural = (scan: Scan, noun: Draft['unitTokens']): boolean =>
  noun !== null && scan.tokens[noun[1] - 1]!.tag === 'NNS';
