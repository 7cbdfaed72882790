import { z } from 'zod';
import type { Table } from '../table.ts';

/** JSON Schema (draft 2020-12) of one row of a table. */
export function jsonSchema(table: Table): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(table.row);
  return {
    $schema,
    $id: `urn:tearsheet:row:${table.name}`,
    title: table.title,
    description: table.description,
    ...rest,
  };
}
