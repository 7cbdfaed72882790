import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteWriter } from '#pipeline/annotate/linear/bytes.ts';
import { halvesKernel, type Rows, rowKernel } from '#pipeline/annotate/linear/kernel.ts';
import { kernelBytes } from '#pipeline/annotate/linear/kernel-bytes.ts';
import { readTemplates, type Template, templateKeys } from '#pipeline/annotate/linear/templates.ts';
import { writeWeights } from '#pipeline/annotate/linear/weights.ts';
import { assembleKernel } from '#pipeline/resources/build/kernel-assembly.ts';

const key = fc.integer().map((number) => number || 1);
const weight = fc.integer({ min: -32768, max: 32767 });
const row = fc.uniqueArray(fc.tuple(fc.nat(90), weight), { minLength: 1, maxLength: 40, selector: ([label]) => label });
const table = fc.uniqueArray(fc.tuple(key, row), { maxLength: 60, selector: ([name]) => name });

function packed(entries: readonly [number, [number, number][]][]): Rows {
  return {
    keys: Int32Array.from(entries, ([name]) => name),
    lengths: Uint8Array.from(entries, ([, pairs]) => pairs.length),
    pairs: Int32Array.from(entries.flatMap(([, pairs]) => pairs.map(([label, value]) => value * 256 + label))),
  };
}

test('sums of rows are those that adding one by one gives, short or long, present or absent', () => {
  fc.assert(
    fc.property(table, fc.array(key, { maxLength: 50 }), (entries, others) => {
      const kernel = rowKernel(packed(entries), []);
      const asked = [...others, ...entries.map(([name]) => name), ...others];
      const expected = new Int32Array(256);
      for (const name of asked) {
        for (const [label, value] of entries.find(([each]) => each === name)?.[1] ?? []) expected[label]! += value;
      }
      kernel.keys.set(asked);
      kernel.scores.fill(0);
      kernel.add(asked.length);
      expect(kernel.scores).toEqual(expected);
    }),
  );
});

test('sums of halves are those that adding one by one gives', () => {
  const halves = fc.uniqueArray(fc.tuple(key, weight, weight), { maxLength: 60, selector: ([name]) => name });
  fc.assert(
    fc.property(halves, fc.array(key, { maxLength: 50 }), (entries, others) => {
      const kernel = halvesKernel(
        {
          keys: Int32Array.from(entries, ([name]) => name),
          values: Int32Array.from(entries, ([, upper, lower]) => (upper << 16) | (lower & 0xffff)),
        },
        [],
      );
      const asked = [...entries.map(([name]) => name), ...others];
      const said = asked.map((name) => entries.find(([each]) => each === name) ?? ([name, 0, 0] as const));
      kernel.keys.set(asked);
      kernel.sum(asked.length);
      expect([...kernel.scores.subarray(0, 2)]).toEqual([
        said.reduce((sum, [, upper]) => sum + upper, 0),
        said.reduce((sum, [, , lower]) => sum + lower, 0),
      ]);
    }),
  );
});

test('keys of templates are those that hashing one by one gives, in whatever order', () => {
  const place = fc.nat(255);
  const template = fc
    .tuple(fc.nat(255), fc.array(place, { minLength: 1, maxLength: 3 }))
    .map(([number, places]) => [number, ...places] as unknown as Template);
  const values = fc.int32Array({ minLength: 256, maxLength: 256 });
  fc.assert(
    fc.property(fc.array(fc.array(template, { maxLength: 50 }), { maxLength: 3 }), values, (sets, seen) => {
      const kernel = rowKernel(packed([]), sets);
      kernel.values.set(seen);
      let count = 0;
      for (const [set, templates] of sets.entries()) {
        const expected = new Int32Array(templates.length);
        templateKeys(templates, seen, expected, 0);
        const from = count;
        count = kernel.hash(set, count);
        expect(kernel.keys.slice(from, count).sort()).toEqual(expected.sort());
      }
    }),
  );
});

test('templates are read from lines of a number and names of values', () => {
  const places = { word: 0, tag: 7 };
  expect(readTemplates(places, '\n  1 word\n  2 tag word\n')).toEqual([
    [1, 0],
    [2, 7, 0],
  ]);
  expect(() => readTemplates(places, '3 lemma')).toThrow('template "3 lemma": no value is called lemma');
});

test('a weight beyond 16 bits is refused', () => {
  const row = { key: 7, labels: [1], values: [40_000] };
  expect(() => writeWeights(new ByteWriter(), [row])).toThrow('weight 40000 takes more than 16 bits');
});

test('the bytes are what kernel.wat assembles to', async () => {
  const text = readFileSync(new URL('../../pipeline/annotate/linear/kernel.wat', import.meta.url), 'utf8');
  expect(Buffer.from(await assembleKernel(text)).toString('base64')).toBe(kernelBytes);
});
