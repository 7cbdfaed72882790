import type { KeyValue, SchemaElement } from 'hyparquet';
import type { Table } from '../table.ts';
import { type ColumnType, columnsOf } from './columns.ts';

/** Parquet schema of a table: the root, then one flat element a column. */
export function parquetSchema(table: Table): SchemaElement[] {
  const columns = columnsOf(table);
  const elements = columns.map(
    ({ name, type, nullable }): SchemaElement => ({
      name,
      ...parquetType(type),
      repetition_type: nullable ? 'OPTIONAL' : 'REQUIRED',
    }),
  );
  return [{ name: 'root', num_children: columns.length }, ...elements];
}

/** What Parquet has no field for: titles, descriptions and units, as JSON under one key. */
export function parquetMetadata(table: Table): KeyValue[] {
  const { name, title, description, key } = table;
  const columns = columnsOf(table).map((c) => ({
    name: c.name,
    title: c.title,
    description: c.description,
    ...(c.unit === null ? {} : { unit: c.unit }),
  }));
  return [{ key: 'tearsheet', value: JSON.stringify({ name, title, description, primary_key: key, columns }) }];
}

function parquetType(type: ColumnType): Omit<SchemaElement, 'name'> {
  switch (type) {
    case 'string':
    case 'enum':
      return { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };
    case 'integer':
      return { type: 'INT32' };
    case 'number':
      return { type: 'DOUBLE' };
    case 'boolean':
      return { type: 'BOOLEAN' };
    case 'date':
      return { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } };
    case 'datetime':
      return {
        type: 'INT64',
        converted_type: 'TIMESTAMP_MILLIS',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
      };
  }
}
