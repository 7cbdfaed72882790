import fs from 'node:fs';
import path from 'node:path';
import { listFiles } from '../files/tree.ts';
import { removeFolder } from '../files.ts';

const home = (output: string): string => path.join(output, 'releases');

/** Name of the release that `latest` points at; null where there is none. */
export function latestRelease(output: string): string | null {
  const link = path.join(output, 'latest');
  if (!fs.lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return null;
  const release = path.basename(fs.readlinkSync(link));
  return fs.existsSync(path.join(home(output), release)) ? release : null;
}

/** Names of all releases. */
export function listReleases(output: string): string[] {
  return fs.existsSync(home(output)) ? fs.readdirSync(home(output)).sort() : [];
}

/**
 * Moves a checked release into place, then points `latest` at it in one step: readers see the old one or the new one, also
 * after a power cut. All bytes are on the disk before the first name changes. Whatever has its name was left by a run that
 * was cut off, or is damaged, and makes room.
 */
export async function swapIn(output: string, staged: string, release: string): Promise<void> {
  const target = path.join(home(output), release);
  const link = path.join(output, '.work', 'latest');
  await syncTree(staged);
  fs.mkdirSync(home(output), { recursive: true });
  if (fs.existsSync(target)) setAside(output, release);
  fs.renameSync(staged, target);
  syncFolder(home(output));
  fs.rmSync(link, { force: true });
  fs.symlinkSync(path.join('releases', release), link, 'dir');
  fs.renameSync(link, path.join(output, 'latest'));
  syncFolder(output);
}

/** Removes a release: out of the list in one step, then file by file. */
export function removeRelease(output: string, release: string): void {
  removeFolder(setAside(output, release));
}

/** Moves a release to where the next run removes it. */
function setAside(output: string, release: string): string {
  const aside = path.join(output, '.work', `old-${release}`);
  fs.mkdirSync(path.dirname(aside), { recursive: true });
  removeFolder(aside);
  fs.renameSync(path.join(home(output), release), aside);
  return aside;
}

/** Files that are made durable side by side: the disk then commits many at once. */
const syncsAtOnce = 32;

/** Makes files and the folders that name them durable. */
export async function syncTree(folder: string): Promise<void> {
  const files = listFiles(folder);
  for (let from = 0; from < files.length; from += syncsAtOnce) {
    await Promise.all(files.slice(from, from + syncsAtOnce).map((file) => syncFile(path.join(folder, file))));
  }
  for (const name of new Set(['.', ...files.map((file) => path.dirname(file))])) syncFolder(path.join(folder, name));
}

async function syncFile(file: string): Promise<void> {
  const handle = await fs.promises.open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the names in a folder durable. */
function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}
