import type { Cell } from '#schemas/table.ts';
import { pathOf } from '../../publish/format.ts';
import { json } from '../../publish/json.ts';
import type { TableCheck } from '../check.ts';
import type { Problem } from '../problem.ts';

/** No two rows share a key. */
export const keysUnique: TableCheck = {
  name: 'keys',
  open(table) {
    const seen = new Map<Cell, number>();
    return (rows, first) => {
      const problems: Problem[] = [];
      for (const [i, row] of rows.entries()) {
        const key = row[table.key]!;
        const earlier = seen.get(key);
        if (earlier === undefined) {
          seen.set(key, first + i + 1);
          continue;
        }
        const message = `row ${earlier} has the key ${key} too; name in the table's identity what tells the two apart`;
        problems.push({
          code: 'duplicate_key',
          file: pathOf(json, table),
          row: first + i + 1,
          column: table.key,
          message,
        });
      }
      return problems;
    };
  },
};
