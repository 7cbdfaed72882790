import { tables } from '#schemas/tables/index.ts';
import { charts } from '../../publish/charts/charts.ts';
import { checksumsPath } from '../../publish/checksums.ts';
import { contentDocuments, releaseDocuments, schemaDocuments } from '../../publish/documents.ts';
import { explorerAssets } from '../../publish/explorer/documents.ts';
import { dataFolder } from '../../publish/explorer/paths.ts';
import { pathOf } from '../../publish/format.ts';
import { formats } from '../../publish/formats.ts';
import type { ReleaseCheck } from '../check.ts';
import { fileProblem } from '../problem.ts';

/** Every file of a release whatever it holds; texts and the explorer's data come on top. */
const expectedPaths: readonly string[] = [
  ...[...schemaDocuments, ...contentDocuments, ...releaseDocuments].map(({ path }) => path),
  ...tables.flatMap((table) => formats.map((format) => pathOf(format, table))),
  ...explorerAssets.map((name) => `explorer/${name}`),
  ...charts.map(({ path }) => path),
  'build.json',
  checksumsPath,
];

/** Folders in which other checks know what belongs there. */
const checkedElsewhere = ['texts/', 'explorer/texts/', dataFolder];

/** Every file that belongs to a release is there, and no other. */
export const filesPresent: ReleaseCheck = {
  name: 'files',
  *run({ paths }) {
    const expected = new Set(expectedPaths);
    for (const path of expected) {
      if (!paths.has(path)) yield fileProblem('missing_file', path, 'this file is missing; build the release again');
    }
    for (const path of [...paths].sort()) {
      if (expected.has(path) || checkedElsewhere.some((folder) => path.startsWith(folder))) continue;
      yield fileProblem('unexpected_file', path, 'this file belongs to no release; remove it');
    }
  },
};
