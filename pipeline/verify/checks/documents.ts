import { z } from 'zod';
import { tables } from '#schemas/tables/index.ts';
import { arrow } from '../../publish/arrow.ts';
import { schemaDocuments } from '../../publish/documents.ts';
import { pathOf } from '../../publish/format.ts';
import type { ReleaseCheck } from '../check.ts';
import { fileProblem, type Problem } from '../problem.ts';
import type { ReleaseIndex } from '../release-index.ts';

const packagePath = 'datapackage.json';
const description = z.object({ resources: z.array(z.object({ name: z.string(), rowCount: z.int().optional() })) });

/** datapackage.json counts the rows that there are; schemas, codebooks and CSVW say what the rows were checked by. */
export const documentsHold: ReleaseCheck = {
  name: 'documents',
  async *run(release) {
    if (release.paths.has(packagePath)) yield* packageProblems(release);
    for (const { path, text } of schemaDocuments) {
      if (!release.paths.has(path) || Buffer.from(release.reader.read(path)).toString() === text()) continue;
      yield fileProblem('unreadable', path, 'does not describe the tables as they are; build the release again');
    }
  },
};

async function* packageProblems(release: ReleaseIndex): AsyncGenerator<Problem> {
  const found = description.safeParse(json(release, packagePath));
  if (!found.success) {
    yield fileProblem('unreadable', packagePath, `not a data package: ${z.prettifyError(found.error)}`);
    return;
  }
  const counts = new Map(found.data.resources.map(({ name, rowCount }) => [name, rowCount]));
  for (const table of tables) {
    if (!counts.has(table.name)) yield fileProblem('count', packagePath, `has no resource ${table.name}; build again`);
    const stated = counts.get(table.name);
    if (stated === undefined || !release.intact(pathOf(arrow, table))) continue;
    const rows = await release.rowCount(table);
    if (stated !== rows) {
      yield fileProblem('count', packagePath, `says ${stated} rows of ${table.name}, there are ${rows}; build again`);
    }
  }
}

function json({ reader }: ReleaseIndex, path: string): unknown {
  try {
    return JSON.parse(Buffer.from(reader.read(path)).toString());
  } catch {
    return undefined;
  }
}
