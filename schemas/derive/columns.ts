import { z } from 'zod';
import type { Table } from '../table.ts';

/** The seven types a cell can have, in every format. */
export type ColumnType = 'string' | 'enum' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime';

/** A column as plain data: what every writer, reader and codebook works from. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly title: string;
  readonly description: string;
  readonly unit: string | null;
  readonly example: string | number | boolean | null;
  readonly references: string | null;
  readonly values: readonly string[] | null;
  readonly pattern: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly minLength: number | null;
}

const scalar = z.object({
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  format: z.enum(['date', 'date-time']).optional(),
  enum: z.array(z.string()).optional(),
  const: z.string().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
});

const described = z.object({
  title: z.string().min(1),
  description: z.string().min(1),
  unit: z.string().min(1).optional(),
  references: z.string().min(1).optional(),
  examples: z.tuple([z.union([z.string(), z.number(), z.boolean(), z.null()])]),
});

const nullable = z.object({ anyOf: z.tuple([scalar, z.object({ type: z.literal('null') })]) });

/** Zod shortens `anyOf [T, null]` to a list of types where T has no other keyword. */
const shortened = z.object({ type: z.tuple([scalar.shape.type, z.literal('null')]) });

const cache = new WeakMap<Table, readonly Column[]>();

/** Columns of a table in order. The only reader of Zod's output; throws where a column is not a described scalar. */
export function columnsOf(table: Table): readonly Column[] {
  const known = cache.get(table);
  if (known) return known;
  const columns = Object.entries(table.columns).map(([name, schema]) =>
    readColumn(`${table.name}.${name}`, name, schema),
  );
  cache.set(table, columns);
  return columns;
}

function readColumn(place: string, name: string, schema: z.ZodType): Column {
  const json = z.toJSONSchema(schema);
  const words = described.safeParse(json);
  if (!words.success) {
    throw new Error(`${place}: say what it means with column(schema, { title, description, example })`);
  }
  const { plain, isNullable } = readScalar(json);
  if (plain === undefined) throw new Error(`${place}: a column is one scalar; got ${JSON.stringify(json)}`);
  const type = columnType(plain);
  if (type === 'integer' && Math.abs(plain.maximum ?? Number.MAX_SAFE_INTEGER) > 2 ** 31) {
    throw new Error(`${place}: integers are z.int32(), so that every format can hold them`);
  }
  refuseWhatOneFormatLoses(place, type, schema);
  const { title, description, unit = null, references = null, examples } = words.data;
  const { pattern = null, minimum = null, maximum = null, minLength = null } = plain;
  const shape = type === 'date' || type === 'datetime' ? null : pattern;
  return {
    name,
    type,
    nullable: isNullable,
    title,
    description,
    unit,
    example: examples[0],
    references,
    values: plain.enum ?? null,
    pattern: shape,
    minimum,
    maximum,
    minLength,
  };
}

/** An empty CSV cell is null and nothing else is; Arrow and Parquet hold milliseconds. */
function refuseWhatOneFormatLoses(place: string, type: ColumnType, schema: z.ZodType): void {
  if (type === 'string' && schema.safeParse('').success) {
    throw new Error(`${place}: strings are z.string().min(1): an empty CSV cell is null`);
  }
  if (type === 'datetime' && schema.safeParse('2026-05-14T09:30:00Z').success) {
    throw new Error(`${place}: instants are z.iso.datetime({ precision: 3 }), so that every format can hold them`);
  }
}

function readScalar(json: unknown): { plain: z.output<typeof scalar> | undefined; isNullable: boolean } {
  const long = nullable.safeParse(json);
  if (long.success) return { plain: long.data.anyOf[0], isNullable: true };
  const short = shortened.safeParse(json);
  if (short.success)
    return { plain: scalar.parse({ ...(json as object), type: short.data.type[0] }), isNullable: true };
  return { plain: scalar.safeParse(json).data, isNullable: false };
}

function columnType(plain: z.output<typeof scalar>): ColumnType {
  if (plain.type !== 'string') return plain.type;
  if (plain.enum) return 'enum';
  if (plain.format === 'date') return 'date';
  if (plain.format === 'date-time') return 'datetime';
  return 'string';
}
