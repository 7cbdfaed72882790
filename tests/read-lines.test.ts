import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readLines } from '#pipeline/files.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-lines-'));
const file = path.join(folder, 'lines');
afterAll(() => rmSync(folder, { recursive: true }));

/** Any text without surrogates of its own, with what other readers take for ends of lines. */
const line = fc.string({ unit: fc.constantFrom('a', 'é', '🌊', '\r', '\u2028', ' ', '"') });

test('lines are what stands between line feeds, however few bytes are read at a time', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      (lines, isEnded, bytes) => {
        const text = lines.join('\n') + (isEnded ? '\n' : '');
        writeFileSync(file, text);
        const expected = text.split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect([...readLines(file, 0, Number.POSITIVE_INFINITY, bytes)]).toEqual(expected);
      },
    ),
  );
});

test('a part of a file gives the lines of that part', () => {
  writeFileSync(file, 'one\nzwei\ndrei\n');
  expect([...readLines(file, 4, 9)]).toEqual(['zwei']);
  expect([...readLines(file, 4, 11, 2)]).toEqual(['zwei', 'dr']);
  expect([...readLines(file, 14)]).toEqual([]);
});
