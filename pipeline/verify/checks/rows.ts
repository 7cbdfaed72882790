import { z } from 'zod';
import { rowCheck } from '#schemas/derive/row-check.ts';
import { pathOf } from '../../publish/format.ts';
import { json } from '../../publish/json.ts';
import type { TableCheck } from '../check.ts';
import type { Problem } from '../problem.ts';

/** Every row is what the table's schema says: types, patterns, ranges, prefixes of ids. */
export const rowsValid: TableCheck = {
  name: 'rows',
  open: (table) => {
    const accepts = rowCheck(table);
    return {
      look: (rows, first) => {
        const problems: Problem[] = [];
        for (const [i, row] of rows.entries()) {
          if (accepts(row)) continue;
          const result = table.row.safeParse(row);
          if (result.success) continue;
          for (const issue of result.error.issues) {
            const column = issue.path.length > 0 ? String(issue.path[0]) : null;
            const value = column === null ? '' : ` (it is ${JSON.stringify(row[column])})`;
            const message = `${z.prettifyError({ issues: [issue] } as z.ZodError)}${value}; mend what makes the row, build again`;
            problems.push({ code: 'invalid_row', file: pathOf(json, table), row: first + i + 1, column, message });
          }
        }
        return problems;
      },
    };
  },
};
