import { columnsOf } from '#schemas/derive/columns.ts';
import type { Cell, Row, Table } from '#schemas/table.ts';
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
export const others: readonly Other[] = [
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
      for (const file of opened) problems.push(...(await file(rows, first)));
      return problems;
    };
  },
};

type Compare = (rows: readonly Row[], first: number) => Promise<readonly Problem[]>;

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
  return async (rows, first) => {
    if (isBroken) return [];
    try {
      const columns = await file.columns(first, first + rows.length);
      return differences(table, path, rows, columns, first, spelled);
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

function differences(
  table: Table,
  path: string,
  rows: readonly Row[],
  columns: readonly (readonly Cell[])[],
  first: number,
  spelled: (cell: Cell) => Cell = (cell) => cell,
): Problem[] {
  const problems: Problem[] = [];
  for (const [c, { name }] of columnsOf(table).entries()) {
    const cells = columns[c]!;
    for (let i = 0; i < rows.length; i++) {
      const expected = spelled(rows[i]![name] ?? null);
      if (cells[i] === expected) continue;
      const message = `is ${JSON.stringify(cells[i])}, json/ has ${JSON.stringify(expected)}; build the release again`;
      problems.push({ code: 'format_differs', file: path, row: first + i + 1, column: name, message });
      if (problems.length > 100) return problems;
    }
  }
  return problems;
}
