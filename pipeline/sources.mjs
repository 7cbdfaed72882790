import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript: it is asked before anything that runs TypeScript is loaded.

export const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Where compiled pipelines are kept, a folder for each state of the sources. */
export const compiledHome = path.join(project, 'node_modules', '.cache', 'tearsheet');

/** Written last: a folder that has it is whole. */
export const manifest = 'code.json';

/** Hash of what the compiled code is made from: our sources, and the versions of the packages and of Node. */
export function sourcesHash() {
  const hash = createHash('sha256').update(`${project}\n${process.version}\n`);
  for (const file of ['package.json', 'package-lock.json', ...sourcesIn('pipeline'), ...sourcesIn('schemas')]) {
    const bytes = readFileSync(path.join(project, file));
    hash.update(`${file} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/** Where the code compiled from sources of this hash is, or would be. */
export function compiledFolder(hash) {
  return path.join(compiledHome, hash.slice(0, 16));
}

function sourcesIn(folder) {
  const files = readdirSync(path.join(project, folder), { recursive: true });
  return files
    .filter((file) => /\.m?ts$|\.mjs$/.test(file))
    .sort()
    .map((file) => path.join(folder, file));
}
