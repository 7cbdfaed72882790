import { checksumsPath, readChecksums } from '../../publish/checksums.ts';
import type { ReleaseCheck } from '../check.ts';
import { fileProblem, type Problem } from '../problem.ts';

/** SHA256SUMS names every other file, and every file has the hash that it says. */
export const checksumsHold: ReleaseCheck = {
  name: 'checksums',
  *run({ paths, reader, intact }) {
    if (!paths.has(checksumsPath)) return;
    const { digests, strays } = readChecksums(Buffer.from(reader.read(checksumsPath)).toString());
    for (const line of strays)
      yield problem(`not a line of sha256sum: ${JSON.stringify(line)}; build the release again`);
    for (const path of digests.keys()) {
      if (!paths.has(path)) yield problem(`names ${path}, which is missing; build the release again`);
      else if (!intact(path)) {
        yield fileProblem('checksum', path, 'its bytes are not those of SHA256SUMS; restore the file or build again');
      }
    }
    for (const path of [...paths].sort()) {
      if (path !== checksumsPath && !digests.has(path)) yield problem(`does not name ${path}; build the release again`);
    }
  },
};

const problem = (message: string): Problem => fileProblem('checksum', checksumsPath, message);
