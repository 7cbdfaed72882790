import type { Table } from '#schemas/table.ts';
import { tables } from '#schemas/tables/index.ts';
import { checksumsPath, readChecksums } from '../../publish/checksums.ts';
import { pathOf } from '../../publish/format.ts';
import { formats } from '../../publish/formats.ts';
import type { ReleaseCheck } from '../check.ts';
import { fileProblem, type Problem } from '../problem.ts';
import type { ReleaseIndex } from '../release-index.ts';

const ofTables: ReadonlySet<string> = new Set(tables.flatMap(pathsOf));

/** SHA256SUMS names every other file, and every file has the hash that it says; those of tables are looked at with their rows. */
export const checksumsHold: ReleaseCheck = {
  name: 'checksums',
  *run({ paths, reader, differs }) {
    if (!paths.has(checksumsPath)) return;
    const { digests, strays } = readChecksums(Buffer.from(reader.read(checksumsPath)).toString());
    for (const line of strays)
      yield problem(`not a line of sha256sum: ${JSON.stringify(line)}; build the release again`);
    for (const path of digests.keys()) {
      if (!paths.has(path)) yield problem(`names ${path}, which is missing; build the release again`);
      else if (!ofTables.has(path) && differs(path)) yield differing(path);
    }
    for (const path of [...paths].sort()) {
      if (path !== checksumsPath && !digests.has(path)) yield problem(`does not name ${path}; build the release again`);
    }
  },
};

/** The files of one table have the hashes that SHA256SUMS says. */
export function* tableChecksums(table: Table, { differs }: ReleaseIndex): Generator<Problem> {
  for (const path of pathsOf(table)) if (differs(path)) yield differing(path);
}

function pathsOf(table: Table): string[] {
  return formats.map((format) => pathOf(format, table));
}

const differing = (path: string): Problem =>
  fileProblem('checksum', path, 'its bytes are not those of SHA256SUMS; restore the file or build again');

const problem = (message: string): Problem => fileProblem('checksum', checksumsPath, message);
