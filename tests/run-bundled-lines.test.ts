import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bundleLines, openBundle } from '#pipeline/run/bundled-lines.ts';

const line = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\n'));

it('gives back the lines of every file, in order', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.array(line)), (files) => {
      const opened = [...openBundle(bundleLines(new Map(Object.entries(files))))];
      const expected = Object.entries(files).map(([name, lines]) => [name, lines.map((l) => `${l}\n`).join('')]);
      expect(opened).toEqual(expected);
    }),
  );
});
