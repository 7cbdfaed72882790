import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formats } from '#pipeline/publish/formats.ts';
import { column } from '#schemas/column.ts';
import { arrowSchema } from '#schemas/derive/arrow.ts';
import { codebook } from '#schemas/derive/codebook.ts';
import { type Column, columnsOf } from '#schemas/derive/columns.ts';
import { csvCodec, csvHeader } from '#schemas/derive/csv.ts';
import { jsonSchema } from '#schemas/derive/json-schema.ts';
import { parquetSchema } from '#schemas/derive/parquet.ts';
import { tableSchema } from '#schemas/derive/table-schema.ts';
import { type Cell, table as defineTable, type Row, type Table } from '#schemas/table.ts';
import { tables } from '#schemas/tables/index.ts';
import { arbitraryRow, exampleRow } from '../arbitrary.ts';

const cases = tables.map((table) => ({ name: table.name, table }));

/** A table of one column. */
const tableOf = (schema: z.ZodType): Table =>
  defineTable({ name: 't', title: 'T', description: 'T.', key: 'a', prefix: 't', columns: { a: schema } });

describe.each(cases)('$name', ({ table }) => {
  const columns = columnsOf(table);
  const names = columns.map((c) => c.name);
  const about = { description: expect.stringMatching(/\.$/), title: expect.stringMatching(/^[A-Z]/) };

  it('describes itself and every column in a sentence', () => {
    expect(table).toMatchObject(about);
    for (const c of columns) expect(c, c.name).toMatchObject({ title: about.title });
    for (const c of columns) expect(c.description.length, c.name).toBeGreaterThan(3);
  });

  it('has examples that its own schema accepts', () => {
    expect(table.row.safeParse(exampleRow(table)).error).toBeUndefined();
  });

  it('has a key of its own prefix that is a column and not null', () => {
    const key = columns.find((c) => c.name === table.key);
    expect(key).toMatchObject({ type: 'string', nullable: false });
    expect(String(key!.example)).toMatch(new RegExp(`^${table.prefix}_`));
  });

  it('refers to tables that exist, by columns of their key’s shape', () => {
    for (const { name, references, pattern } of columns) {
      if (references === null) continue;
      const target = tables.find((t) => t.name === references);
      expect(target, `${table.name}.${name}`).toBeDefined();
      expect(pattern).toBe(columnsOf(target!).find((c) => c.name === target!.key)!.pattern);
    }
  });

  it('names columns for identity and resolve that it has', () => {
    expect(names).toEqual(expect.arrayContaining([...table.identity, ...table.resolved]));
    for (const name of table.resolved) expect(columns.find((c) => c.name === name)!.nullable, name).toBe(true);
  });

  it('has every column, in order, in every derived description', () => {
    expect(csvHeader(table)).toEqual(names);
    expect(arrowSchema(table).fields.map((f) => f.name)).toEqual(names);
    expect(
      parquetSchema(table)
        .slice(1)
        .map((e) => e.name),
    ).toEqual(names);
    expect((tableSchema(table).fields as { name: string }[]).map((f) => f.name)).toEqual(names);
    expect(Object.keys(jsonSchema(table).properties as object)).toEqual(names);
    const section = codebook([table]);
    for (const name of names) expect(section).toContain(`| \`${name}\` |`);
  });

  it('keeps title, description, unit and nullability in Arrow', () => {
    for (const [i, field] of arrowSchema(table).fields.entries()) {
      const { title, description, unit, nullable } = columns[i]!;
      const words = { title, description, ...(unit === null ? {} : { unit }) };
      expect(Object.fromEntries(field.metadata)).toEqual(words);
      expect(field.nullable).toBe(nullable);
    }
  });

  it('gives every row back from its CSV cells', () => {
    const codec = csvCodec(table);
    fc.assert(
      fc.property(arbitraryRow(table), (row) => {
        const plain = Object.fromEntries(Object.entries(row).map(([k, v]) => [k, v === 0 ? 0 : v]));
        expect(z.decode(codec, z.encode(codec, plain as never))).toStrictEqual(plain);
      }),
      { numRuns: 50 },
    );
  });

  it('has a JSON Schema that accepts exactly what Zod accepts', () => {
    const ajv = new Ajv2020({ strict: true, validateFormats: false, keywords: ['unit', 'references'] });
    const validate = ajv.compile(jsonSchema(table));
    const stray: fc.Arbitrary<Cell> = fc.oneof(
      fc.constantFrom<Cell>(null, '', 'x', 0, -1, 1.5, 2 ** 31, true, '2025-02-30', '2024-02-29', 'a_aaaaaaaaaaaaaaaa'),
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const broken = fc.tuple(arbitraryRow(table), fc.constantFrom(...names, 'unknown'), stray);
    fc.assert(
      fc.property(broken, ([row, name, cell]) => {
        for (const input of [row, { ...row, [name]: cell }, without(row, name)]) {
          expect(validate(input), JSON.stringify(input[name])).toBe(table.row.safeParse(input).success);
        }
      }),
      { numRuns: 50 },
    );
  });
});

const without = (row: Row, name: string): Row => Object.fromEntries(Object.entries(row).filter(([k]) => k !== name));

describe('every table', () => {
  it('has a name, a prefix and a key column of its own', () => {
    for (const of of ['name', 'prefix', 'key'] as const)
      expect(new Set(tables.map((t) => t[of])).size).toBe(tables.length);
  });

  it('has every format once', () => {
    expect(new Set(formats.map((f) => f.folder)).size).toBe(formats.length);
  });
});

describe('columnsOf', () => {
  const words = { title: 'A', description: 'A.' };
  it.each<[string, z.ZodType, RegExp]>([
    ['undescribed', z.string().min(1), /t\.a: say what it means/],
    [
      'described before .nullable()',
      column(z.string().min(1), { ...words, example: 'x' }).nullable(),
      /t\.a: say what/,
    ],
    ['a list', column(z.array(z.string()), { ...words, example: ['x'] }), /t\.a: /],
    ['a wide integer', column(z.int(), { ...words, example: 1 }), /t\.a: integers are z\.int32\(\)/],
    [
      'a string that can be empty',
      column(z.string(), { ...words, example: 'x' }),
      /t\.a: strings are z\.string\(\)\.min\(1\)/,
    ],
    [
      'an instant finer than a millisecond',
      column(z.iso.datetime(), { ...words, example: '2026-05-14T09:30:00Z' }),
      /t\.a: instants/,
    ],
  ])('refuses what is %s', (_name, schema, message) => {
    expect(() => columnsOf(tableOf(schema))).toThrow(message);
  });

  it('reads instants of a millisecond', () => {
    const example = '2026-05-14T09:30:00.000Z';
    const found = columnsOf(tableOf(column(z.iso.datetime({ precision: 3 }).nullable(), { ...words, example })));
    expect(found).toEqual<Partial<Column>[]>([expect.objectContaining({ type: 'datetime', nullable: true })]);
  });
});
