import { type AsyncBuffer, parquetMetadata, parquetRead, type SchemaElement } from 'hyparquet';
import { columnsOf } from '#schemas/derive/columns.ts';
import { dateOf } from '#schemas/derive/days.ts';
import { parquetSchema } from '#schemas/derive/parquet.ts';
import type { Cell, Table } from '#schemas/table.ts';
import type { TableFile } from './table-file.ts';

/** Parquet file, read by hyparquet. */
export function parquetFile(bytes: Uint8Array, table: Table): TableFile {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const metadata = parquetMetadata(buffer);
  const [expected, actual] = [signature(parquetSchema(table)), signature(metadata.schema)];
  if (actual !== expected) throw new Error(`its schema is ${actual}, not ${expected}`);
  const file: AsyncBuffer = { byteLength: buffer.byteLength, slice: (start, end) => buffer.slice(start, end) };
  const columns = columnsOf(table);
  return {
    rows: Number(metadata.num_rows),
    async columns(start, end) {
      const found = columns.map((): Cell[] => new Array(end - start));
      const index = new Map(columns.map(({ name }, i) => [name, i]));
      await parquetRead({
        file,
        metadata,
        rowStart: start,
        rowEnd: end,
        parsers,
        onChunk({ columnName, columnData, rowStart }) {
          const cells = found[index.get(columnName)!]!;
          for (let i = 0; i < columnData.length; i++) {
            const row = rowStart + i - start;
            if (row >= 0 && row < cells.length) cells[row] = columnData[i] ?? null;
          }
        },
      });
      return found;
    },
  };
}

/** Dates as ISO strings; a string's first U+FEFF is a character, which the default decoder drops. */
const parsers = {
  stringFromBytes: (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(),
  dateFromDays: dateOf,
  timestampFromMilliseconds: (milliseconds: bigint) => new Date(Number(milliseconds)).toISOString(),
};

const signature = (schema: readonly SchemaElement[]): string =>
  schema
    .slice(1)
    .map((e) => `${e.name} ${e.type}${e.converted_type ? ` ${e.converted_type}` : ''} ${e.repetition_type}`)
    .join(', ');
