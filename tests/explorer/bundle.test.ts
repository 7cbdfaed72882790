import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explorerFiles } from '../../pipeline/resources/build/explorer.ts';

test('what releases hold is what the sources give, and without data it is under 300 kB', async () => {
  const files = await explorerFiles();
  let bytes = 0;
  for (const [name, text] of files) {
    const kept = readFileSync(new URL(`../../pipeline/resources/explorer/${name}`, import.meta.url), 'utf8');
    // Not toBe: a difference of minified code tells nobody anything.
    expect(kept === text, `${name} is of other sources; run npm run explorer`).toBe(true);
    bytes += Buffer.byteLength(text);
  }
  expect(bytes).toBeLessThan(300_000);
});
