import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentKey } from '#pipeline/identity.ts';
import { arrow } from '#pipeline/publish/arrow.ts';
import { csv } from '#pipeline/publish/csv.ts';
import { excel } from '#pipeline/publish/excel.ts';
import { pathOf } from '#pipeline/publish/format.ts';
import { formats } from '#pipeline/publish/formats.ts';
import { json } from '#pipeline/publish/json.ts';
import { parquet } from '#pipeline/publish/parquet.ts';
import { arrowFile } from '#pipeline/verify/files/arrow-file.ts';
import { csvFiles } from '#pipeline/verify/files/csv-file.ts';
import { jsonRows } from '#pipeline/verify/files/json-file.ts';
import { parquetFile } from '#pipeline/verify/files/parquet-file.ts';
import type { OpenTable } from '#pipeline/verify/files/table-reader.ts';
import { verifyTable } from '#pipeline/verify/index.ts';
import { releaseIndex } from '#pipeline/verify/release-index.ts';
import type { ReleaseReader } from '#pipeline/verify/release-reader.ts';
import { columnsOf } from '#schemas/derive/columns.ts';
import type { Cell, Row } from '#schemas/table.ts';
import { entities, figures, groundedTables, tables } from '#schemas/tables/index.ts';
import { exampleRow } from '../arbitrary.ts';
import { publishedFiles } from '../publish/memory.ts';
import { readerOf, releaseOf, sealed, validRows } from './release.ts';

/** More rows than a row group, or a record batch, holds. */
const many = Array.from(
  { length: 40_000 },
  (_, i): Row => ({ ...exampleRow(entities), entity_id: contentKey('e', [i]), mention_count: i, name: `Ružica ${i}` }),
);
const files = publishedFiles(entities, many);
const readers: readonly (readonly [string, OpenTable, string])[] = [
  ['csv', csvFiles(entities).csv, pathOf(csv, entities)],
  ['excel', csvFiles(entities).excel, pathOf(excel, entities)],
  ['arrow', arrowFile, pathOf(arrow, entities)],
  ['parquet', parquetFile, pathOf(parquet, entities)],
];

describe.each(readers)('%s', (_name, open, path) => {
  it.each([7_000, 16_384, 50_000])('is read in order, %i rows at a time', async (count) => {
    const reader = await open(readerOf(files), path, entities);
    const columns = columnsOf(entities);
    const found = columns.map((): Cell[] => []);
    for (;;) {
      const cells = await reader.next(count);
      for (const [i, column] of cells.entries()) found[i]!.push(...column);
      if (cells[0]!.length < count) break;
    }
    for (const [i, { name }] of columns.entries()) expect(found[i]).toEqual(many.map((row) => row[name]));
    expect(await reader.rest()).toBe(0);
  });

  it('tells how many rows were not read', async () => {
    const reader = await open(readerOf(files), path, entities);
    await reader.next(20_000);
    expect(await reader.rest()).toBe(20_000);
  });
});

it('JSON is read in order, some rows at a time', () => {
  expect([...jsonRows(readerOf(files), pathOf(json, entities), 7_000)].flat()).toEqual(many);
});

it('cells are found wherever they lie', async () => {
  const release = releaseIndex(readerOf(sealed(new Map(files))));
  const rows = [39_999, 3, 16_384, 16_383, 32_768, 3, 40_000];
  const found = await release.cells(
    entities,
    rows.map((row) => ({ row, column: 'mention_count' })),
  );
  expect(found).toEqual([39_999, 3, 16_384, 16_383, 32_768, 3, null]);
  const keys = await release.rowsByKey(entities);
  expect(rows.map((row) => keys.find(many[row]?.entity_id ?? null))).toEqual([...rows.slice(0, -1), -1]);
  expect(await release.rowCount(entities)).toBe(40_000);
});

it('no file of a table is read as a whole', async () => {
  const all = new Map(files);
  for (const table of tables)
    if (table !== entities) for (const [path, bytes] of publishedFiles(table, [])) all.set(path, bytes);
  const reader = readerOf(sealed(all));
  const most = new Map<string, number>();
  const counting: ReleaseReader = {
    ...reader,
    read(path, start, end) {
      const bytes = reader.read(path, start, end);
      most.set(path, Math.max(most.get(path) ?? 0, bytes.length));
      return bytes;
    },
  };
  await verifyTable(counting, entities);
  for (const format of formats) {
    const path = pathOf(format, entities);
    expect(most.get(path), path).toBeGreaterThan(0);
    expect(most.get(path), path).toBeLessThan(files.get(path)!.length / 2);
  }
});

describe('damage at any place', () => {
  const release = releaseOf(validRows());
  const damaged = fc
    .record({
      table: fc.constantFrom(...groundedTables, figures),
      format: fc.constantFrom(...formats),
      at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      bit: fc.nat(7),
      how: fc.constantFrom('flip', 'drop', 'double', 'cut'),
    })
    .map(({ table, format, at, bit, how }) => {
      const path = pathOf(format, table);
      const bytes = release.get(path)!;
      const i = Math.floor(at * bytes.length);
      const [before, after] = [bytes.subarray(0, i), bytes.subarray(i + 1)];
      const middle = { flip: [bytes[i]! ^ (1 << bit)], drop: [], double: [bytes[i]!, bytes[i]!], cut: [] }[how];
      const parts = how === 'cut' ? [before] : [before, Uint8Array.from(middle), after];
      return { table, format, path, bytes: Buffer.concat(parts) };
    });
  const found = async (reader: ReleaseReader, table: (typeof tables)[number], rowsAtATime: number) =>
    [...new Set((await verifyTable(reader, table, rowsAtATime)).map(({ code, file }) => `${code} ${file}`))].sort();

  it('is found in text, and told alike in all formats, however many rows are read at a time', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, fc.integer({ min: 1, max: 3 }), async ({ table, format, path, bytes }, rowsAtATime) => {
        const reader = readerOf(sealed(new Map(release).set(path, bytes)));
        const problems = await found(reader, table, 2048);
        if ([csv, excel, json].includes(format)) expect(problems.length).toBeGreaterThan(0);
        for (const problem of problems) expect(problem).toMatch(format === json ? /./ : path);
        expect(await found(reader, table, rowsAtATime)).toEqual(problems);
      }),
      { numRuns: 150 },
    );
  });
});
