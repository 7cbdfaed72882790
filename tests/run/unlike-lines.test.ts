import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unlikeLines } from '#pipeline/files/unlike-lines.ts';
import { newFolder } from './world.ts';

const folder = newFolder();

function compared(before: readonly string[] | null, now: readonly string[]) {
  const file = (name: string, lines: readonly string[]): string => {
    const named = path.join(folder, name);
    writeFileSync(named, `[\n${lines.join(',\n')}\n]\n`);
    return named;
  };
  const spell = (line: string): string | null => (/^[[\]]?$/.test(line) ? null : line.replace(/,$/, ''));
  const found = unlikeLines(before && file('before', before), file('now', now), spell);
  return [[...found.before].sort(), [...found.now].sort()];
}

const without = (lines: readonly string[], others: readonly string[]): string[] => {
  const known = new Set(others);
  return lines.filter((line) => !known.has(line)).sort();
};

it('gives the lines that one file has alone, whatever their order', () => {
  const lines = fc.uniqueArray(
    fc.nat(20).map((n) => `{${'x'.repeat(n)}`),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(lines, lines, (before, now) => {
      expect(compared(before, now)).toEqual([without(before, now), without(now, before)]);
    }),
  );
});

it('passes over long stretches that are alike, and finds what was put in, left out and changed between them', () => {
  const line = (i: number): string => `{"i":${i},"text":"${'Ružica '.repeat(20)}"}`;
  const before = Array.from({ length: 9000 }, (_, i) => line(i));
  const places = fc.uniqueArray(fc.nat(8999), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(places, places, (gone, come) => {
      const now = before.flatMap((one, i) => [
        ...(come.includes(i) ? [line(10_000 + i), line(20_000 + i)] : []),
        ...(gone.includes(i) ? [] : [one]),
      ]);
      expect(compared(before, now)).toEqual([without(before, now), without(now, before)]);
    }),
    { numRuns: 8 },
  );
});

it('takes all lines of a file that has no other to be compared with', () => {
  expect(compared(null, ['{a', '{b'])).toEqual([[], ['{a', '{b']]);
});
