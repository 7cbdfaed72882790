import { sha256 } from '../../identity.ts';
import { checksumsPath } from '../../publish/checksums.ts';
import type { ReleaseCheck } from '../check.ts';
import { fileProblem, type Problem } from '../problem.ts';

/** SHA256SUMS names every other file, and every file has the hash that it says. */
export const checksumsHold: ReleaseCheck = {
  name: 'checksums',
  *run({ paths, reader }) {
    if (!paths.has(checksumsPath)) return;
    const named = new Map<string, string>();
    for (const line of Buffer.from(reader.read(checksumsPath)).toString().split('\n')) {
      const [, digest, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      if (digest && path) named.set(path, digest);
      else if (line !== '') yield problem(`not a line of sha256sum: ${JSON.stringify(line)}`);
    }
    for (const [path, digest] of named) {
      if (!paths.has(path)) yield problem(`names ${path}, which is missing; build the release again`);
      else if (sha256(reader.read(path)) !== digest) {
        yield fileProblem('checksum', path, 'its bytes are not those of SHA256SUMS; restore the file or build again');
      }
    }
    for (const path of [...paths].sort()) {
      if (path !== checksumsPath && !named.has(path)) yield problem(`does not name ${path}; build the release again`);
    }
  },
};

const problem = (message: string): Problem => fileProblem('checksum', checksumsPath, message);
