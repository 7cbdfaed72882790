import type { Table } from '#schemas/table.ts';
import { tables } from '#schemas/tables/index.ts';
import { pathOf } from '../publish/format.ts';
import { json } from '../publish/json.ts';
import { releaseChecks, tableChecks } from './checks.ts';
import { type JsonFile, jsonFile } from './files/json-file.ts';
import { collector, fileProblem, type Problem } from './problem.ts';
import { type ReleaseIndex, releaseIndex } from './release-index.ts';
import type { ReleaseReader } from './release-reader.ts';

/** Reads a release's written bytes and returns every promise that they break; none means that all are kept. */
export async function verify(reader: ReleaseReader): Promise<Problem[]> {
  const release = releaseIndex(reader);
  const problems = problemsOfRelease(release);
  for (const table of tables) problems.push(...(await problemsOfTable(release, table)));
  return problems;
}

/** The part of `verify` that looks at the release as a whole. */
export const verifyRelease = (reader: ReleaseReader): Problem[] => problemsOfRelease(releaseIndex(reader));

/** The part of `verify` that looks at the rows of one table; tables can be verified side by side. */
export const verifyTable = (reader: ReleaseReader, table: Table): Promise<Problem[]> =>
  problemsOfTable(releaseIndex(reader), table);

function problemsOfRelease(release: ReleaseIndex): Problem[] {
  const problems = collector();
  for (const check of releaseChecks) problems.add(check.run(release));
  return problems.list();
}

/** Rows checked at a time: as many as a Parquet row group holds. */
const rowsAtATime = 16_384;

async function problemsOfTable(release: ReleaseIndex, table: Table): Promise<Problem[]> {
  const path = pathOf(json, table);
  if (!release.intact(path)) return [];
  const problems = collector();
  try {
    const file = jsonFile(release.reader.read(path));
    await checkRows(release, table, file, problems.add);
  } catch (error) {
    problems.add([fileProblem('unreadable', path, `${error instanceof Error ? error.message : error}; build again`)]);
  }
  return problems.list();
}

async function checkRows(
  release: ReleaseIndex,
  table: Table,
  file: JsonFile,
  report: (problems: Iterable<Problem>) => void,
): Promise<void> {
  const checks = tableChecks.flatMap((check) => check.open(table, release, file.rows) ?? []);
  let first = 0;
  do {
    const rows = file.read(first, Math.min(first + rowsAtATime, file.rows));
    for (const check of checks) report(await check(rows, first));
    first += rows.length;
  } while (first < file.rows);
}
