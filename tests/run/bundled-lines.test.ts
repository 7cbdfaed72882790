import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bundleTexts, openBundle } from '#pipeline/run/bundled-lines.ts';

const text = fc.string({ unit: 'grapheme' });

it('gives back every text, in order, also of bundles in a bundle', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text)), (texts) => {
      const opened = [...openBundle(Buffer.from(bundleTexts([['inner', bundleTexts(texts)]])))];
      const inner = [...openBundle(opened[0]![1])].map(([name, bytes]) => [name, bytes.toString()]);
      expect(inner).toEqual(texts);
    }),
  );
});
