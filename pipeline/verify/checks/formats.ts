import { columnsOf } from '#schemas/derive/columns.ts';
import type { Cell, Table } from '#schemas/table.ts';
import { arrow } from '../../publish/arrow.ts';
import { csv } from '../../publish/csv.ts';
import { excel, guardCell } from '../../publish/excel.ts';
import { type Format, pathOf } from '../../publish/format.ts';
import { parquet } from '../../publish/parquet.ts';
import type { TableCheck } from '../check.ts';
import { arrowFile } from '../files/arrow-file.ts';
import { csvFiles } from '../files/csv-file.ts';
import { parquetFile } from '../files/parquet-file.ts';
import type { Columns, OpenTable, TableReader } from '../files/table-reader.ts';
import { fileProblem, type Problem } from '../problem.ts';
import type { ReleaseIndex } from '../release-index.ts';

interface Other {
  readonly format: Format;
  readonly open: OpenTable;
  /** A cell as this format spells it. */
  readonly spelled?: (cell: Cell) => Cell;
}

/** How each format but JSON, with which the others are compared, is read back. */
function othersOf(table: Table): readonly Other[] {
  const text = csvFiles(table);
  return [
    { format: csv, open: text.csv },
    { format: excel, open: text.excel, spelled: guardCell },
    { format: arrow, open: arrowFile },
    { format: parquet, open: parquetFile },
  ];
}

/** Every format holds the same rows, cell by cell, with their types. */
export const formatsAgree: TableCheck = {
  name: 'formats',
  async open(table, release) {
    const names = columnsOf(table).map(({ name }) => name);
    const files = await Promise.all(othersOf(table).map((other) => comparison(other, table, release)));
    return {
      async look(rows, first) {
        const expected = names.map((name) => rows.map((row) => row[name] ?? null));
        for (const file of files) await file.compare(expected, first, rows.length);
        return files.flatMap((file) => file.broken());
      },
      async end(rowCount) {
        const found: Problem[] = [];
        for (const file of files) found.push(...(await file.end(rowCount)));
        return found;
      },
    };
  },
};

/** One format beside JSON. */
interface Comparison {
  compare(expected: Columns, first: number, count: number): Promise<void>;
  /** That the file can not be read, told once. */
  broken(): readonly Problem[];
  /** All that differs; only the number of rows where that does. */
  end(rowCount: number): Promise<readonly Problem[]>;
}

/** Differences that are kept of a file. */
const enough = 1000;

async function comparison({ format, open, spelled }: Other, table: Table, release: ReleaseIndex): Promise<Comparison> {
  const path = pathOf(format, table);
  const columns = columnsOf(table);
  const found: Problem[] = [];
  let fault: Problem[] = [];
  let read = 0;
  let file: TableReader | null = null;
  /** Stops reading a file at the first thing that is not what its format says. */
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      file = null;
      fault = [fileProblem('unreadable', path, `${messageOf(error)}; build the release again`)];
    }
  };
  if (release.intact(path)) {
    await guarded(async () => {
      file = await open(release.reader, path, table);
    });
  }
  return {
    compare: (expected, first, count) =>
      guarded(async () => {
        if (file === null) return;
        const cells = await file.next(count);
        read += cells[0]!.length;
        for (const { column, row, message } of differences(cells, expected, spelled)) {
          if (found.length === enough) return;
          const place = { row: first + row + 1, column: columns[column]!.name };
          found.push({ code: 'format_differs', file: path, ...place, message });
        }
      }),
    broken: () => fault.splice(0),
    async end(rowCount) {
      await guarded(async () => {
        read += (await file?.rest()) ?? 0;
      });
      if (file === null) return [...found, ...fault.splice(0)];
      if (read === rowCount) return found;
      return [fileProblem('row_count', path, `has ${read} rows, json/ has ${rowCount}; build the release again`)];
    },
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

interface Difference {
  readonly column: number;
  readonly row: number;
  readonly message: string;
}

function differences(columns: Columns, expected: Columns, spelled: ((cell: Cell) => Cell) | undefined): Difference[] {
  const found: Difference[] = [];
  for (const [column, right] of expected.entries()) {
    const cells = columns[column]!;
    for (let row = 0; row < cells.length; row++) {
      const cell = spelled ? spelled(right[row]!) : right[row]!;
      if (cells[row] === cell) continue;
      const message = `is ${JSON.stringify(cells[row])}, json/ has ${JSON.stringify(cell)}; build the release again`;
      found.push({ column, row, message });
    }
  }
  return found;
}
