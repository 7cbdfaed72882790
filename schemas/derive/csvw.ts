import type { Table } from '../table.ts';
import { type Column, columnsOf } from './columns.ts';
import { referenced } from './table-schema.ts';

const context = ['http://www.w3.org/ns/csvw', { '@language': 'en' }];

/** How every CSV file is written, in the words of CSV on the Web. */
const dialect = {
  encoding: 'utf-8',
  lineTerminators: ['\n'],
  delimiter: ',',
  quoteChar: '"',
  doubleQuote: true,
  header: true,
  headerRowCount: 1,
  trim: false,
};

/** CSV on the Web metadata of one table, beside its file. */
export const csvwTable = (table: Table): Record<string, unknown> => ({
  '@context': context,
  ...description(table),
  dialect,
  tableSchema: tableSchema(table),
});

/** CSV on the Web metadata of all tables: here one may refer to another. */
export const csvwGroup = (tables: readonly Table[]): Record<string, unknown> => ({
  '@context': context,
  dialect,
  tables: tables.map((table) => ({
    ...description(table),
    tableSchema: { ...tableSchema(table), ...foreignKeys(table) },
  })),
});

const description = ({ name, title, description: about }: Table): Record<string, unknown> => ({
  url: `${name}.csv`,
  'dc:title': title,
  'dc:description': about,
});

const tableSchema = (table: Table): Record<string, unknown> => ({
  columns: columnsOf(table).map(column),
  primaryKey: table.key,
});

/** A foreign key of CSV on the Web must lead somewhere in every row: columns that may be empty say in words what they refer to. */
function foreignKeys(table: Table): Record<string, unknown> {
  const keys = columnsOf(table).flatMap(({ name, references, nullable }) => {
    if (references === null || nullable) return [];
    const target = referenced(table, name, references);
    return [{ columnReference: name, reference: { resource: `${target.name}.csv`, columnReference: target.key } }];
  });
  return keys.length > 0 ? { foreignKeys: keys } : {};
}

function column(one: Column): Record<string, unknown> {
  const { name, title, description: about, nullable, references } = one;
  return {
    name,
    titles: name,
    'dc:title': title,
    'dc:description': about,
    ...(references === null ? {} : { 'dc:relation': { '@id': `${references}.csv` } }),
    datatype: datatype(one),
    ...(nullable ? { null: '' } : { required: true }),
  };
}

function datatype({ type, values, pattern, minimum, maximum }: Column): unknown {
  const limits = {
    ...(minimum === null ? {} : { minimum }),
    ...(maximum === null ? {} : { maximum }),
  };
  switch (type) {
    case 'string':
      return pattern === null ? 'string' : { base: 'string', format: pattern };
    case 'enum':
      return { base: 'string', format: `^(${values!.join('|')})$` };
    case 'integer':
      return { base: 'int', ...limits };
    case 'number':
      return { base: 'double', ...limits };
    case 'boolean':
      return { base: 'boolean', format: 'true|false' };
    case 'date':
      return { base: 'date', format: 'yyyy-MM-dd' };
    case 'datetime':
      return { base: 'dateTime', format: 'yyyy-MM-ddTHH:mm:ss.SSSX' };
  }
}
