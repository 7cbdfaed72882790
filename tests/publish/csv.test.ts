import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { csv } from '#pipeline/publish/csv.ts';
import type { Cell } from '#schemas/table.ts';
import { rejects } from '#schemas/tables/index.ts';

const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', ' ', '"', ',', '\n', '\r', '\ufeff', ';', '\t', "'", '🌊', '\u2028'),
    minLength: 1,
  }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.double({ noNaN: true }),
  fc.constantFrom<Cell>(null, true, false, 0, 1e21, '0', ' ', '"'),
);

it('writes fields as papaparse would', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 300 }), (records) => {
      const written: Uint8Array[] = [];
      const writer = csv.open(rejects, {
        write: (bytes) => written.push(Uint8Array.from(bytes)),
        close: () => undefined,
      });
      written.length = 0;
      writer.write({
        rows: records.map(() => ({})),
        columns: [0, 1, 2].map((i) => records.map((record) => record[i]!)),
      });
      expect(Buffer.concat(written).toString()).toBe(`${Papa.unparse(records, { newline: '\n' })}\n`);
    }),
  );
});
