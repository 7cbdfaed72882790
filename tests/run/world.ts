import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Published, type Refused } from '#pipeline/build.ts';
import { openInThread } from '#pipeline/pool.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-run-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** A new empty folder, gone when the tests end. */
export const newFolder = (): string => mkdtempSync(path.join(scratch, 'f-'));

/** Works in this thread: lexicons and weights are read once for all builds of a test file. */
export const pool = openInThread(fileURLToPath(new URL('../../pipeline/worker.ts', import.meta.url)));

export const versions = { ingest: 'i1', extract: 'e1', all: 'a1' };

/** What a build said beside its outcome. */
export interface Said {
  readonly warnings: string[];
  readonly notes: string[];
  readonly stages: Set<string>;
}

/** Builds in this process. */
export async function buildHere(
  raw: string,
  output: string,
  more: Partial<Parameters<typeof build>[0]> = {},
): Promise<(Published | Refused) & { said: Said }> {
  const said: Said = { warnings: [], notes: [], stages: new Set() };
  const outcome = await build({
    raw,
    output,
    maxTextBytes: 1 << 20,
    pool,
    versions,
    jobs: 1,
    keep: null,
    startedAt: new Date('2026-06-01T00:00:00Z'),
    onProgress: ({ stage }) => said.stages.add(stage),
    onWarning: (message) => said.warnings.push(message),
    onNote: (message) => said.notes.push(message),
    ...more,
  });
  return { ...outcome, said };
}

/** Writes files below a folder that did not exist. */
export function writeTree(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** Tells of the run or of the release before, not of the articles. */
const outside = /^(build\.json|SHA256SUMS|README\.md|CHANGES\.md|\w+\/changes\.\w+)$/;

/** A digest of each file of the latest release that the articles alone decide; null where there is none. */
export function contentOf(output: string): Record<string, string> | null {
  const latest = path.join(output, 'latest');
  if (!existsSync(latest)) return null;
  const files = readdirSync(latest, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((file) => path.relative(latest, path.join(file.parentPath, file.name))).sort();
  return Object.fromEntries(
    names
      .filter((name) => !outside.test(name))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(path.join(latest, name)))
          .digest('hex'),
      ]),
  );
}
