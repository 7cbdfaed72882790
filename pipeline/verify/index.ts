import type { Table } from '#schemas/table.ts';
import { tables } from '#schemas/tables/index.ts';
import { pathOf } from '../publish/format.ts';
import { json } from '../publish/json.ts';
import { tableChecksums } from './checks/checksums.ts';
import { releaseChecks, tableChecks } from './checks.ts';
import { jsonRows } from './files/json-file.ts';
import { collector, fileProblem, type Problem } from './problem.ts';
import { type ReleaseIndex, releaseIndex } from './release-index.ts';
import type { ReleaseReader } from './release-reader.ts';

/** Rows checked at a time: few enough to stay young in memory. */
const usualRows = 2048;

/** Reads a release's written bytes and returns every promise that they break; none means that all are kept. */
export async function verify(reader: ReleaseReader): Promise<Problem[]> {
  const release = releaseIndex(reader);
  const problems = await problemsOfRelease(release);
  for (const table of tables) problems.push(...(await problemsOfTable(release, table, usualRows)));
  return problems;
}

/** The part of `verify` that looks at the release as a whole. */
export const verifyRelease = (reader: ReleaseReader): Promise<Problem[]> => problemsOfRelease(releaseIndex(reader));

/** The part of `verify` that looks at the rows of one table; tables can be verified side by side. */
export const verifyTable = (reader: ReleaseReader, table: Table, rowsAtATime = usualRows): Promise<Problem[]> =>
  problemsOfTable(releaseIndex(reader), table, rowsAtATime);

async function problemsOfRelease(release: ReleaseIndex): Promise<Problem[]> {
  const problems = collector();
  for (const check of releaseChecks) {
    for await (const problem of check.run(release)) problems.add([problem]);
  }
  return problems.list();
}

async function problemsOfTable(release: ReleaseIndex, table: Table, rowsAtATime: number): Promise<Problem[]> {
  const path = pathOf(json, table);
  const problems = collector();
  problems.add(tableChecksums(table, release));
  if (!release.intact(path)) return problems.list();
  try {
    await checkRows(release, table, rowsAtATime, problems.add);
  } catch (error) {
    problems.add([fileProblem('unreadable', path, `${error instanceof Error ? error.message : error}; build again`)]);
  }
  return problems.list();
}

async function checkRows(
  release: ReleaseIndex,
  table: Table,
  rowsAtATime: number,
  report: (problems: Iterable<Problem>) => void,
): Promise<void> {
  const opened = await Promise.all(tableChecks.map((check) => check.open(table, release)));
  const checks = opened.filter((check) => check !== null);
  let seen = 0;
  for (const rows of jsonRows(release.reader, pathOf(json, table), rowsAtATime)) {
    for (const check of checks) report(await check.look(rows, seen));
    seen += rows.length;
  }
  for (const check of checks) report((await check.end?.(seen)) ?? []);
}
