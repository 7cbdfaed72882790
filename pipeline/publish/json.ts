import type { Format } from './format.ts';

/** A JSON array with one object a line, columns in order. */
export const json: Format = {
  name: 'json',
  folder: 'json',
  extension: 'json',
  open(_table, sink) {
    let separator = '[\n';
    return {
      write({ rows }) {
        for (let from = 0; from < rows.length; from += 256) {
          const objects = rows.slice(from, from + 256).map((row) => JSON.stringify(row));
          sink.write(Buffer.from(separator + objects.join(',\n')));
          separator = ',\n';
        }
      },
      end() {
        sink.write(Buffer.from(separator === '[\n' ? '[\n]\n' : '\n]\n'));
        sink.close();
      },
    };
  },
};
