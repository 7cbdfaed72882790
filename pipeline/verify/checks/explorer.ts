import { z } from 'zod';
import { arrow } from '../../publish/arrow.ts';
import { codebookPath } from '../../publish/explorer/documents.ts';
import { dataFolder, exploredTables, listPath, partPath, receiver } from '../../publish/explorer/paths.ts';
import { pathOf } from '../../publish/format.ts';
import type { ReleaseCheck } from '../check.ts';
import { fileProblem, type Problem } from '../problem.ts';
import type { ReleaseIndex } from '../release-index.ts';

/** The explorer finds every part of every table, and as many rows as the table has. */
export const explorerHolds: ReleaseCheck = {
  name: 'explorer',
  async *run(release) {
    const known = new Set(exploredTables.map(({ name }) => listPath(name)));
    known.add(codebookPath);
    for (const table of exploredTables) {
      const path = listPath(table.name);
      const parts = listOf(release, path);
      if (parts === null) {
        yield fileProblem('unreadable', path, 'is no list of parts; build the release again');
        continue;
      }
      yield* missing(release, table.name, parts.length, known);
      const rows = parts.reduce((sum, [count]) => sum + count, 0);
      if (!release.intact(pathOf(arrow, table))) continue;
      const stated = await release.rowCount(table);
      if (rows !== stated)
        yield fileProblem('count', path, `has ${rows} rows, ${table.name} has ${stated}; build again`);
    }
    for (const path of [...release.paths].sort()) {
      if (!path.startsWith(dataFolder) || known.has(path)) continue;
      yield fileProblem('unexpected_file', path, 'this file belongs to no table; remove it');
    }
  },
};

function* missing({ paths }: ReleaseIndex, table: string, parts: number, known: Set<string>): Generator<Problem> {
  for (let part = 0; part < parts; part++) {
    const path = partPath(table, part);
    known.add(path);
    if (!paths.has(path)) yield fileProblem('missing_file', path, 'this file is missing; build the release again');
  }
}

const list = z.array(z.tuple([z.int().min(1), z.string().nullable()]));
const call = new RegExp(`^${receiver}\\.list\\("[a-z_]+",(\\[.*\\])\\);\\n$`, 's');

function listOf({ reader, paths }: ReleaseIndex, path: string): z.output<typeof list> | null {
  if (!paths.has(path)) return null;
  try {
    return list.parse(JSON.parse(call.exec(Buffer.from(reader.read(path)).toString())![1]!));
  } catch {
    return null;
  }
}
