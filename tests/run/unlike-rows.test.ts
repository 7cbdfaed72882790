import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesBetween } from '#pipeline/publish/changes.ts';
import { publishInto } from '#pipeline/run/publish-part.ts';
import { publishedRows, unlikeRows } from '#pipeline/run/unlike-rows.ts';
import type { Row } from '#schemas/table.ts';
import { entities } from '#schemas/tables/index.ts';
import { exampleRow } from '../arbitrary.ts';
import { newFolder } from './world.ts';

const idOf = (i: number): string => `e_${String.fromCharCode(97 + i)}${'a'.repeat(15)}`;
const row = fc.record({ i: fc.nat(12), count: fc.nat(2) });
const release = fc
  .uniqueArray(row, { selector: ({ i }) => i, maxLength: 13 })
  .map((rows): Row[] =>
    rows.map(({ i, count }) => ({ ...exampleRow(entities), entity_id: idOf(i), mention_count: count })),
  );

it('leaves out what both releases have, and no change with it', () => {
  fc.assert(
    fc.property(release, release, (before, after) => {
      const [old, now] = [newFolder(), newFolder()];
      publishInto(old, entities, [before]);
      publishInto(now, entities, [after]);
      const [gone, come] = unlikeRows(old, now)(entities);
      const isIn = (rows: readonly Row[]) => (one: Row) =>
        rows.some((other) => JSON.stringify(one) === JSON.stringify(other));
      expect(gone.every((one) => !isIn(after)(one))).toBe(true);
      expect(come.every((one) => !isIn(before)(one))).toBe(true);
      const name = '2026-05-15-1a2b3c4d';
      const [previous, current] = [publishedRows(old), publishedRows(now)];
      const found = [...changesBetween(name, previous, current, unlikeRows(old, now))];
      expect(found).toEqual([...changesBetween(name, previous, current)]);
    }),
    { numRuns: 60 },
  );
});
