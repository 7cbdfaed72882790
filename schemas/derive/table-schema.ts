import type { Table } from '../table.ts';
import { tables } from '../tables/index.ts';
import { type Column, type ColumnType, columnsOf } from './columns.ts';

/** Frictionless Table Schema (Data Package v2) of a table's CSV. */
export function tableSchema(table: Table): Record<string, unknown> {
  const columns = columnsOf(table);
  const foreignKeys = columns.flatMap((c) => (c.references === null ? [] : [foreignKey(table, c.name, c.references)]));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columns.map((c) => field(table, c)),
    missingValues: [''],
    primaryKey: [table.key],
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
  };
}

/** The table that a column's `references` names; throws where there is none. */
export function referenced(table: Table, column: string, target: string): Table {
  const found = tables.find((t) => t.name === target);
  if (!found) throw new Error(`${table.name}.${column}: references a table that does not exist: ${target}`);
  return found;
}

function foreignKey(table: Table, column: string, target: string): Record<string, unknown> {
  const { name, key } = referenced(table, column, target);
  const resource = name === table.name ? {} : { resource: name };
  return { fields: [column], reference: { ...resource, fields: [key] } };
}

function field(table: Table, column: Column): Record<string, unknown> {
  const { name, title, description, unit, example } = column;
  return {
    name,
    ...frictionlessType(column.type),
    title,
    description,
    ...(unit === null ? {} : { unit }),
    example,
    constraints: constraints(table, column),
  };
}

function frictionlessType(type: ColumnType): Record<string, unknown> {
  switch (type) {
    case 'string':
    case 'enum':
      return { type: 'string' };
    case 'integer':
    case 'number':
    case 'boolean':
    case 'date':
    case 'datetime':
      return { type };
  }
}

function constraints(table: Table, column: Column): Record<string, unknown> {
  const { name, nullable, values, pattern, minimum, maximum, minLength } = column;
  const isKey = name === table.key;
  return {
    required: !nullable,
    ...(isKey ? { unique: true } : {}),
    ...(values === null ? {} : { enum: values }),
    ...(pattern === null ? {} : { pattern }),
    ...(minimum === null ? {} : { minimum }),
    ...(maximum === null ? {} : { maximum }),
    ...(minLength === null ? {} : { minLength }),
  };
}
