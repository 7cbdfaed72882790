import { afterAll, test } from 'vitest';
import { formatsFor, fuzz } from './fuzz.ts';
import { tell } from './told.ts';

let tried = 0;
afterAll(() => tell('fuzz-text', tried));

test.each(formatsFor((name) => name === 'text' || name === 'jsonl'))(
  '%s (%s): damaged files give articles or rejects, and every row is grounded',
  { timeout: 1e9 },
  async (name, end) => {
    tried += await fuzz(name, end);
  },
);
