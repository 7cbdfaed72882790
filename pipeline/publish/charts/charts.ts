import type { Table } from '#schemas/table.ts';
import type { ByteSink, RowWriter } from '../format.ts';
import type { Chart } from './chart.ts';
import { eventsOverTime } from './events-over-time.ts';
import { mostQuoted } from './most-quoted.ts';
import { mostReported } from './most-reported.ts';

/** Every drawing of a release. A new one is a file and a line here. */
export const charts: readonly Chart[] = [eventsOverTime, mostReported, mostQuoted];

/** Draws what is to be drawn of a table while its rows stream by. */
export function chartWriters(table: Table, open: (path: string) => ByteSink): RowWriter[] {
  return charts
    .filter((chart) => chart.table === table)
    .map((chart) => {
      const drawn = chart.open();
      return {
        write({ rows }) {
          for (const row of rows) drawn.add(row);
        },
        end() {
          const sink = open(chart.path);
          sink.write(Buffer.from(drawn.svg()));
          sink.close();
        },
      };
    });
}
