import type { Spoken } from './spoken.ts';
import type { Reading } from './reading.ts';

/** stub */
export function findReported(_reading: Reading, taken: boolean[]): Spoken {
  return { quotes: [], taken };
}
