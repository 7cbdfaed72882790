import { pathOf } from '../../publish/format.ts';
import { json } from '../../publish/json.ts';
import type { TableCheck } from '../check.ts';
import { keyIndex } from '../key-index.ts';
import type { Problem } from '../problem.ts';

/** No two rows share a key. */
export const keysUnique: TableCheck = {
  name: 'keys',
  open(table) {
    const seen = keyIndex(table.prefix);
    const repeats: number[] = [];
    return {
      look(rows, first) {
        const problems: Problem[] = [];
        for (const [i, row] of rows.entries()) {
          const key = row[table.key]!;
          const { size } = seen;
          const number = seen.add(key);
          if (number === size) continue;
          const message = `row ${rowOf(number, repeats)} has the key ${key} too; name in the table's identity what tells the two apart`;
          repeats.push(first + i + 1);
          problems.push({
            code: 'duplicate_key',
            file: pathOf(json, table),
            row: first + i + 1,
            column: table.key,
            message,
          });
        }
        return problems;
      },
    };
  },
};

/** Row that brought the key of a number: rows that repeat an earlier key brought none. */
function rowOf(number: number, repeats: readonly number[]): number {
  let row = number + 1;
  for (const repeat of repeats) {
    if (repeat > row) break;
    row++;
  }
  return row;
}
