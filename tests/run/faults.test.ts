import { it } from 'vitest';
import { survives } from './survive.ts';

it.each(['kill', 'cut'] as const)('%s: the old release or the new one is left, and mended', { timeout: 1e8 }, survives);
