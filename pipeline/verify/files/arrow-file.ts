import { type AsyncRecordBatchFileReader, type Data, RecordBatchReader, type Schema, type Vector } from 'apache-arrow';
import { arrowSchema } from '#schemas/derive/arrow.ts';
import { type ColumnType, columnsOf } from '#schemas/derive/columns.ts';
import { dateOf } from '#schemas/derive/days.ts';
import type { Cell, Table } from '#schemas/table.ts';
import type { ReleaseReader } from '../release-reader.ts';
import { type Columns, joined, type OpenTable } from './table-reader.ts';

/** An Arrow file that is read a record batch at a time. */
export interface ArrowFile {
  /** How many there are. */
  readonly batches: number;
  batch(index: number): Promise<ArrowBatch>;
}

/** Rows as an Arrow file holds them. */
export interface ArrowBatch {
  readonly rows: number;
  /** Cells of a column from row `start` up to `end`. */
  cells(column: number, start: number, end: number): Cell[];
}

/** Arrow IPC file, read by apache-arrow; throws where it does not hold the columns of the table. */
export async function openArrow(reader: ReleaseReader, path: string, table: Table): Promise<ArrowFile> {
  checkEnds(reader, path);
  const file = await (RecordBatchReader.from(handleOf(reader, path)) as Promise<AsyncRecordBatchFileReader>);
  await file.open({ autoDestroy: false });
  const [expected, actual] = [signature(arrowSchema(table)), signature(file.schema)];
  if (actual !== expected) throw new Error(`its schema is ${actual}, not ${expected}`);
  const types = columnsOf(table).map(({ type }) => type);
  return {
    batches: file.numRecordBatches,
    async batch(index) {
      const batch = await file.readRecordBatch(index);
      if (batch === null) throw new Error(`its record batch ${index} is none`);
      return {
        rows: batch.numRows,
        cells: (column, start, end) => cells(types[column]!, batch.getChildAt(column)!, start, end),
      };
    },
  };
}

/** The rows of an Arrow file in order, whatever its batches. */
export const arrowFile: OpenTable = async (reader, path, table) => {
  const file = await openArrow(reader, path, table);
  const width = columnsOf(table).length;
  let index = 0;
  let batch: ArrowBatch | null = null;
  let at = 0;
  return {
    async next(count) {
      const pieces: Columns[] = [];
      for (let missing = count; missing > 0; ) {
        if (batch === null || at === batch.rows) {
          if (index === file.batches) break;
          batch = await file.batch(index++);
          at = 0;
        }
        const [held, start, end] = [batch, at, Math.min(batch.rows, at + missing)];
        pieces.push(Array.from({ length: width }, (_, column) => held.cells(column, start, end)));
        missing -= end - start;
        at = end;
      }
      return joined(pieces, width);
    },
    async rest() {
      let rows = batch === null ? 0 : batch.rows - at;
      while (index < file.batches) rows += (await file.batch(index++)).rows;
      return rows;
    },
  };
};

const magic = 'ARROW1';

/** A file that begins or ends otherwise would be read as a stream, or never. */
function checkEnds(reader: ReleaseReader, path: string): void {
  const size = reader.size(path);
  const text = (start: number): string =>
    Buffer.from(reader.read(path, Math.max(0, start), start + magic.length)).toString('latin1');
  if (text(0) !== magic || text(size - magic.length) !== magic)
    throw new Error(`it does not begin and end with ${magic}`);
  const end = size - magic.length;
  const length = Buffer.from(reader.read(path, end - 4, end)).readInt32LE();
  if (length <= 0 || length > end - 4) throw new Error(`its footer can not have ${length} bytes`);
}

type Source = Parameters<typeof RecordBatchReader.from>[0];

/** What apache-arrow asks of an open file. */
function handleOf(reader: ReleaseReader, path: string): Source {
  const size = reader.size(path);
  const handle = {
    fd: -1,
    stat: async () => ({ size }),
    async read(buffer: Uint8Array, offset: number, length: number, position: number) {
      const bytes = reader.read(path, position, Math.min(size, position + length));
      if (bytes.length === 0 && length > 0) throw new Error(`it ends behind ${position} of ${size} bytes`);
      buffer.set(bytes, offset);
      return { bytesRead: bytes.length, buffer };
    },
    close: async () => undefined,
  };
  return handle as unknown as Source;
}

const signature = ({ fields }: Schema): string =>
  fields.map((f) => `${f.name} ${f.type}${f.nullable ? ' or null' : ''}`).join(', ');

function cells(type: ColumnType, vector: Vector, start: number, end: number): Cell[] {
  const data = vector.data[0]!;
  if (type === 'string' || type === 'enum') return strings(data, start, end);
  const isValid = validity(data);
  const values: Cell[] = new Array(end - start);
  if (type === 'integer' || type === 'number' || type === 'date') {
    const numbers = data.values as Int32Array | Float64Array;
    for (let i = start; i < end; i++) {
      values[i - start] = !isValid(i) ? null : type === 'date' ? dateOf(numbers[i]!) : numbers[i]!;
    }
  } else {
    for (let i = start; i < end; i++) values[i - start] = isValid(i) ? cell(type, vector.get(i)) : null;
  }
  return values;
}

/** Tells which cells of a batch are no null; asked of apache-arrow cell by cell it would take longer than all else. */
function validity(data: Data): (row: number) => boolean {
  const bits = data.nullBitmap as Uint8Array | undefined;
  if (data.nullCount === 0 || !bits || bits.length === 0) return () => true;
  const { offset } = data;
  return (row) => ((bits[(offset + row) >> 3]! >> ((offset + row) & 7)) & 1) === 1;
}

/** Strings of one batch, decoded in one go. apache-arrow's own decoder takes U+FEFF at the start of a cell for a byte order mark. */
function strings(data: Data, start: number, end: number): (string | null)[] {
  const offsets = data.valueOffsets as Int32Array;
  const { buffer, byteOffset, byteLength } = data.values as Uint8Array;
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const [first, last] = [offsets[start]!, offsets[end]!];
  const all = bytes.toString('utf8', first, last);
  const isAscii = all.length === last - first;
  const isValid = validity(data);
  const found: (string | null)[] = new Array(end - start);
  let from = 0;
  for (let i = start; i < end; i++) {
    const to = from + (isAscii ? offsets[i + 1]! - offsets[i]! : unitsIn(bytes, offsets[i]!, offsets[i + 1]!));
    found[i - start] = isValid(i) ? all.slice(from, to) : null;
    from = to;
  }
  if (from !== all.length) throw new Error(`bytes ${first} to ${last} of its strings are no UTF-8`);
  return found;
}

/** UTF-16 units that some bytes of UTF-8 make. */
function unitsIn(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

/** apache-arrow hands out instants as milliseconds. */
const cell = (type: 'boolean' | 'datetime', value: unknown): Cell =>
  type === 'boolean' ? (value as Cell) : new Date(Number(value)).toISOString();
