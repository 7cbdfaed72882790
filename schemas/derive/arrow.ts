import { Bool, type DataType, DateDay, Field, Float64, Int32, Schema, TimestampMillisecond, Utf8 } from 'apache-arrow';
import type { Table } from '../table.ts';
import { type Column, type ColumnType, columnsOf } from './columns.ts';

/** Arrow schema of a table; fields carry title, description and unit, the schema the table's. */
export function arrowSchema(table: Table): Schema {
  const fields = columnsOf(table).map((c) => new Field(c.name, arrowType(c.type), c.nullable, words(c)));
  const about = { name: table.name, title: table.title, description: table.description, primary_key: table.key };
  return new Schema(fields, new Map(Object.entries(about)));
}

/** Plain types that every reader knows: no dictionaries, whose ids hang on what was written before. */
function arrowType(type: ColumnType): DataType {
  switch (type) {
    case 'string':
    case 'enum':
      return new Utf8();
    case 'integer':
      return new Int32();
    case 'number':
      return new Float64();
    case 'boolean':
      return new Bool();
    case 'date':
      return new DateDay();
    case 'datetime':
      return new TimestampMillisecond('UTC');
  }
}

function words({ title, description, unit }: Column): Map<string, string> {
  const plain = new Map([
    ['title', title],
    ['description', description],
  ]);
  return unit === null ? plain : plain.set('unit', unit);
}
