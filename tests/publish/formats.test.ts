import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from '@uwdata/flechette';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardCell } from '#pipeline/publish/excel.ts';
import { pathOf } from '#pipeline/publish/format.ts';
import { formats } from '#pipeline/publish/formats.ts';
import { publishTable } from '#pipeline/publish/publish-table.ts';
import { batchSize } from '#pipeline/publish/rows.ts';
import { columnsOf } from '#schemas/derive/columns.ts';
import { csvCodec, csvHeader } from '#schemas/derive/csv.ts';
import type { Cell, Row, Table } from '#schemas/table.ts';
import { entities, statistics, tables } from '#schemas/tables/index.ts';
import { arbitraryRow, exampleRow } from '../arbitrary.ts';
import { type Files, openIn, publishedFiles } from './memory.ts';

const wellFormed = (text: string): string => Buffer.from(text).toString();

/** A row as every format must give it back. */
const spelled = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]): [string, Cell] => [
      name,
      typeof cell === 'string' ? wellFormed(cell) : cell === 0 ? 0 : cell,
    ]),
  );

/** TextDecoder, which these readers use, takes a first U+FEFF of a cell for a byte order mark; the bytes hold it. */
const asReadersSee = (rows: readonly Row[]): Row[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [name, typeof cell === 'string' ? cell.replace(/^\ufeff/, '') : cell]),
    ),
  );

const isoDay = (value: unknown): Cell => (value === null ? null : new Date(value as number).toISOString().slice(0, 10));

/** Brings what a reader returns for dates back to ISO. */
const restored = (table: Table, row: Record<string, unknown>): Row =>
  Object.fromEntries(
    columnsOf(table).map(({ name, type }) => [
      name,
      type === 'date' ? isoDay(row[name] ?? null) : ((row[name] ?? null) as Cell),
    ]),
  );

const text = (files: Files, path: string): string => Buffer.from(files.get(path)!).toString();

const csvRows = (table: Table, source: string): Row[] => {
  const codec = csvCodec(table);
  const { data } = Papa.parse<string[]>(source.slice(0, -1), { delimiter: ',', newline: '\n' });
  expect(data[0]).toEqual(csvHeader(table));
  return data.slice(1).map((record) => codec.parse(record) as Row);
};

describe.each(tables.map((table) => ({ name: table.name, table })))('$name', ({ table }) => {
  const batches = fc.array(arbitraryRow(table), { maxLength: 20 });

  it('says the same in CSV, JSON, Arrow and Parquet, whatever the rows', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async (rows) => {
        const files = publishedFiles(table, rows);
        const expected = rows.map(spelled);
        expect(JSON.parse(text(files, `json/${table.name}.json`))).toStrictEqual(expected);
        expect(csvRows(table, text(files, `csv/${table.name}.csv`))).toStrictEqual(expected);
        const ipc = tableFromIPC(files.get(`arrow/${table.name}.arrow`)!, { useDate: false });
        expect(ipc.toArray().map((row) => restored(table, row))).toStrictEqual(asReadersSee(expected));
        const parquet = files.get(`parquet/${table.name}.parquet`)!;
        const file = new Uint8Array(parquet).buffer;
        const objects = await parquetReadObjects({
          file,
          parsers: { stringFromBytes: (bytes) => Buffer.from(bytes).toString() },
        });
        expect(objects.map((row) => restored(table, row))).toStrictEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('guards the spreadsheet set and leaves every other value alone', () => {
    fc.assert(
      fc.property(batches, (rows) => {
        const source = text(publishedFiles(table, rows), `excel/${table.name}.csv`);
        expect(source.startsWith('\ufeff')).toBe(true);
        const { data } = Papa.parse<string[]>(source.slice(1, -1), { delimiter: ',', newline: '\n' });
        const cells = rows.map(spelled).map((row) => Object.values(row).map((c) => String(guardCell(c) ?? '')));
        expect(data.slice(1)).toEqual(cells);
        const columns = columnsOf(table);
        for (const record of data.slice(1)) {
          for (const [i, cell] of record.entries()) {
            if (columns[i]!.type === 'string') expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is written in every format also without a row', () => {
    const files = publishedFiles(table, []);
    const tablesOnly = [...files.keys()].filter((path) => !/^(explorer|charts)\//.test(path));
    expect(tablesOnly.sort()).toEqual(formats.map((format) => pathOf(format, table)).sort());
    expect(text(files, `csv/${table.name}.csv`)).toBe(`${csvHeader(table).join(',')}\n`);
    expect(text(files, `json/${table.name}.json`)).toBe('[\n]\n');
    expect(tableFromIPC(files.get(`arrow/${table.name}.arrow`)!).schema.fields.map((f) => f.name)).toEqual(
      csvHeader(table),
    );
  });
});

describe('publishTable', () => {
  const many = Array.from({ length: batchSize + 300 }, (_, i) => ({ ...exampleRow(entities), mention_count: i }));

  it('gives equal bytes however the rows are cut', () => {
    const cut: Files = new Map();
    const parts = [many.slice(0, 7), [], many.slice(7, 9000), many.slice(9000)];
    expect(publishTable(entities, parts, openIn(cut)).rows).toBe(many.length);
    const whole = publishedFiles(entities, many);
    for (const [path, bytes] of whole) expect(Buffer.compare(bytes, cut.get(path)!), path).toBe(0);
  });

  it('refuses a row that its schema refuses, by table, key and column', () => {
    const row = { ...exampleRow(statistics), confidence: 2 };
    expect(() => publishedFiles(statistics, [row])).toThrow(/statistics: row 0 .*s_q3v5k2w7c4mz6xta.*confidence/s);
  });

  it('spells −0 as 0 in every format', () => {
    const files = publishedFiles(statistics, [{ ...exampleRow(statistics), value: -0 }]);
    const ipc = tableFromIPC(files.get('arrow/statistics.arrow')!);
    expect(Object.is(ipc.getChild('value').at(0), 0)).toBe(true);
  });
});

describe('JSON', () => {
  it('spells a number that is too long for 64 bits with an exponent, others as they are', () => {
    const rows = [123456789012346000000, -(2 ** 63), 2 ** 53, 1.5].map((value) => ({
      ...exampleRow(statistics),
      value,
    }));
    const source = text(publishedFiles(statistics, rows), 'json/statistics.json');
    expect(JSON.parse(source)).toEqual(rows);
    expect([...source.matchAll(/"value":([^,]+)/g)].map(([, number]) => number)).toEqual([
      '1.23456789012346e+20',
      '-9.223372036854776e+18',
      '9007199254740992',
      '1.5',
    ]);
  });
});

describe('in DuckDB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tearsheet-'));
  const rows = fc.sample(arbitraryRow(statistics), { numRuns: 200, seed: 1 }).map(spelled);
  let query: (sql: string) => Promise<Record<string, unknown>[]>;

  beforeAll(async () => {
    writeFileSync(join(folder, 'table.parquet'), publishedFiles(statistics, rows).get('parquet/statistics.parquet')!);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    query = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[];
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('Parquet has the types of the codebook', async () => {
    const types = {
      string: 'VARCHAR',
      enum: 'VARCHAR',
      integer: 'INTEGER',
      number: 'DOUBLE',
      boolean: 'BOOLEAN',
      date: 'DATE',
      datetime: 'TIMESTAMP WITH TIME ZONE',
    };
    const described = await query(`DESCRIBE SELECT * FROM '${join(folder, 'table.parquet')}'`);
    expect(described.map((c) => [c.column_name, c.column_type])).toEqual(
      columnsOf(statistics).map(({ name, type }) => [name, types[type]]),
    );
  });

  it('Parquet has every cell', async () => {
    const found = await query(`SELECT * FROM '${join(folder, 'table.parquet')}'`);
    expect(found).toEqual(asReadersSee(rows));
  });
});
