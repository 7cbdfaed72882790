import { columnsOf } from '#schemas/derive/columns.ts';
import { referenced } from '#schemas/derive/table-schema.ts';
import type { Table } from '#schemas/table.ts';
import { pathOf } from '../../publish/format.ts';
import { json } from '../../publish/json.ts';
import type { TableCheck } from '../check.ts';
import type { KeyIndex } from '../key-index.ts';
import type { Problem } from '../problem.ts';

/** Every key of another table is a key that this table has. */
export const referencesResolve: TableCheck = {
  name: 'references',
  async open(table, release) {
    const columns = columnsOf(table).filter((c) => c.references !== null);
    if (columns.length === 0) return null;
    const links: { name: string; target: Table; keys: KeyIndex }[] = [];
    for (const { name, references } of columns) {
      const target = referenced(table, name, references!);
      if (release.readable(target)) links.push({ name, target, keys: await release.rowsByKey(target) });
    }
    return {
      look: (rows, first) => {
        const problems: Problem[] = [];
        for (const { name, target, keys } of links) {
          for (const [i, row] of rows.entries()) {
            const key = row[name] ?? null;
            if (key === null || keys.find(key) >= 0) continue;
            const message = `${target.name} has no row ${key}; publish that row or leave this cell null`;
            problems.push({
              code: 'dangling_reference',
              file: pathOf(json, table),
              row: first + i + 1,
              column: name,
              message,
            });
          }
        }
        return problems;
      },
    };
  },
};
