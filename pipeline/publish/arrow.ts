import { AsyncByteQueue, makeData, RecordBatch, RecordBatchFileWriter, Struct } from 'apache-arrow';
import { arrowSchema } from '#schemas/derive/arrow.ts';
import { type Column, columnsOf } from '#schemas/derive/columns.ts';
import { arrowColumn } from './arrow-column.ts';
import type { ByteSink, Format } from './format.ts';

/** Arrow IPC file, uncompressed, one record batch a batch. */
export const arrow: Format = {
  name: 'arrow',
  folder: 'arrow',
  extension: 'arrow',
  open(table, sink) {
    const schema = arrowSchema(table);
    const columns: readonly Column[] = columnsOf(table);
    const struct = new Struct(schema.fields);
    const writer = new RecordBatchFileWriter().reset(new Through(sink), schema);
    return {
      write(batch) {
        const children = columns.map((column, i) => arrowColumn(column.type, batch.columns[i]!));
        const data = makeData({ type: struct, length: batch.rows.length, nullCount: 0, children });
        writer.write(new RecordBatch(schema, data));
      },
      end: () => writer.close(),
    };
  },
};

/** Hands bytes on at once: the writer's own queue would hold the whole file. */
class Through extends AsyncByteQueue {
  readonly #sink: ByteSink;

  constructor(sink: ByteSink) {
    super();
    this.#sink = sink;
  }

  override write(bytes: Uint8Array): void {
    if (bytes.byteLength > 0) this.#sink.write(bytes);
  }

  override close(): void {
    this.#sink.close();
    super.close();
  }
}
