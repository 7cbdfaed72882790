import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Another program, installed somewhere. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** The folder of its package. */
  readonly folder: string;
  /** Its main module. */
  readonly address: string;
}

const wanted = { name: 'compromise', version: '14.17.0' };

/** compromise, from the project, or else installed in a temporary folder; null where neither works. */
export function findPeer(): Peer | null {
  const scratch = path.join(os.tmpdir(), `tearsheet-peers-${wanted.version}`);
  const installed = resolvePeer(process.cwd()) ?? resolvePeer(scratch);
  if (installed !== null) return installed;
  mkdirSync(scratch, { recursive: true });
  const what = `${wanted.name}@${wanted.version}`;
  spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', scratch, what], { timeout: 120_000 });
  return resolvePeer(scratch);
}

function resolvePeer(root: string): Peer | null {
  const folder = path.join(root, 'node_modules', wanted.name);
  const about = path.join(folder, 'package.json');
  if (!existsSync(about)) return null;
  const { version } = JSON.parse(readFileSync(about, 'utf8')) as { version: string };
  const main = createRequire(path.join(root, 'package.json')).resolve(wanted.name);
  return { name: wanted.name, version, folder, address: pathToFileURL(main).href };
}

/** Lets `use` have a folder that scorers take for the project, whose build is the peer's. */
export function withPeerProject<T>(peer: Peer, use: (project: string) => T): T {
  const project = mkdtempSync(path.join(os.tmpdir(), 'tearsheet-peer-'));
  try {
    mkdirSync(path.join(project, 'node_modules/.bin'), { recursive: true });
    mkdirSync(path.join(project, 'pipeline'));
    symlinkSync(path.resolve('node_modules/.bin/tsx'), path.join(project, 'node_modules/.bin/tsx'));
    symlinkSync(peer.folder, path.join(project, 'node_modules', peer.name), 'dir');
    writeFileSync(path.join(project, 'package.json'), '{ "type": "module" }\n');
    const standIn = fileURLToPath(new URL('./compromise-build.ts', import.meta.url));
    copyFileSync(standIn, path.join(project, 'pipeline/cli.ts'));
    return use(project);
  } finally {
    rmSync(project, { recursive: true });
  }
}
