import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '#schemas/derive/columns.ts';
import { rowCheck } from '#schemas/derive/row-check.ts';
import type { Row } from '#schemas/table.ts';
import { tables } from '#schemas/tables/index.ts';
import { arbitraryRow, exampleRow } from '../arbitrary.ts';

const odd = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    '',
    ' ',
    'x',
    'none',
    '2026-02-30',
    '2026-5-1',
    '2026-05-14T09:30:00Z',
    true,
    'true',
  ),
  fc.constantFrom(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    -1,
    0.5,
    1.5,
    2,
    91,
    181,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31) - 1,
  ),
  fc.constantFrom('a_q3v5k2w7c4mz6xta', 'a_q3v5k2w7c4mz6xta\n', 'A_q3v5k2w7c4mz6xta', 'e3b0c442', [], {}, 10n),
);

describe.each(tables)('$name', (table) => {
  const check = rowCheck(table);

  it('accepts its example, and any row that its schema accepts', () => {
    expect(check(exampleRow(table))).toEqual(exampleRow(table));
    fc.assert(
      fc.property(arbitraryRow(table), (row) => {
        expect(check(row)).toEqual(table.row.parse(row));
      }),
      { numRuns: 50 },
    );
  });

  it('accepts nothing that its schema refuses, and gives the same row', () => {
    const names = columnsOf(table).map(({ name }) => name);
    const name = fc.constantFrom(...names, 'another', '__proto__', 'toString');
    const change = fc.record({ name, cell: odd, isLost: fc.boolean() });
    fc.assert(
      fc.property(arbitraryRow(table), fc.array(change, { maxLength: 3 }), (row, changes) => {
        const entries = new Map<string, unknown>(Object.entries(row));
        for (const { name, cell, isLost } of changes) isLost ? entries.delete(name) : entries.set(name, cell);
        const changed = Object.fromEntries([...entries].reverse()) as Row;
        const accepted = check(changed);
        if (accepted === null) return;
        const { success, data } = table.row.safeParse(changed);
        expect(success).toBe(true);
        expect(Object.entries(accepted)).toEqual(Object.entries(data!));
      }),
      { numRuns: 300 },
    );
  });
});
