import fc from 'fast-check';
import { type Column, columnsOf } from '#schemas/derive/columns.ts';
import type { Cell, Row, Table } from '#schemas/table.ts';

/** Any row that a table's schema accepts. */
export function arbitraryRow(table: Table): fc.Arbitrary<Row> {
  const cells = columnsOf(table).map((column) => [column.name, arbitraryCell(column)] as const);
  return fc.record(Object.fromEntries(cells));
}

/** The row that the examples of the codebook make. */
export const exampleRow = (table: Table): Row =>
  Object.fromEntries(columnsOf(table).map(({ name, example }) => [name, example]));

function arbitraryCell(column: Column): fc.Arbitrary<Cell> {
  const value = arbitraryValue(column);
  return column.nullable ? fc.option(value, { freq: 3 }) : value;
}

function arbitraryValue({ type, values, pattern, minimum, maximum }: Column): fc.Arbitrary<Cell> {
  const min = minimum ?? undefined;
  const max = maximum ?? undefined;
  switch (type) {
    case 'string':
      return pattern === null ? arbitraryText : fc.stringMatching(new RegExp(pattern));
    case 'enum':
      return fc.constantFrom(...values!);
    case 'integer':
      return fc.integer({
        ...(minimum === null ? {} : { min: minimum }),
        ...(maximum === null ? {} : { max: maximum }),
      });
    case 'number':
      return fc.double({
        noNaN: true,
        noDefaultInfinity: true,
        min: min ?? -Number.MAX_VALUE,
        max: max ?? Number.MAX_VALUE,
      });
    case 'boolean':
      return fc.boolean();
    case 'date':
      return arbitraryInstant.map((date) => date.toISOString().slice(0, 10));
    case 'datetime':
      return arbitraryInstant.map((date) => date.toISOString());
  }
}

const arbitraryInstant = fc.date({
  min: new Date('0001-01-01T00:00:00.000Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

/** Text with everything that a format could trip over. */
const arbitraryText = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.string({
      unit: fc.constantFrom(...'=+-@\t\r\n",;\' \u{1f600}\ufeff\u0000\u2028ａ＝é0'),
      minLength: 1,
      maxLength: 6,
    }),
    fc.constantFrom('null', 'NaN', 'true', '-0', '1e5', '"', '""', ' ', '\\', '\r\n', '=1+1', '٣', '́', '\u{10ffff}'),
  )
  .filter((text) => text !== '');
