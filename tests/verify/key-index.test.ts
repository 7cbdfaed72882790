import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentKey } from '#pipeline/identity.ts';
import { keyIndex } from '#pipeline/verify/key-index.ts';
import type { Cell } from '#schemas/table.ts';

/** Keys, keys of another table, and what a damaged file may have in their place. */
const key = fc.oneof(
  fc.nat(40).map((n): Cell => contentKey('e', [n])),
  fc.nat(3).map((n): Cell => contentKey('a', [n])),
  fc.constantFrom<Cell>(null, 7, '', 'e_', `e_${'a'.repeat(15)}`, `e_${'1'.repeat(16)}`, `e_${'ä'.repeat(16)}`),
  fc.constantFrom<Cell>(`e_${'a'.repeat(16)}`, `e_${'a'.repeat(15)}b`, `e_b${'a'.repeat(15)}`, `e_${'A'.repeat(16)}`),
);

it('numbers keys as a map would', () => {
  fc.assert(
    fc.property(fc.array(key), fc.array(key), (keys, asked) => {
      const index = keyIndex('e');
      const known = new Map<Cell, number>();
      for (const one of keys) {
        if (!known.has(one)) known.set(one, known.size);
        expect(index.add(one)).toBe(known.get(one));
        expect(index.size).toBe(known.size);
      }
      for (const one of asked) expect(index.find(one)).toBe(known.get(one) ?? -1);
    }),
  );
});

it('finds a hundred thousand keys again', () => {
  const index = keyIndex('e');
  const keys = Array.from({ length: 100_000 }, (_, i) => contentKey('e', [i]));
  expect(keys.every((one, i) => index.add(one) === i)).toBe(true);
  expect(keys.every((one, i) => index.find(one) === i && index.add(one) === i)).toBe(true);
  expect(index.find(contentKey('e', ['another']))).toBe(-1);
});
