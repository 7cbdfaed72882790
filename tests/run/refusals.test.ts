import { it } from 'vitest';
import { survives } from './survive.ts';

// Beside `faults.test.ts`: the two run side by side.
it.each(['full', 'denied'] as const)(
  '%s: the old release or the new one is left, and mended',
  { timeout: 1e8 },
  survives,
);
