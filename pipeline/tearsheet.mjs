import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiledFolder, manifest, sourcesHash } from './sources.mjs';

// The command line: compiled code where the sources are what they were when it was compiled; else by the loader that runs
// TypeScript, half a second slower, which compiles them for the next time.
const folder = compiledFolder(sourcesHash());
if (existsSync(path.join(folder, manifest))) await import(pathToFileURL(path.join(folder, 'cli.mjs')).href);
else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./cli.ts');
}
