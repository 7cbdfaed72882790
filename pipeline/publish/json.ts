import { columnsOf } from '#schemas/derive/columns.ts';
import type { Cell, Row, Table } from '#schemas/table.ts';
import type { Format } from './format.ts';

/** A JSON array with one object a line, columns in order. */
export const json: Format = {
  name: 'json',
  folder: 'json',
  extension: 'json',
  open(table, sink) {
    const spelled = speller(table);
    let separator = '[\n';
    return {
      write({ rows }) {
        for (let from = 0; from < rows.length; from += 256) {
          const objects = rows.slice(from, from + 256).map(spelled);
          sink.write(Buffer.from(separator + objects.join(',\n')));
          separator = ',\n';
        }
      },
      end() {
        sink.write(Buffer.from(separator === '[\n' ? '[\n]\n' : '\n]\n'));
        sink.close();
      },
    };
  },
};

/** From here on a number without a fraction is no 64-bit integer any more: readers that take it for one would overflow. */
const tooLong = 2 ** 63;

const isTooLong = (cell: Cell): boolean => typeof cell === 'number' && Math.abs(cell) >= tooLong;

/** Spells a row; numbers that are too long for integers have an exponent. */
function speller(table: Table): (row: Row) => string {
  const numbers = columnsOf(table).flatMap(({ name, type }) => (type === 'number' ? name : []));
  const cell = (value: Cell): string => (isTooLong(value) ? Number(value).toExponential() : JSON.stringify(value));
  return (row) => {
    if (!numbers.some((name) => isTooLong(row[name]!))) return JSON.stringify(row);
    return `{${Object.entries(row)
      .map(([name, value]) => `${JSON.stringify(name)}:${cell(value)}`)
      .join(',')}}`;
  };
}
