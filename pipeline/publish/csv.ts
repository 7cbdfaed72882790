import { csvHeader } from '#schemas/derive/csv.ts';
import type { Format } from './format.ts';
import { lines, recordsOf } from './records.ts';

/** RFC 4180 with LF, UTF-8, header; every value exact, also where it looks like a formula. */
export const csv: Format = {
  name: 'csv',
  folder: 'csv',
  extension: 'csv',
  open(table, sink) {
    sink.write(Buffer.from(`${csvHeader(table).join(',')}\n`));
    return {
      write(batch) {
        for (const bytes of lines(recordsOf(batch), '\n')) sink.write(bytes);
      },
      end: () => sink.close(),
    };
  },
};
