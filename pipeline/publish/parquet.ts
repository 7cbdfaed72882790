import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { columnsOf } from '#schemas/derive/columns.ts';
import { parquetMetadata, parquetSchema } from '#schemas/derive/parquet.ts';
import type { ByteSink, Format } from './format.ts';
import { parquetColumn } from './parquet-column.ts';

/** Parquet, Snappy, one row group a batch. */
export const parquet: Format = {
  name: 'parquet',
  folder: 'parquet',
  extension: 'parquet',
  open(table, sink) {
    const columns = columnsOf(table);
    const writer = new ParquetWriter({
      writer: new SinkWriter(sink),
      schema: parquetSchema(table),
      kvMetadata: parquetMetadata(table),
      createdBy: 'tearsheet',
    });
    return {
      write(batch) {
        const columnData = columns.map((column, i) => parquetColumn(column, batch.columns[i]!));
        writer.write({ columnData, rowGroupSize: batch.rows.length });
      },
      end() {
        writer.finish();
        sink.close();
      },
    };
  },
};

/** Hands the bytes on after each row group. */
class SinkWriter extends ByteWriter {
  readonly #sink: ByteSink;

  constructor(sink: ByteSink) {
    super(1 << 20);
    this.#sink = sink;
  }

  flush(): void {
    if (this.index > 0) this.#sink.write(this.getBytes());
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}
