import { type AsyncBuffer, parquetMetadataAsync, parquetRead, type SchemaElement } from 'hyparquet';
import { columnsOf } from '#schemas/derive/columns.ts';
import { dateOf } from '#schemas/derive/days.ts';
import { parquetSchema } from '#schemas/derive/parquet.ts';
import type { Cell } from '#schemas/table.ts';
import { type Columns, joined, type OpenTable } from './table-reader.ts';

/** Parquet file, read by hyparquet, a row group at a time. */
export const parquetFile: OpenTable = async (reader, path, table) => {
  const file: AsyncBuffer = {
    byteLength: reader.size(path),
    slice: (start, end = file.byteLength) => bufferOf(reader.read(path, start, end)),
  };
  const metadata = await parquetMetadataAsync(file);
  const [expected, actual] = [signature(parquetSchema(table)), signature(metadata.schema)];
  if (actual !== expected) throw new Error(`its schema is ${actual}, not ${expected}`);
  const columns = columnsOf(table);
  const index = new Map(columns.map(({ name }, i) => [name, i]));
  const groups = metadata.row_groups.map((group) => Number(group.num_rows));
  const rows = Number(metadata.num_rows);
  if (groups.reduce((sum, count) => sum + count, 0) !== rows) throw new Error(`its groups do not hold ${rows} rows`);

  const group = async (start: number, count: number): Promise<Columns> => {
    const found = columns.map((): Cell[] => new Array(count));
    await parquetRead({
      file,
      metadata,
      rowStart: start,
      rowEnd: start + count,
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
  };

  let next = 0;
  let read = 0;
  let held: Columns = [];
  let [at, end] = [0, 0];
  return {
    async next(count) {
      const pieces: Columns[] = [];
      for (let missing = count; missing > 0; ) {
        if (at === end) {
          const size = groups[next++];
          if (size === undefined) break;
          held = await group(read, size);
          read += size;
          [at, end] = [0, size];
        }
        const stop = Math.min(end, at + missing);
        const [cells, start] = [held, at];
        pieces.push(cells.map((column) => column.slice(start, stop)));
        missing -= stop - start;
        at = stop;
      }
      return joined(pieces, columns.length);
    },
    rest: () => end - at + rows - read,
  };
};

/** Exactly these bytes: hyparquet takes the whole of what lies below a view. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  if (byteLength === buffer.byteLength) return buffer as ArrayBuffer;
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
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
