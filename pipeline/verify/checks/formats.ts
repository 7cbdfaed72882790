import { columnsOf } from '#schemas/derive/columns.ts';
import type { Cell, Table } from '#schemas/table.ts';
import { arrow } from '../../publish/arrow.ts';
import { csv } from '../../publish/csv.ts';
import { excel, guardCell } from '../../publish/excel.ts';
import { type Format, pathOf } from '../../publish/format.ts';
import { parquet } from '../../publish/parquet.ts';
import type { TableCheck } from '../check.ts';
import { arrowFile } from '../files/arrow-file.ts';
import { csvFile, excelFile } from '../files/csv-file.ts';
import { parquetFile } from '../files/parquet-file.ts';
import type { OpenTable, TableFile } from '../files/table-file.ts';
import { fileProblem, type Problem } from '../problem.ts';
import type { ReleaseIndex } from '../release-index.ts';

interface Other {
  readonly format: Format;
  readonly open: OpenTable;
  /** A cell as this format spells it. */
  readonly spelled?: (cell: Cell) => Cell;
}

/** How each format but JSON, with which the others are compared, is read back. */
const others: readonly Other[] = [
  { format: csv, open: csvFile },
  { format: excel, open: excelFile, spelled: guardCell },
  { format: arrow, open: arrowFile },
  { format: parquet, open: parquetFile },
];

/** Every format holds the same rows, cell by cell, with their types. */
export const formatsAgree: TableCheck = {
  name: 'formats',
  open(table, release, rowCount) {
    const opened = others.map((other) => openFile(other, table, release, rowCount));
    return async (rows, first) => {
      const problems: Problem[] = [];
      const expected = columnsOf(table).map(({ name }) => rows.map((row) => row[name] ?? null));
      for (const file of opened) problems.push(...(await file(expected, first, rows.length)));
      return problems;
    };
  },
};

type Columns = readonly (readonly Cell[])[];
type Compare = (expected: Columns, first: number, count: number) => Promise<readonly Problem[]>;

/** Prepares one format; a file that can not be read is reported once. */
function openFile({ format, open, spelled }: Other, table: Table, release: ReleaseIndex, rowCount: number): Compare {
  const path = pathOf(format, table);
  if (!release.intact(path)) return async () => [];
  let file: TableFile;
  try {
    file = open(release.reader.read(path), table);
  } catch (error) {
    return once([unreadable(path, error)]);
  }
  if (file.rows !== rowCount) {
    return once([
      fileProblem('row_count', path, `has ${file.rows} rows, json/ has ${rowCount}; build the release again`),
    ]);
  }
  let isBroken = false;
  return async (expected, first, count) => {
    if (isBroken) return [];
    try {
      const columns = await file.columns(first, first + count);
      const found = differences(columns, expected, spelled);
      return found.map(({ column, row, message }) => ({
        ...({ code: 'format_differs', file: path, row: first + row + 1, message } as const),
        column: columnsOf(table)[column]!.name,
      }));
    } catch (error) {
      isBroken = true;
      return [unreadable(path, error)];
    }
  };
}

function once(problems: readonly Problem[]): Compare {
  let rest = problems;
  return async () => {
    const now = rest;
    rest = [];
    return now;
  };
}

const unreadable = (path: string, error: unknown): Problem =>
  fileProblem('unreadable', path, `${error instanceof Error ? error.message : error}; build the release again`);

interface Difference {
  readonly column: number;
  readonly row: number;
  readonly message: string;
}

const enough = 100;

function differences(
  columns: Columns,
  expected: Columns,
  spelled: (cell: Cell) => Cell = (cell) => cell,
): Difference[] {
  const found: Difference[] = [];
  for (const [column, right] of expected.entries()) {
    const cells = columns[column]!;
    for (let row = 0; row < right.length && found.length < enough; row++) {
      const cell = spelled(right[row]!);
      if (cells[row] === cell) continue;
      const message = `is ${JSON.stringify(cells[row])}, json/ has ${JSON.stringify(cell)}; build the release again`;
      found.push({ column, row, message });
    }
  }
  return found;
}
